import type { LocalDate } from '../shared/deps.ts';
import type { Consent, ConsentState } from './consent.ts';

/** What the consents allow. Guards elsewhere ask; the one hard stop is `mayMakeReady` (field.md 7). */

/**
 * Three kinds of receiver (field.md 3). The individual never needs consent to their own copy; guardians are for
 * staff to judge with OSL 12:3 beside them; all others need a recorded consent that covers them.
 */
export interface Receiver {
  readonly receiverKind: 'individual' | 'guardian' | 'other';
  readonly participantId: string | null;
  readonly name: string;
}

export type ShareAnswer =
  | { readonly kind: 'allowed' }
  /** A guardian: the program computes nothing. */
  | { readonly kind: 'judge' }
  | {
      readonly kind: 'refused';
      readonly why: 'notAsked' | 'no' | 'withdrawn' | 'excepted' | 'ended' | 'unreadable';
    };

/** A plan can be made ready only with a recorded yes to making a SIP (HSL 16:4, SoL 10:8). */
export const mayMakeReady = ({ make }: ConsentState): boolean => make.answer === 'yes';

/** `today` in Sweden: a consent with a last day has ended the day after it. */
export const mayShareWith = (
  state: ConsentState,
  receiver: Receiver,
  today: LocalDate,
): ShareAnswer => {
  if (receiver.receiverKind === 'individual') return { kind: 'allowed' };
  if (isExcepted(state, receiver)) return { kind: 'refused', why: 'excepted' };
  if (receiver.receiverKind === 'guardian') return { kind: 'judge' };
  const { share } = state;
  if (share.withdrawn) return { kind: 'refused', why: 'withdrawn' };
  if (share.answer === 'no') return { kind: 'refused', why: 'no' };
  if (share.answer !== 'yes') return { kind: 'refused', why: 'notAsked' };
  if (share.until !== null && share.until < today) return { kind: 'refused', why: 'ended' };
  if (state.unreadable > 0) return { kind: 'refused', why: 'unreadable' };
  return { kind: 'allowed' };
};

/** **De här ska inte få veta**: by participant, or by name for those who are none. Every letter and copy obeys. */
export const isExcepted = (
  { exceptedParties }: ConsentState,
  { participantId, name }: Pick<Receiver, 'participantId' | 'name'>,
): boolean =>
  exceptedParties.some(
    (party) =>
      (party.participantId !== null && party.participantId === participantId) ||
      (sameName(party.name) !== '' && sameName(party.name) === sameName(name)),
  );

const sameName = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** What a version of the plan says of the consents: the answers, never the exceptions. */
export interface ConsentSummary {
  readonly make: ConsentSummaryLine;
  readonly share: ConsentSummaryLine;
}

export type ConsentSummaryLine = Pick<Consent, 'answer' | 'withdrawn' | 'form' | 'at' | 'by'>;

export const consentSummary = ({ make, share }: ConsentState): ConsentSummary => ({
  make: lineOf(make),
  share: lineOf(share),
});

const lineOf = ({ answer, withdrawn, form, at, by }: Consent): ConsentSummaryLine => ({
  answer,
  withdrawn,
  form,
  at,
  by,
});
