import * as v from 'valibot';
import type { Instant, LocalDate } from '../shared/deps.ts';
import type { Fact } from '../shared/fact.ts';

/**
 * What happened with the consents, as immutable facts. Two consents, never mixed: to **make** a SIP (HSL 16:4,
 * SoL 10:8) and to **share** information (OSL 10:1, 12:2; domain.md 4.5). The third question of field.md 12,
 * whether the person says yes to the plan, is an answer in the plan itself.
 */
export type ConsentKind = 'make' | 'share';

/** **Ja**, **Nej**, **Frågan ställs senare** */
export type ConsentAnswer = 'yes' | 'no' | 'later';

/** **Muntligt**, **Skriftligt**, **På annat sätt** */
export type ConsentForm = 'muntligt' | 'skriftligt' | 'annat';

/**
 * Whose answer it is. `counts` false: an answer that stands beside the others and decides nothing by itself,
 * as a child's own words may; staff judge, the program computes nothing (field.md 22).
 */
export interface ConsentGiver {
  readonly role: 'individual' | 'guardian' | 'representative';
  readonly participantId: string | null;
  readonly name: string;
  readonly counts: boolean;
}

export interface RecordedData {
  readonly which: ConsentKind;
  readonly answer: ConsentAnswer;
  readonly form: ConsentForm;
  /** How, when in another way; where the paper is, when in writing: **Skriftligt, finns hos …** */
  readonly note: string;
  readonly giver: ConsentGiver;
  /** For sharing, in words: which parties, which information, for what. */
  readonly scope: string;
  /** Last day on which it holds, if one was said. */
  readonly until: LocalDate | null;
}

export interface WithdrawnData {
  readonly which: ConsentKind;
  readonly form: ConsentForm;
  readonly note: string;
  readonly giver: ConsentGiver;
}

/** **De här ska inte få veta** (computed) and **Det här pratar vi inte om** (a reminder, never computed). */
export type ExceptedData =
  | { readonly kind: 'party'; readonly participantId: string | null; readonly name: string }
  | { readonly kind: 'subject'; readonly text: string };

export interface ExceptionRemovedData {
  /** The id of the fact that made the exception. */
  readonly exceptionId: string;
}

/** **Har {namn} fått veta vad en SIP är?** */
export interface InformedData {
  readonly how: string;
  readonly on: LocalDate;
}

export type RecordedFact = Fact<'consent.recorded', RecordedData>;
export type WithdrawnFact = Fact<'consent.withdrawn', WithdrawnData>;
export type ExceptedFact = Fact<'consent.excepted', ExceptedData>;
export type ExceptionRemovedFact = Fact<'consent.exceptionRemoved', ExceptionRemovedData>;
export type InformedFact = Fact<'consent.informed', InformedData>;

export type ConsentFact =
  | RecordedFact
  | WithdrawnFact
  | ExceptedFact
  | ExceptionRemovedFact
  | InformedFact;

/** Who writes, when, and a fresh name: the same shape as the plan's WriteContext. */
export interface ConsentContext {
  readonly by: Fact['by'];
  readonly at: Instant;
  readonly newId: () => string;
}

const form = v.picklist(['muntligt', 'skriftligt', 'annat']);
const which = v.picklist(['make', 'share']);
const giver = v.object({
  role: v.picklist(['individual', 'guardian', 'representative']),
  participantId: v.nullable(v.string()),
  name: v.string(),
  counts: v.boolean(),
});

const dataSchemas = {
  'consent.recorded': v.object({
    which,
    answer: v.picklist(['yes', 'no', 'later']),
    form,
    note: v.string(),
    giver,
    scope: v.string(),
    until: v.nullable(v.string()),
  }),
  'consent.withdrawn': v.object({ which, form, note: v.string(), giver }),
  'consent.excepted': v.variant('kind', [
    v.object({
      kind: v.literal('party'),
      participantId: v.nullable(v.string()),
      name: v.string(),
    }),
    v.object({ kind: v.literal('subject'), text: v.string() }),
  ]),
  'consent.exceptionRemoved': v.object({ exceptionId: v.string() }),
  'consent.informed': v.object({ how: v.string(), on: v.string() }),
} satisfies Record<ConsentFact['type'], v.GenericSchema<unknown, ConsentFact['data']>>;

export const isConsentType = (type: string): type is ConsentFact['type'] =>
  Object.hasOwn(dataSchemas, type);

/** Null when what is inside cannot be read. */
export const readConsentFact = (fact: Fact): ConsentFact | null => {
  const { id, at, by, type } = fact;
  if (!isConsentType(type)) return null;
  const read = <D>(schema: v.GenericSchema<unknown, D>): D | null => {
    const parsed = v.safeParse(schema, fact.data);
    return parsed.success ? parsed.output : null;
  };
  switch (type) {
    case 'consent.recorded': {
      const data = read(dataSchemas[type]);
      return data && { id, type, at, by, data };
    }
    case 'consent.withdrawn': {
      const data = read(dataSchemas[type]);
      return data && { id, type, at, by, data };
    }
    case 'consent.excepted': {
      const data = read(dataSchemas[type]);
      return data && { id, type, at, by, data };
    }
    case 'consent.exceptionRemoved': {
      const data = read(dataSchemas[type]);
      return data && { id, type, at, by, data };
    }
    case 'consent.informed': {
      const data = read(dataSchemas[type]);
      return data && { id, type, at, by, data };
    }
  }
};
