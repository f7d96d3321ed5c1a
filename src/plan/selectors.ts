import type { PlanDocument } from './document.ts';
import {
  isReadOnly,
  planItem,
  readItems,
  readMalformed,
  readRevision,
  readSchema,
  readText,
  readVersion,
} from './documentRead.ts';
import { type PlanTextField, planFields } from './fields.ts';
import { limits } from './limits.ts';
import type {
  Intervention,
  OwnAction,
  PutAway,
  RowKind,
  SipPlan,
  Subgoal,
  TextRow,
  Unsettled,
} from './model.ts';
import { byOrder } from './orderKeys.ts';
import { createReader, type SelectedItem, selectItem } from './selectItem.ts';

/**
 * The document → what views and outputs read. Tolerant: each item is read by a schema, what does not fit
 * is left out and counted in `setAside`, all else is shown. Writes nothing. The same plan object as long
 * as nothing changed, and the same row objects for rows that did not change.
 */
export const selectPlan = (doc: PlanDocument): SipPlan => {
  const version = readVersion(doc);
  const known = memos.get(doc);
  if (known?.version === version) return known.plan;
  const plan = buildPlan(doc, known?.plan ?? null);
  memos.set(doc, { version, plan });
  return plan;
};

const memos = new WeakMap<PlanDocument, { readonly version: number; readonly plan: SipPlan }>();

const buildPlan = (doc: PlanDocument, before: SipPlan | null): SipPlan => {
  const items: SelectedItem[] = [];
  let setAside = readMalformed(doc);
  for (const [id] of readItems(doc)) {
    const item = selectItem(doc, id);
    if (item === null || items.length >= limits.rows + limits.participants) setAside += 1;
    else {
      items.push(item);
      setAside += item.unreadable;
    }
  }
  items.sort(byOrder);
  const there = items.filter(({ away }) => away === null);
  const whole = selectWhole(doc);
  return {
    schema: readSchema(doc),
    readOnly: isReadOnly(doc),
    ...whole.fields,
    participants: there.flatMap((item) => (item.kind === 'participant' ? [item.participant] : [])),
    ...selectRows(there, before),
    putAway: items.filter(isWorthTaking).map(toPutAway),
    unsettled: [...whole.unsettled, ...there.flatMap(({ unsettled }) => unsettled)],
    setAside: setAside + whole.unreadable,
  };
};

type Rows = Pick<
  SipPlan,
  | 'questions'
  | 'values'
  | 'worksWell'
  | 'worksLess'
  | 'longTermGoals'
  | 'subgoals'
  | 'looseInterventions'
  | 'looseOwnActions'
  | 'resources'
  | 'disagreements'
  | 'later'
  | 'notes'
>;

const selectRows = (there: readonly SelectedItem[], before: SipPlan | null): Rows => {
  const texts = new Map<RowKind, TextRow[]>();
  const interventions = new Map<string | null, Intervention[]>();
  const ownActions = new Map<string | null, OwnAction[]>();
  const steps = there.flatMap((item) =>
    item.kind === 'row' && item.row.kind === 'subgoal' ? [item.row] : [],
  );
  const stepIds = new Set(steps.map(({ id }) => id));
  for (const item of there) {
    if (item.kind !== 'row') continue;
    const { row } = item;
    // What stands under a step that was put away stands loose meanwhile: nothing vanishes with it.
    const under = item.subgoalId !== null && stepIds.has(item.subgoalId) ? item.subgoalId : null;
    if (row.kind === 'intervention') push(interventions, under, row);
    else if (row.kind === 'ownAction') push(ownActions, under, row);
    else if (row.kind !== 'subgoal') push(texts, row.kind, row);
  }
  const old = new Map(before?.subgoals.map((subgoal) => [subgoal.id, subgoal] as const));
  const oldSteps = stepMemo;
  const textRows = (kind: TextRow['kind']): readonly TextRow[] => texts.get(kind) ?? [];
  return {
    questions: textRows('question'),
    values: textRows('value'),
    worksWell: textRows('worksWell'),
    worksLess: textRows('worksLess'),
    longTermGoals: textRows('longTermGoal'),
    subgoals: steps.map((step) => {
      const next: Subgoal = {
        ...step,
        interventions: interventions.get(step.id) ?? [],
        ownActions: ownActions.get(step.id) ?? [],
      };
      const same = old.get(step.id);
      if (same !== undefined && oldSteps.get(same) === step && hasSameRows(same, next)) return same;
      oldSteps.set(next, step);
      return next;
    }),
    looseInterventions: interventions.get(null) ?? [],
    looseOwnActions: ownActions.get(null) ?? [],
    resources: textRows('resource'),
    disagreements: textRows('disagreement'),
    later: textRows('later'),
    notes: textRows('note'),
  };
};

/** Which read item a subgoal was made of, so that an unchanged one can be handed out again. */
const stepMemo = new WeakMap<Subgoal, object>();

const hasSameRows = (a: Subgoal, b: Subgoal): boolean =>
  isSameList(a.interventions, b.interventions) && isSameList(a.ownActions, b.ownActions);

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((entry, place) => entry === b[place]);

const push = <K, T>(lists: Map<K, T[]>, key: K, entry: T): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [entry]);
  else list.push(entry);
};

/** An addition that was taken back before anything was written in it is nothing to take back. */
const isWorthTaking = (item: SelectedItem): boolean =>
  item.away !== null && (item.away.onPurpose || nameOf(item).trim() !== '');

const nameOf = (item: SelectedItem): string =>
  item.kind === 'participant'
    ? [item.participant.name, item.participant.function, item.participant.service]
        .filter((part) => part !== '')
        .join(', ')
    : item.row.text;

const toPutAway = (item: SelectedItem): PutAway => ({
  id: item.id,
  kind: item.kind === 'participant' ? 'participant' : item.row.kind,
  text: nameOf(item),
  by: item.away?.by ?? { name: '', function: '', unit: '' },
  at: item.away?.at ?? 0,
});

const selectWhole = (doc: PlanDocument) => {
  const revision = readRevision(doc, planItem);
  const known = wholeMemos.get(doc);
  if (known?.revision === revision) return known.whole;
  const whole = readWhole(doc);
  wholeMemos.set(doc, { revision, whole });
  return whole;
};

const readWhole = (doc: PlanDocument) => {
  const reader = createReader(doc, planItem);
  const text = (name: PlanTextField): string =>
    readText(doc, { item: planItem, field: name }).slice(0, limits.longText);
  const fields = {
    name: reader.register('name', planFields.name),
    screenName: reader.register('screenName', planFields.screenName),
    audience: reader.register('audience', planFields.audience),
    kind: reader.register('kind', planFields.kind),
    protectedIdentity: reader.register('protectedIdentity', planFields.protectedIdentity),
    personnummer: reader.register('personnummer', planFields.personnummer),
    address: reader.register('address', planFields.address),
    phone: reader.register('phone', planFields.phone),
    language: reader.register('language', planFields.language),
    interpreter: reader.register('interpreter', planFields.interpreter),
    adaptations: text('adaptations'),
    existingSip: reader.register('existingSip', planFields.existingSip),
    noticedBy: reader.register('noticedBy', planFields.noticedBy),
    coordinationNeed: reader.register('coordinationNeed', planFields.coordinationNeed),
    important: { text: text('important'), shown: reader.every('importantShown') },
    purpose: text('purpose'),
    meeting: {
      date: reader.register('meetingDate', planFields.meetingDate),
      time: reader.register('meetingTime', planFields.meetingTime),
      place: reader.register('meetingPlace', planFields.meetingPlace),
      minutes: reader.register('meetingMinutes', planFields.meetingMinutes),
    },
    leads: reader.register('leads', planFields.leads),
    writes: reader.register('writes', planFields.writes),
    showTime: reader.register('showTime', planFields.showTime),
    ownLook: reader.register('ownLook', planFields.ownLook),
    lead: {
      authority: reader.register('leadAuthority', planFields.leadAuthority),
      participantId: reader.register('leadParticipant', planFields.leadParticipant),
      name: reader.register('leadName', planFields.leadName),
      shown: reader.every('leadShown'),
    },
    nextMeeting: {
      date: reader.register('nextDate', planFields.nextDate),
      time: reader.register('nextTime', planFields.nextTime),
      place: reader.register('nextPlace', planFields.nextPlace),
      caller: reader.register('nextCaller', planFields.nextCaller),
      shown: reader.every('nextShown'),
    },
    answers: {
      unclear: reader.register('answerUnclear', planFields.answerUnclear),
      soundsGood: reader.register('answerSoundsGood', planFields.answerSoundsGood),
      saysYes: reader.register('answerSaysYes', planFields.answerSaysYes),
      ownWords: text('ownWords'),
    },
  };
  const unsettled: readonly Unsettled[] = reader.unsettled;
  return { fields, unsettled, unreadable: reader.unreadable() };
};

const wholeMemos = new WeakMap<
  PlanDocument,
  { readonly revision: number; readonly whole: ReturnType<typeof readWhole> }
>();
