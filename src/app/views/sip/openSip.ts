import { loadTexts } from '../../../i18n/loadTexts.ts';
import { SipView } from './SipView.tsx';

/** The view with its Swedish texts, so that where they cannot come the way there says so. */
export const openSip = async (): Promise<typeof SipView> => {
  await loadTexts('sv', 'sip');
  return SipView;
};
