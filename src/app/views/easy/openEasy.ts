import { loadTexts } from '../../../i18n/loadTexts.ts';
import { EasyView } from './EasyView.tsx';

/** The view with its Swedish texts, so that where they cannot come the way there says so. */
export const openEasy = async (): Promise<typeof EasyView> => {
  await loadTexts('sv', 'coded');
  return EasyView;
};
