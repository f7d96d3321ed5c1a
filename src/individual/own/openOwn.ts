/** The individual's view with the Swedish it always has: when they cannot come, it says so. */
import { loadTexts } from '../../i18n/loadTexts.ts';
import { OwnView } from './OwnView.tsx';

export const openOwn = async (): Promise<typeof OwnView> => {
  await Promise.all([loadTexts('sv', 'ownView'), loadTexts('sv', 'signals')]);
  return OwnView;
};
