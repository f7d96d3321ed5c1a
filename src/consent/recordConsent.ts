import type { LocalDate } from '../shared/deps.ts';
import type {
  ConsentAnswer,
  ConsentContext,
  ConsentFact,
  ConsentForm,
  ConsentGiver,
  ConsentKind,
  ExceptedFact,
  ExceptionRemovedFact,
  InformedFact,
  RecordedFact,
  WithdrawnFact,
} from './consentFacts.ts';

/** Makers of consent facts, each named after what a person does. They write nothing: `record` does. */

/** The person the plan is about, answering for themselves: the usual giver. */
export const theIndividual: ConsentGiver = {
  role: 'individual',
  participantId: null,
  name: '',
  counts: true,
};

const makeFact = <F extends ConsentFact>(
  ctx: ConsentContext,
  type: F['type'],
  data: F['data'],
): Pick<F, 'id' | 'type' | 'at' | 'by' | 'data'> => ({
  id: ctx.newId(),
  type,
  at: ctx.at,
  by: { name: ctx.by.name, function: ctx.by.function, unit: ctx.by.unit },
  data,
});

/** **Anteckna svaret**: an answer to one of the two questions. */
export const recordConsent = (
  ctx: ConsentContext,
  answer: {
    readonly which: ConsentKind;
    readonly answer: ConsentAnswer;
    readonly form: ConsentForm;
    readonly note?: string;
    readonly giver?: ConsentGiver;
    readonly scope?: string;
    readonly until?: LocalDate | null;
  },
): RecordedFact =>
  makeFact<RecordedFact>(ctx, 'consent.recorded', {
    which: answer.which,
    answer: answer.answer,
    form: answer.form,
    note: answer.note?.trim() ?? '',
    giver: answer.giver ?? theIndividual,
    scope: answer.scope?.trim() ?? '',
    until: answer.until ?? null,
  });

/** **Ta tillbaka samtycket**, wholly. In part is `exceptParty` or `exceptSubject`. It applies at once. */
export const withdrawConsent = (
  ctx: ConsentContext,
  withdrawal: {
    readonly which: ConsentKind;
    readonly form: ConsentForm;
    readonly note?: string;
    readonly giver?: ConsentGiver;
  },
): WithdrawnFact =>
  makeFact<WithdrawnFact>(ctx, 'consent.withdrawn', {
    which: withdrawal.which,
    form: withdrawal.form,
    note: withdrawal.note?.trim() ?? '',
    giver: withdrawal.giver ?? theIndividual,
  });

/** **De här ska inte få veta**: no share, letter or copy to them. By id when they are a participant, else by name. */
export const exceptParty = (
  ctx: ConsentContext,
  party: { readonly participantId: string | null; readonly name: string },
): ExceptedFact =>
  makeFact<ExceptedFact>(ctx, 'consent.excepted', {
    kind: 'party',
    participantId: party.participantId,
    name: party.name.trim(),
  });

/** **Det här pratar vi inte om**: words for staff; the program never filters by them (field.md 12). */
export const exceptSubject = (
  ctx: ConsentContext,
  subject: { readonly text: string },
): ExceptedFact =>
  makeFact<ExceptedFact>(ctx, 'consent.excepted', { kind: 'subject', text: subject.text.trim() });

export const removeException = (
  ctx: ConsentContext,
  exception: { readonly exceptionId: string },
): ExceptionRemovedFact =>
  makeFact<ExceptionRemovedFact>(ctx, 'consent.exceptionRemoved', {
    exceptionId: exception.exceptionId,
  });

/** **Har {namn} fått veta vad en SIP är?** (field.md 18) */
export const recordInformed = (
  ctx: ConsentContext,
  informed: { readonly how: string; readonly on: LocalDate },
): InformedFact =>
  makeFact<InformedFact>(ctx, 'consent.informed', { how: informed.how.trim(), on: informed.on });
