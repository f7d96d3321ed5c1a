import type { Instant, LocalDate } from '../shared/deps.ts';
import { hadSeen, type PlacedFact } from '../shared/fact.ts';
import {
  type ConsentAnswer,
  type ConsentFact,
  type ConsentForm,
  type ConsentGiver,
  type ConsentKind,
  type ExceptedFact,
  type InformedFact,
  isConsentType,
  type RecordedFact,
  readConsentFact,
  type WithdrawnFact,
} from './consentFacts.ts';

/**
 * What the consents are now, folded from facts that may have been written on several devices at once
 * (design.md 5): of concurrent ones the narrower holds, and a withdrawal beats a grant, until somebody who
 * had seen them all records an answer. The order of the facts given does not matter.
 */
export interface ConsentState {
  readonly make: Consent;
  readonly share: Consent;
  readonly exceptedParties: readonly ExceptedParty[];
  readonly exceptedSubjects: readonly ExceptedSubject[];
  /** When and how the person was last told what a SIP is; null when nothing is noted. */
  readonly informed: Informed | null;
  /** Facts of consent that cannot be read. While there is one, nothing is shared: it may be a withdrawal. */
  readonly unreadable: number;
}

export interface Consent {
  /** Null: nobody has asked. A withdrawal reads as `no`. */
  readonly answer: ConsentAnswer | null;
  readonly withdrawn: boolean;
  readonly form: ConsentForm | null;
  readonly note: string;
  readonly scope: string;
  /** The earliest last day of those that hold. */
  readonly until: LocalDate | null;
  readonly at: Instant | null;
  readonly by: ConsentFact['by'] | null;
  /** Each who has answered, with what holds for that one. */
  readonly givers: readonly GiverAnswer[];
  /** Answers written at the same time that differ: shown, and somebody settles by recording anew. */
  readonly disputed: readonly AnswerFact[];
}

export type AnswerFact = RecordedFact | WithdrawnFact;

export interface GiverAnswer {
  readonly giver: ConsentGiver;
  readonly answer: ConsentAnswer;
  readonly withdrawn: boolean;
  readonly fact: AnswerFact;
}

export interface ExceptedParty {
  readonly id: string;
  readonly participantId: string | null;
  readonly name: string;
  readonly at: Instant;
  readonly by: ConsentFact['by'];
}

export interface ExceptedSubject {
  readonly id: string;
  readonly text: string;
  readonly at: Instant;
  readonly by: ConsentFact['by'];
}

export interface Informed {
  readonly how: string;
  readonly on: LocalDate;
  readonly at: Instant;
  readonly by: ConsentFact['by'];
}

export const foldConsent = (facts: readonly PlacedFact[]): ConsentState => {
  const placed: PlacedFact<ConsentFact>[] = [];
  let unreadable = 0;
  for (const entry of facts) {
    if (!isConsentType(entry.fact.type)) continue;
    const fact = readConsentFact(entry.fact);
    if (fact === null) unreadable += 1;
    else placed.push({ ...entry, fact });
  }
  const removed = new Set(
    placed.flatMap(({ fact }) =>
      fact.type === 'consent.exceptionRemoved' ? [fact.data.exceptionId] : [],
    ),
  );
  const exceptions = placed
    .map(({ fact }) => fact)
    .filter((fact): fact is ExceptedFact => fact.type === 'consent.excepted')
    .filter(({ id }) => !removed.has(id))
    .sort(byTime);
  return {
    make: foldAnswers(placed, 'make'),
    share: foldAnswers(placed, 'share'),
    exceptedParties: exceptions.flatMap(({ id, at, by, data }) =>
      data.kind === 'party'
        ? [{ id, participantId: data.participantId, name: data.name, at, by }]
        : [],
    ),
    exceptedSubjects: exceptions.flatMap(({ id, at, by, data }) =>
      data.kind === 'subject' ? [{ id, text: data.text, at, by }] : [],
    ),
    informed: lastInformed(placed),
    unreadable,
  };
};

export const emptyConsent: Consent = {
  answer: null,
  withdrawn: false,
  form: null,
  note: '',
  scope: '',
  until: null,
  at: null,
  by: null,
  givers: [],
  disputed: [],
};

const foldAnswers = (placed: readonly PlacedFact<ConsentFact>[], which: ConsentKind): Consent => {
  const answers = placed.filter((entry): entry is PlacedFact<AnswerFact> => {
    const { fact } = entry;
    return (
      (fact.type === 'consent.recorded' || fact.type === 'consent.withdrawn') &&
      fact.data.which === which
    );
  });
  const byGiver = new Map<string, PlacedFact<AnswerFact>[]>();
  for (const entry of answers) {
    const key = giverKey(entry.fact.data.giver);
    byGiver.set(key, [...(byGiver.get(key) ?? []), entry]);
  }
  const latest = [...byGiver.values()].map((entries) => newestOf(entries));
  const givers = latest
    .map((concurrent) => narrowest(concurrent))
    .flatMap((fact) => (fact === null ? [] : [toGiverAnswer(fact)]))
    .sort((a, b) => byTime(a.fact, b.fact));
  const counting = givers.filter(({ giver }) => giver.counts).map(({ fact }) => fact);
  const holding = narrowest(counting);
  if (holding === null) return { ...emptyConsent, givers };
  return {
    answer: answerOf(holding),
    withdrawn: holding.type === 'consent.withdrawn',
    form: holding.data.form,
    note: holding.data.note,
    scope: holding.type === 'consent.recorded' ? holding.data.scope : '',
    until: earliestUntil(counting),
    at: holding.at,
    by: holding.by,
    givers,
    disputed: latest.flatMap((concurrent) =>
      new Set(concurrent.map(rank)).size > 1 ? [...concurrent].sort(byTime) : [],
    ),
  };
};

/** Those that no other had seen: what holds, and more than one when several wrote at the same time. */
const newestOf = (entries: readonly PlacedFact<AnswerFact>[]): readonly AnswerFact[] =>
  entries
    .filter((entry) => !entries.some((other) => other !== entry && hadSeen(other, entry)))
    .map(({ fact }) => fact);

/** Withdrawn before no, no before later, later before yes; among equals the latest. */
const narrowest = (facts: readonly AnswerFact[]): AnswerFact | null =>
  [...facts].sort((a, b) => rank(a) - rank(b) || byTime(b, a))[0] ?? null;

const rank = (fact: AnswerFact): number =>
  fact.type === 'consent.withdrawn' ? 0 : { no: 1, later: 2, yes: 3 }[fact.data.answer];

const answerOf = (fact: AnswerFact): ConsentAnswer =>
  fact.type === 'consent.withdrawn' ? 'no' : fact.data.answer;

const toGiverAnswer = (fact: AnswerFact): GiverAnswer => ({
  giver: fact.data.giver,
  answer: answerOf(fact),
  withdrawn: fact.type === 'consent.withdrawn',
  fact,
});

/** One person is one giver, whatever function they answered in; the individual needs no name. */
const giverKey = ({ role, participantId, name }: ConsentGiver): string =>
  role === 'individual' ? role : `${role}|${participantId ?? name.trim().toLowerCase()}`;

const earliestUntil = (facts: readonly AnswerFact[]): LocalDate | null =>
  facts
    .flatMap((fact) =>
      fact.type === 'consent.recorded' && fact.data.until !== null ? [fact.data.until] : [],
    )
    .sort()[0] ?? null;

const lastInformed = (placed: readonly PlacedFact<ConsentFact>[]): Informed | null => {
  const informed = placed
    .map(({ fact }) => fact)
    .filter((fact): fact is InformedFact => fact.type === 'consent.informed')
    .sort(byTime)
    .at(-1);
  if (informed === undefined) return null;
  const { at, by, data } = informed;
  return { how: data.how, on: data.on, at, by };
};

const byTime = (a: ConsentFact, b: ConsentFact): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
