import { type ShareGround, sharesToEnd } from '../../consent/shares.ts';
import type { CaseState } from '../../meeting/workspace.ts';
import { isProtected } from '../../plan/protectedIdentity.ts';
import type { LocalDate } from '../../shared/deps.ts';
import { mayEndFor, type Share } from './foldShares.ts';
import type { ShareEndedWhy } from './shareFacts.ts';

/** What decides about shares in a case today. */
export const shareGround = (
  { consent, plan }: Pick<CaseState, 'consent' | 'plan'>,
  today: LocalDate,
): ShareGround => ({ consent, isProtected: isProtected(plan), today });

export interface DueEnd {
  readonly share: Share;
  readonly why: ShareEndedWhy;
}

/** Which of the shares must end now, and why. What is computed here ends at once, before it is written. */
export const sharesDue = (
  shares: readonly Share[],
  state: Pick<CaseState, 'consent' | 'plan' | 'meeting'>,
  today: LocalDate,
): readonly DueEnd[] => {
  const open = shares.filter(({ ended }) => ended === null);
  const byConsent = new Map(
    sharesToEnd(open, shareGround(state, today)).map(({ share, why }) => [share.shareId, why]),
  );
  const { ended } = state.meeting.current;
  return open.flatMap((share): readonly DueEnd[] => {
    const isOver = share.kind === 'follow' && ended !== null && ended.at >= share.at;
    const isPast = share.until !== null && share.until < today;
    const why =
      byConsent.get(share.shareId) ?? (isPast ? 'lastDay' : isOver ? 'meetingOver' : null);
    return why !== null && mayEndFor(share, { why, reason: '' }) ? [{ share, why }] : [];
  });
};
