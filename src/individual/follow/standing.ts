/** What stands on the phone: what has come through the share, or what is kept here, whichever is the newer. */
import type { Followed, FollowState } from '../../cases/shares/followShare.ts';
import type { KeptPlan } from '../../cases/shares/keptPlans.ts';
import type { Instant } from '../../shared/deps.ts';
import { readShareState, type ShareState } from './shareState.ts';

/** Why nothing is shown. */
export type Why =
  | 'waiting'
  | 'ended'
  | 'aged'
  | 'lastDay'
  | 'wrong'
  | 'version'
  | 'browser'
  | 'none'
  | 'removed'
  | 'trouble';

export interface Standing {
  readonly state: ShareState | null;
  /** When it was sent. */
  readonly at: Instant;
  /** Null where something is shown. */
  readonly why: Why | null;
  /** It is kept here, and nothing newer will come. */
  readonly isOld: boolean;
  /** The person's own plan, as it has just come through the share: it may be kept. */
  readonly keepable: Followed | null;
}

export const standingOf = ({ shown, over }: FollowState, kept: KeptPlan | null): Standing => {
  const came = shown === null ? null : readShareState(shown.state);
  const here = kept === null ? null : readShareState(kept.state);
  const isOwnPlan = came?.is === 'plan' && came.isOwn;
  const isNewer = kept === null || here === null || (shown?.at ?? 0) >= kept.at;
  if (shown !== null && came !== null && isNewer)
    return {
      state: came,
      at: shown.at,
      why: null,
      isOld: false,
      keepable: isOwnPlan ? shown : null,
    };
  const isOver = over === 'ended' || over === 'aged' || over === 'lastDay';
  // What is kept stands, whatever has become of the share: it is the person's own (field.md 3).
  if (kept !== null && here !== null)
    return { state: here, at: kept.at, why: null, isOld: isOver, keepable: null };
  return {
    state: came,
    at: shown?.at ?? 0,
    why: reason(over, shown !== null, came),
    isOld: false,
    keepable: null,
  };
};

const reason = (
  over: FollowState['over'],
  hasCome: boolean,
  state: ShareState | null,
): Why | null => {
  switch (over) {
    case 'ended':
    case 'aged':
    case 'lastDay':
      return over;
    case 'badLink':
      return 'wrong';
    case 'otherVersion':
      return 'version';
    case 'oldBrowser':
      return 'browser';
    default:
      if (state !== null) return null;
      return hasCome ? 'version' : 'waiting';
  }
};
