/** **Hur var mötet?** with its Swedish: when it cannot come, it says so. */
import { loadTexts } from '../../../i18n/loadTexts.ts';
import { HowWasItView } from './HowWasItView.tsx';

export const openHowWasIt = async (): Promise<typeof HowWasItView> => {
  await Promise.all([loadTexts('sv', 'howWasIt'), loadTexts('sv', 'ownView')]);
  return HowWasItView;
};
