/** From when to when **Hur var mötet?** is asked on the individual's own phone: from the end of the meeting, two weeks on. */
import type { Meeting } from '../../meeting/meetingState.ts';
import type { Instant } from '../../shared/deps.ts';
import type { Share } from './foldShares.ts';

export interface SurveyAsked {
  /** Id of the meeting. */
  readonly meeting: string;
  readonly until: Instant;
}

const askedForMs = 14 * 24 * 60 * 60 * 1000;

/** Null where nothing is asked through this share. */
export const surveyAsked = (
  { kind, receiver, at, ended }: Pick<Share, 'kind' | 'receiver' | 'at' | 'ended'>,
  meeting: Pick<Meeting, 'id' | 'ended'>,
): SurveyAsked | null =>
  kind === 'follow' &&
  receiver.receiverKind === 'individual' &&
  ended === null &&
  meeting.id !== null &&
  meeting.ended?.ground === 'klart' &&
  meeting.ended.at >= at
    ? { meeting: meeting.id, until: meeting.ended.at + askedForMs }
    : null;
