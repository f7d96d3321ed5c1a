/** **Dela**: keys are made and the fact is written; what is given follows (shareKeeper.ts). */
import type { Receiver } from '../../consent/mayShare.ts';
import { mayShare, type ShareKind, type WhyNotShared } from '../../consent/shares.ts';
import type { SaveError } from '../../meeting/workspace.ts';
import type { LocalDate, RandomDep } from '../../shared/deps.ts';
import { createId } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { OpenCase } from '../openCase.ts';
import { foldShares, mayEndFor } from './foldShares.ts';
import { type ShareEndedWhy, shareEnded, shareOpened } from './shareFacts.ts';
import { shareGround } from './sharesDue.ts';
import type { ShareFault, ShareTransport } from './shareTransport.ts';

export interface WantedShare {
  readonly receiver: Receiver;
  readonly kind: ShareKind;
  readonly until: LocalDate | null;
  /** What staff judged about a guardian; asked for there, empty else. */
  readonly judged: string;
  /** Which version; null for a live view. */
  readonly versionId: string | null;
}

export type OpenShareError =
  | SaveError
  | { readonly kind: 'notAllowed'; readonly why: WhyNotShared | 'notJudged' | 'noVersion' }
  | { readonly kind: 'noKeys'; readonly fault: ShareFault };

/** The one place where a share is made: asks the consent again, whatever a view has shown. Gives its id. */
export const openShare = async (
  deps: RandomDep & { readonly transport: Pick<ShareTransport, 'createKeys'> },
  opened: OpenCase,
  wanted: WantedShare,
  today: LocalDate,
): Promise<Result<string, OpenShareError>> => {
  if (wanted.kind === 'plan' && wanted.versionId === null)
    return err({ kind: 'notAllowed', why: 'noVersion' });
  const keys = await deps.transport.createKeys();
  if (!keys.ok) return err({ kind: 'noKeys', fault: keys.error });
  // After the keys: the answer may have changed while they were made.
  const may = mayShare(shareGround(opened.workspace().state, today), wanted.receiver, wanted.kind);
  if (may.kind === 'refused') return err({ kind: 'notAllowed', why: may.why });
  if (may.kind === 'judge' && wanted.judged.trim() === '')
    return err({ kind: 'notAllowed', why: 'notJudged' });
  const shareId = createId(deps);
  const { receiverKind, participantId, name } = wanted.receiver;
  const written = await opened.workspace().record((ctx) =>
    shareOpened(ctx, {
      shareId,
      kind: wanted.kind,
      receiver: { receiverKind, participantId, name },
      until: wanted.until,
      reliesOn: may.kind === 'allowed' ? may.reliesOn : [],
      scope: may.kind === 'allowed' ? may.scope : '',
      judged: wanted.judged.trim(),
      versionId: wanted.versionId,
      secret: keys.value.secret,
    }),
  );
  return written.ok ? ok(shareId) : written;
};

/** **Sluta dela**. `noReason`: it is the individual's own, and nobody has said why. */
export const endShare = async (
  opened: OpenCase,
  shareId: string,
  { why, reason }: { readonly why: ShareEndedWhy; readonly reason: string },
): Promise<Result<void, SaveError | { readonly kind: 'noReason' | 'noShare' }>> => {
  const share = foldShares(opened.workspace().state.log).find((each) => each.shareId === shareId);
  if (share === undefined) return err({ kind: 'noShare' });
  if (share.ended !== null) return ok(undefined);
  if (!mayEndFor(share, { why, reason })) return err({ kind: 'noReason' });
  const written = await opened
    .workspace()
    .record((ctx) => shareEnded(ctx, { shareId, why, reason }));
  return written.ok ? ok(undefined) : written;
};
