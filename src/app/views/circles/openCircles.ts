import { loadTexts } from '../../../i18n/loadTexts.ts';
import { CirclesRoute } from './CirclesRoute.tsx';

/** The circles with their Swedish texts, so that where they cannot come the way there says so. */
export const openCircles = async (): Promise<typeof CirclesRoute> => {
  await loadTexts('sv', 'ownCircles');
  return CirclesRoute;
};
