import * as v from 'valibot';
import {
  authorSchema,
  instantSchema,
  participantFields,
  planFields,
  rowFields,
  rowKindSchema,
} from './fields.ts';
import type { Register, Write } from './model.ts';

/**
 * The plan as a version keeps it: what may be read by those the plan is for, as plain JSON with sorted keys in the
 * hash. Swedish codes and the words as they were written; official text is Swedish. Left out on purpose: notes,
 * mandates, replies, private phones, the level, what the room sees, and what the consents except
 * (fieldInventory.ts says why of each). Only added to, never changed: versions are read for ever.
 */
export const contentFormat = 1;

/** A register in a version: null, its value, or `both` when two had written and nobody had chosen. */
export type Packed<T> = T | null | { both: Write<T>[] };

export const pack = <T>({ value, both }: Register<T>): Packed<T> =>
  both.length > 0 ? { both: [...both] } : value;

export const unpack = <T>(packed: Packed<T>): Register<T> => {
  if (packed === null) return { value: null, both: [] };
  return isBoth(packed) ? { value: null, both: packed.both } : { value: packed, both: [] };
};

const isBoth = <T>(packed: Packed<T>): packed is { both: Write<T>[] } =>
  typeof packed === 'object' && packed !== null && 'both' in packed && Array.isArray(packed.both);

const packed = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.nullable(
    v.union([
      v.object({
        both: v.array(
          v.object({ writeId: v.string(), value: schema, by: authorSchema, at: instantSchema }),
        ),
      }),
      schema,
    ]),
  );

const rowBase = {
  id: v.string(),
  text: v.string(),
  notFor: v.array(v.string()),
  notWithChild: v.boolean(),
  createdBy: authorSchema,
  createdAt: instantSchema,
};

const textRow = v.object({ ...rowBase, kind: rowKindSchema });

const intervention = v.object({
  ...rowBase,
  subgoalId: v.nullable(v.string()),
  timing: packed(rowFields.timing),
  where: packed(rowFields.where),
  doers: packed(rowFields.doers),
  decision: packed(rowFields.decision),
  followUp: packed(rowFields.followUp),
  status: packed(rowFields.status),
});

const ownAction = v.object({
  ...rowBase,
  subgoalId: v.nullable(v.string()),
  timing: packed(rowFields.timing),
});

const participant = v.object({
  id: v.string(),
  name: v.string(),
  function: v.string(),
  service: v.string(),
  isIndividual: v.boolean(),
  authority: packed(participantFields.authority),
  call: packed(participantFields.call),
  attendance: packed(participantFields.attendance),
  workPhone: packed(participantFields.workPhone),
  workHours: packed(participantFields.workHours),
  askAbout: packed(participantFields.askAbout),
  protectedIdentity: packed(participantFields.protectedIdentity),
});

const consentLine = v.object({
  answer: v.nullable(v.picklist(['yes', 'no', 'later'])),
  withdrawn: v.boolean(),
  form: v.nullable(v.picklist(['muntligt', 'skriftligt', 'annat'])),
  at: v.nullable(instantSchema),
  by: v.nullable(authorSchema),
});

export const planContentSchema = v.object({
  format: v.pipe(v.number(), v.integer(), v.minValue(1)),
  language: v.literal('sv'),
  schema: v.number(),
  name: packed(planFields.name),
  audience: packed(planFields.audience),
  kind: packed(planFields.kind),
  protectedIdentity: packed(planFields.protectedIdentity),
  personnummer: packed(planFields.personnummer),
  address: packed(planFields.address),
  phone: packed(planFields.phone),
  personLanguage: packed(planFields.language),
  interpreter: packed(planFields.interpreter),
  adaptations: v.string(),
  noticedBy: packed(planFields.noticedBy),
  important: v.string(),
  purpose: v.string(),
  meeting: v.object({
    date: packed(planFields.meetingDate),
    time: packed(planFields.meetingTime),
    place: packed(planFields.meetingPlace),
    minutes: packed(planFields.meetingMinutes),
  }),
  participants: v.array(participant),
  /** Every text row in the order of its list. */
  texts: v.array(textRow),
  subgoals: v.array(
    v.object({
      ...rowBase,
      longTermGoalId: v.nullable(v.string()),
      date: packed(rowFields.date),
      interventions: v.array(intervention),
      ownActions: v.array(ownAction),
    }),
  ),
  looseInterventions: v.array(intervention),
  looseOwnActions: v.array(ownAction),
  lead: v.object({
    authority: packed(planFields.leadAuthority),
    participantId: packed(planFields.leadParticipant),
    name: packed(planFields.leadName),
  }),
  nextMeeting: v.object({
    date: packed(planFields.nextDate),
    time: packed(planFields.nextTime),
    place: packed(planFields.nextPlace),
    caller: packed(planFields.nextCaller),
  }),
  answers: v.object({
    unclear: packed(planFields.answerUnclear),
    soundsGood: packed(planFields.answerSoundsGood),
    saysYes: packed(planFields.answerSaysYes),
    ownWords: v.string(),
  }),
  consent: v.object({ make: consentLine, share: consentLine }),
  /** Everybody who wrote a row that is in it. */
  authors: v.array(authorSchema),
});

export type PlanContent = v.InferOutput<typeof planContentSchema>;
export type ContentConsent = PlanContent['consent'];
