import * as v from 'valibot';
import type { Instant } from '../shared/deps.ts';
import { limits } from './limits.ts';
import { isLocalDate } from './localDate.ts';

/**
 * Every register of the document: its name there, and what it may hold. Commands check with it before
 * writing, selectors when reading, so that one list decides both. Texts are named at the end.
 */
const shortText = v.pipe(v.string(), v.maxLength(limits.shortText));
const lineText = v.pipe(v.string(), v.maxLength(limits.lineText));
const localDate = v.pipe(v.string(), v.check(isLocalDate));
const timeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const authority = v.picklist(['region', 'kommun', 'annan']);
const answer = v.picklist(['ja', 'delvis', 'nej', 'tanka']);

export const authorSchema = v.object({
  name: v.string(),
  function: v.string(),
  unit: v.string(),
});

export const instantSchema = v.pipe(v.number(), v.finite()) satisfies v.GenericSchema<Instant>;

export const rowKindSchema = v.picklist([
  'value',
  'worksWell',
  'worksLess',
  'longTermGoal',
  'subgoal',
  'intervention',
  'ownAction',
  'resource',
  'disagreement',
  'later',
  'note',
  'question',
]);

export const itemSchema = v.object({
  kind: v.union([rowKindSchema, v.literal('participant')]),
  at: instantSchema,
  by: authorSchema,
});

const doer = v.object({
  participantId: v.nullable(id),
  name: shortText,
  function: shortText,
  service: shortText,
  authority: v.nullable(authority),
});

/** Registers of the plan as a whole; setPlanField takes these names. */
export const planFields = {
  name: shortText,
  screenName: shortText,
  audience: v.picklist(['barn', 'ungdom', 'vuxen', 'aldre']),
  kind: v.picklist(['ny', 'utskrivning', 'uppfoljning']),
  protectedIdentity: v.boolean(),
  personnummer: shortText,
  address: lineText,
  phone: shortText,
  language: shortText,
  interpreter: v.boolean(),
  existingSip: v.picklist(['ja', 'nej', 'vetInte']),
  noticedBy: v.pipe(
    v.array(
      v.picklist([
        'skola',
        'socialtjanst',
        'region',
        'kommunHalsa',
        'enskild',
        'narstaende',
        'annan',
      ]),
    ),
    v.maxLength(limits.noticedBy),
  ),
  coordinationNeed: v.picklist(['litet', 'visst', 'medel', 'stort']),
  meetingDate: localDate,
  meetingTime: timeOfDay,
  meetingPlace: lineText,
  meetingMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.minutes)),
  leads: v.picklist(['jag', 'kollega', 'huvudperson', 'tva']),
  writes: v.picklist(['jag', 'kollegaHar', 'papper', 'annanPlatta']),
  /** **Visa tid**: false for somebody whom a countdown stresses. */
  showTime: v.boolean(),
  /** **Så vill jag ha det**: how the individual wants their own view. */
  ownLook: v.pipe(
    v.array(v.picklist(['large', 'airy', 'contrast', 'calm'])),
    v.maxLength(limits.ownLook),
  ),
  leadAuthority: v.picklist(['region', 'kommun']),
  leadParticipant: id,
  leadName: shortText,
  nextDate: localDate,
  nextTime: timeOfDay,
  nextPlace: lineText,
  nextCaller: shortText,
  answerUnclear: v.picklist(['ja', 'nej']),
  answerSoundsGood: answer,
  answerSaysYes: answer,
} as const;

/** Registers of a participant; setParticipantField takes these names. */
export const participantFields = {
  authority,
  call: v.picklist(['kallad', 'inbjuden']),
  reply: v.picklist(['kommer', 'annan', 'kommerInte', 'obesvarad']),
  mandate: v.picklist(['ja', 'delvis', 'nej']),
  attendance: v.picklist(['plats', 'video', 'telefon']),
  workPhone: shortText,
  workHours: shortText,
  privatePhone: shortText,
  askAbout: lineText,
  spokenBefore: lineText,
  protectedIdentity: v.boolean(),
  /** **Får stå på skärmen**: the words of `service` that may; other words are not covered. */
  serviceOnScreen: shortText,
} as const;

/** Registers of rows. */
export const rowFields = {
  timing: v.object({
    every: v.nullable(v.picklist(['dag', 'vecka', 'manad'])),
    before: v.nullable(localDate),
    text: lineText,
  }),
  where: lineText,
  doers: v.pipe(v.array(doer), v.maxLength(limits.doers)),
  decision: v.variant('kind', [
    v.object({ kind: v.literal('behovsInte') }),
    v.object({ kind: v.literal('fattat') }),
    v.object({ kind: v.literal('soks'), by: shortText, date: v.nullable(localDate) }),
    v.object({ kind: v.literal('provas'), by: shortText, date: v.nullable(localDate) }),
  ]),
  followUp: lineText,
  status: v.picklist(['inteBorjat', 'pagar', 'klart', 'andras', 'blevInteAv']),
  date: localDate,
  /** What the row is, once it was changed; else what it was written as. */
  kind: rowKindSchema,
  subgoalId: id,
  longTermGoalId: id,
} as const;

/**
 * Registers that are joined by a rule instead of asking, because one answer is the safe one:
 * `there`: seen rather than gone; `shown`: hidden rather than shown; `notWithChild`: kept from the child;
 * `notFor`: all who were named. `order`: the later write; ties by id.
 */
export const joinedFields = {
  there: v.boolean(),
  shown: v.boolean(),
  notWithChild: v.boolean(),
  notFor: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(limits.shortText))),
    v.maxLength(limits.notFor),
  ),
  order: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
  isIndividual: v.boolean(),
} as const;

/** Free texts of the plan as a whole. */
export const planTexts = ['important', 'purpose', 'adaptations', 'ownWords'] as const;
/** Free texts of a participant: short, but two corrections at once are joined, not asked about. */
export const participantTexts = ['name', 'function', 'service'] as const;

export type PlanField = keyof typeof planFields;
export type PlanFieldValue<F extends PlanField> = v.InferOutput<(typeof planFields)[F]>;
export type PlanTextField = (typeof planTexts)[number];
export type ParticipantField = keyof typeof participantFields;
export type ParticipantFieldValue<F extends ParticipantField> = v.InferOutput<
  (typeof participantFields)[F]
>;
export type ParticipantTextField = (typeof participantTexts)[number];
