import type { Meeting } from '../../meetingState.ts';

/** **Storskärm**: av, visas or dold. */
export type ScreenState = 'av' | 'visas' | 'dold';

export const screenState = (meeting: Meeting): ScreenState => {
  if (meeting.hidden) return 'dold';
  return meeting.seenBy === 'nej' ? 'av' : 'visas';
};
