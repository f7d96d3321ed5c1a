import { exceptParty, recordConsent, recordInformed } from '../consent/recordConsent.ts';
import type { CommandError } from '../plan/commandError.ts';
import { addQuestion } from '../plan/commands/addRows.ts';
import {
  addParticipant,
  type NewParticipant,
  setParticipantField,
} from '../plan/commands/participants.ts';
import { setPlanField, setPlanText } from '../plan/commands/wholePlan.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { Author, CallReply, Mandate } from '../plan/model.ts';
import type { WriteContext } from '../plan/writeContext.ts';
import type { LocalDate } from '../shared/deps.ts';
import type { Fact } from '../shared/fact.ts';
import { ok, type Result } from '../shared/result.ts';

/**
 * The case T1 (domain.md 12.2), ready to lead: Lars, 45, who wants to keep the farm and to sleep. All of it is made
 * up; the numbers are of the series kept for fiction.
 */

/** Who leads in practice, where nobody has filled in **Mina uppgifter**. */
export const practiceLeader: Author = {
  name: 'Karin Ek',
  function: 'samordnare',
  unit: 'Vårdcentralen i Åby',
};

export interface LarsMeeting {
  /** Today. */
  readonly date: LocalDate;
  /** `HH:MM` */
  readonly time: string;
}

type Person = NewParticipant & {
  readonly reply?: CallReply;
  readonly mandate?: Mandate;
  /** **Får stå på skärmen** */
  readonly onScreen?: true;
};

const people: readonly Person[] = [
  { name: 'Lars', isIndividual: true, attendance: 'plats' },
  {
    name: 'Maria',
    function: 'gift med Lars',
    authority: 'annan',
    call: 'inbjuden',
    reply: 'kommer',
    attendance: 'plats',
  },
  {
    name: 'Göran',
    function: 'vän från LRF',
    authority: 'annan',
    call: 'inbjuden',
    reply: 'kommer',
    attendance: 'plats',
  },
  {
    name: 'Eva Nilsson',
    function: 'sjuksköterska',
    service: 'vårdcentralen',
    onScreen: true,
    authority: 'region',
    call: 'kallad',
    reply: 'kommer',
    mandate: 'ja',
    attendance: 'plats',
    workPhone: '070-174 06 11',
    workHours: 'vardagar 8–16',
  },
  {
    name: 'Per Holm',
    function: 'behandlare',
    service: 'kommunen',
    authority: 'kommun',
    call: 'kallad',
    reply: 'kommer',
    mandate: 'delvis',
    attendance: 'plats',
    workPhone: '070-174 06 12',
    workHours: 'vardagar 9–15',
  },
  {
    name: 'Anna Lind',
    function: 'handläggare',
    service: 'kommunen',
    authority: 'kommun',
    call: 'kallad',
    reply: 'kommer',
    mandate: 'ja',
    attendance: 'plats',
    workPhone: '070-174 06 13',
    workHours: 'vardagar 8–16',
  },
];

const questions = [
  'Vad behövs för att Lars ska kunna sova?',
  'Vilket stöd vill Lars ha när kvällarna är tunga?',
  'Vem kan hjälpa till på gården när det behövs?',
];

type Step = Result<unknown, CommandError>;

const addPerson = (doc: PlanDocument, ctx: WriteContext, person: Person): Step => {
  const { reply, mandate, onScreen, ...basic } = person;
  const added = addParticipant(doc, ctx, basic);
  if (!added.ok) return added;
  const id = added.value;
  return firstFailure([
    () => (reply ? setParticipantField(doc, ctx, { id, field: 'reply', value: reply }) : ok(null)),
    () =>
      mandate ? setParticipantField(doc, ctx, { id, field: 'mandate', value: mandate }) : ok(null),
    () =>
      onScreen && basic.service !== undefined
        ? setParticipantField(doc, ctx, { id, field: 'serviceOnScreen', value: basic.service })
        : ok(null),
  ]);
};

/** Runs one after the other until one fails. */
const firstFailure = (steps: readonly (() => Step)[]): Step => {
  for (const step of steps) {
    const done = step();
    if (!done.ok) return done;
  }
  return ok(null);
};

/** Fills a new plan; commands only, as if somebody had prepared the meeting. */
export const fillLars =
  (meeting: LarsMeeting) =>
  (doc: PlanDocument, ctx: WriteContext): Result<unknown, CommandError> =>
    firstFailure([
      () => setPlanField(doc, ctx, { field: 'name', value: 'Lars' }),
      () => setPlanField(doc, ctx, { field: 'screenName', value: 'Lars' }),
      () => setPlanField(doc, ctx, { field: 'audience', value: 'vuxen' }),
      () => setPlanField(doc, ctx, { field: 'kind', value: 'ny' }),
      () => setPlanField(doc, ctx, { field: 'existingSip', value: 'nej' }),
      () => setPlanField(doc, ctx, { field: 'noticedBy', value: ['region'] }),
      () => setPlanField(doc, ctx, { field: 'language', value: 'svenska' }),
      () => setPlanField(doc, ctx, { field: 'interpreter', value: false }),
      () => setPlanField(doc, ctx, { field: 'meetingDate', value: meeting.date }),
      () => setPlanField(doc, ctx, { field: 'meetingTime', value: meeting.time }),
      () => setPlanField(doc, ctx, { field: 'meetingPlace', value: 'Vårdcentralen i Åby' }),
      () => setPlanField(doc, ctx, { field: 'meetingMinutes', value: 60 }),
      () => setPlanField(doc, ctx, { field: 'leads', value: 'jag' }),
      () => setPlanField(doc, ctx, { field: 'writes', value: 'jag' }),
      () => setPlanText(doc, ctx, { field: 'important', text: 'Behålla gården och kunna sova.' }),
      () =>
        setPlanText(doc, ctx, {
          field: 'purpose',
          text: 'Lars vill behålla gården och kunna sova. Vi ska bestämma vem som hjälper till med vad.',
        }),
      () =>
        setPlanText(doc, ctx, {
          field: 'adaptations',
          text: 'Kort möte och få personer. Paus efter en halvtimme.',
        }),
      ...people.map((person) => () => addPerson(doc, ctx, person)),
      ...questions.map((text) => () => addQuestion(doc, ctx, { text })),
    ]);

/**
 * What has happened before the meeting: told what a SIP is, a spoken yes to making one, and who is not to know.
 * Sharing is not answered: it is asked in the meeting.
 */
export const larsFacts = (meeting: LarsMeeting): readonly ((ctx: WriteContext) => Fact)[] => [
  (ctx) => recordInformed(ctx, { how: 'Samtal på vårdcentralen, med bilderna', on: meeting.date }),
  (ctx) => recordConsent(ctx, { which: 'make', answer: 'yes', form: 'muntligt' }),
  (ctx) => exceptParty(ctx, { participantId: null, name: 'Grannarna' }),
  (ctx) => exceptParty(ctx, { participantId: null, name: 'Djurskyddet' }),
];
