/** The view of one who follows, with the Swedish it always has: when they cannot come, it says so. */
import { loadTexts } from '../i18n/loadTexts.ts';
import { FollowRoute } from './FollowRoute.tsx';

export const openFollow = async (): Promise<typeof FollowRoute> => {
  await Promise.all([loadTexts('sv', 'follow'), loadTexts('sv', 'ownView')]);
  return FollowRoute;
};
