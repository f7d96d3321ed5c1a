import type { GivenShare } from '../../consent/shares.ts';
import type { Instant, LocalDate } from '../../shared/deps.ts';
import type { PlacedFact } from '../../shared/fact.ts';
import { isShareFact, type ShareEndedWhy, type ShareOpenedData } from './shareFacts.ts';

/** A share as it stands now, folded from the facts of the case. Newest last; an ended one never comes back. */
export interface Share extends GivenShare {
  readonly shareId: string;
  readonly at: Instant;
  /** Who made it, and on which device. */
  readonly by: string;
  readonly device: string;
  readonly until: LocalDate | null;
  readonly versionId: string | null;
  readonly judged: string;
  readonly secret: string;
  readonly ended: {
    readonly at: Instant;
    readonly by: string;
    readonly why: ShareEndedWhy;
    readonly reason: string;
  } | null;
  /** Nothing of it is left with the server. */
  readonly isGone: boolean;
}

export const foldShares = (log: readonly PlacedFact[]): readonly Share[] => {
  const shares = new Map<string, Share>();
  const ends: { readonly shareId: string; readonly ended: NonNullable<Share['ended']> }[] = [];
  const gone = new Set<string>();
  // In two turns: on two devices an end may stand before what it ends.
  for (const { fact, device } of log) {
    if (!isShareFact(fact)) continue;
    const { shareId } = fact.data;
    if (fact.type === 'share.opened') {
      if (!shares.has(shareId))
        shares.set(shareId, { ...toShare(fact.data), at: fact.at, by: fact.by.name, device });
    } else if (fact.type === 'share.gone') {
      gone.add(shareId);
    } else {
      const { why, reason } = fact.data;
      ends.push({ shareId, ended: { at: fact.at, by: fact.by.name, why, reason } });
    }
  }
  return [...shares.values()].map((share) => {
    // One that does not count does not stand in the way of one that does.
    const found = ends.find((end) => end.shareId === share.shareId && mayEndFor(share, end.ended));
    const ended = found?.ended ?? null;
    return { ...share, ended, isGone: ended !== null && gone.has(share.shareId) };
  });
};

/**
 * The individual's own is ended by themself, by its last day, by staff who say why, or because somebody who knew its keys
 * was taken out, and by nothing else (field.md 3): not by a consent, and not by the end of the meeting.
 */
export const mayEndFor = (
  { receiver }: GivenShare,
  { why, reason }: { readonly why: ShareEndedWhy; readonly reason: string },
): boolean =>
  receiver.receiverKind !== 'individual' ||
  why === 'individual' ||
  why === 'lastDay' ||
  why === 'aged' ||
  why === 'newKeys' ||
  (why === 'staff' && reason.trim() !== '');

/** Ended only because the keys were changed, and not given anew since: one for each receiver and kind, the newest. */
export const sharesToGiveAnew = (shares: readonly Share[]): readonly Share[] => {
  const newest = new Map<string, Share>();
  for (const share of shares) {
    const { receiverKind, participantId } = share.receiver;
    newest.set(JSON.stringify([share.kind, receiverKind, participantId]), share);
  }
  return [...newest.values()].filter(({ ended }) => ended?.why === 'newKeys');
};

const toShare = (data: ShareOpenedData): Omit<Share, 'at' | 'by' | 'device'> => ({
  shareId: data.shareId,
  kind: data.kind,
  receiver: data.receiver,
  scope: data.scope,
  until: data.until,
  versionId: data.versionId,
  judged: data.judged,
  secret: data.secret,
  ended: null,
  isGone: false,
});
