import type { LocalDate } from '../shared/deps.ts';
import type { Consent, ConsentState } from './consent.ts';
import { mayShareWith, type Receiver } from './mayShare.ts';

/**
 * Who may be given what over the network (field.md 3, 4, 13). A share is **Följ mötet**, live and over with the meeting,
 * or **Få planen**, one version. The individual's own is asked about nowhere here: no answer to the question about
 * sharing can refuse or end it.
 */
export type ShareKind = 'follow' | 'plan';

/** What decides, as it stands now. */
export interface ShareGround {
  readonly consent: ConsentState;
  /** **Skyddade personuppgifter** for the case or anybody in it. */
  readonly isProtected: boolean;
  /** In Sweden. */
  readonly today: LocalDate;
}

export type WhyNotShared =
  | 'notAsked'
  | 'no'
  | 'withdrawn'
  | 'excepted'
  | 'ended'
  | 'unreadable'
  /** The words of what the consent covers are others than when the share was made: somebody reads them anew. */
  | 'scope'
  /** Protected identity: nobody but the individual follows a meeting live. */
  | 'protected';

export type MayShare =
  | {
      readonly kind: 'allowed';
      /** Ids of the answers that it relies on; none for the individual, who needs none. */
      readonly reliesOn: readonly string[];
      /** What they said that it covers, in words that a person reads. */
      readonly scope: string;
    }
  /** A guardian: staff judge, with OSL 12:3 beside. The program computes nothing. */
  | { readonly kind: 'judge' }
  | { readonly kind: 'refused'; readonly why: WhyNotShared };

export const mayShare = (
  { consent, isProtected, today }: ShareGround,
  receiver: Receiver,
  kind: ShareKind,
): MayShare => {
  if (receiver.receiverKind === 'individual') return needsNone;
  if (isProtected && kind === 'follow') return { kind: 'refused', why: 'protected' };
  const answer = mayShareWith(consent, receiver, today);
  if (answer.kind !== 'allowed') return answer;
  return { kind: 'allowed', reliesOn: answersOf(consent.share), scope: consent.share.scope };
};

const needsNone: MayShare = { kind: 'allowed', reliesOn: [], scope: '' };

const answersOf = ({ givers }: Consent): readonly string[] =>
  givers.filter(({ giver }) => giver.counts).map(({ fact }) => fact.id);

/** A share that is under way, as far as this decides about it. */
export interface GivenShare {
  readonly kind: ShareKind;
  readonly receiver: Receiver;
  /** What the consent said that it covers when the share was made. */
  readonly scope: string;
}

export interface ShareToEnd<S extends GivenShare> {
  readonly share: S;
  readonly why: WhyNotShared;
}

/**
 * Those of the shares given before that must end now: narrowing or withdrawing the consent, a last day that has passed,
 * an identity that became protected. Never one of the individual's own, and a guardian's only where that very person
 * was excepted or may not follow live any more.
 */
export const sharesToEnd = <S extends GivenShare>(
  before: readonly S[],
  after: ShareGround,
): readonly ShareToEnd<S>[] =>
  before.flatMap((share): readonly ShareToEnd<S>[] => {
    const may = mayShare(after, share.receiver, share.kind);
    if (may.kind === 'refused') return [{ share, why: may.why }];
    const isReworded =
      share.receiver.receiverKind === 'other' &&
      may.kind === 'allowed' &&
      may.scope.trim() !== share.scope.trim();
    return isReworded ? [{ share, why: 'scope' }] : [];
  });
