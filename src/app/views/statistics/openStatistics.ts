/** **Statistik** with the Swedish of what people answered: when it cannot come, it says so. */
import { loadTexts } from '../../../i18n/loadTexts.ts';
import { StatisticsView } from './StatisticsView.tsx';

export const openStatistics = async (): Promise<typeof StatisticsView> => {
  await loadTexts('sv', 'howWasIt');
  return StatisticsView;
};
