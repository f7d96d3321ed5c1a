import type { Meeting } from '../../meetingState.ts';
import { useScreenWindows } from '../ScreenWindows.ts';

/** **Storskärm**: av, visas or dold. */
export type ScreenState = 'av' | 'visas' | 'dold';

/** On this screen, or in a window of its own. */
export const useScreenState = (meeting: Meeting): ScreenState => {
  const { count } = useScreenWindows();
  if (meeting.hidden) return 'dold';
  return meeting.seenBy === 'nej' && count === 0 ? 'av' : 'visas';
};
