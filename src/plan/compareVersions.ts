import { toCanonicalJson } from './canonicalJson.ts';
import type { RowKind } from './model.ts';
import type { PlanContent } from './planContent.ts';

/** What differs between two versions, row by row: **Nytt**, **Ändrat**, **Borttaget**. */
export interface PlanChange {
  readonly change: 'new' | 'changed' | 'removed';
  /** Id of the row or participant, or `plan`. */
  readonly item: string;
  /** What it is in the later of the two. */
  readonly kind: RowKind | 'participant' | 'plan';
  /** Its words in the later of the two; '' for the plan as a whole. */
  readonly text: string;
  /** For `changed`: which fields, by their names in fields.ts, with `text` and `kind` for rows. */
  readonly fields: readonly FieldChange[];
}

export interface FieldChange {
  readonly field: string;
  /** As in the version: null, the value, or `both` where nobody had chosen. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Order, authors and who may get a row are no changes of the plan's content. */
export const compareVersions = (before: PlanContent, after: PlanContent): readonly PlanChange[] => {
  const [old, present] = [itemsOf(before), itemsOf(after)];
  const changes: PlanChange[] = [];
  for (const [id, now] of present) {
    const was = old.get(id);
    if (was === undefined) {
      changes.push({ change: 'new', item: id, kind: now.kind, text: now.text, fields: [] });
      continue;
    }
    const fields = changedFields(was.fields, now.fields);
    if (fields.length === 0) continue;
    changes.push({ change: 'changed', item: id, kind: now.kind, text: now.text, fields });
  }
  for (const [id, was] of old) {
    if (present.has(id)) continue;
    changes.push({ change: 'removed', item: id, kind: was.kind, text: was.text, fields: [] });
  }
  return changes;
};

interface ContentItem {
  readonly kind: PlanChange['kind'];
  readonly text: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const changedFields = (
  before: ContentItem['fields'],
  after: ContentItem['fields'],
): readonly FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const [was, is] = [before[field] ?? null, after[field] ?? null];
    return toCanonicalJson(was) === toCanonicalJson(is) ? [] : [{ field, before: was, after: is }];
  });

const itemsOf = (content: PlanContent): ReadonlyMap<string, ContentItem> => {
  const items = new Map<string, ContentItem>([['plan', wholeOf(content)]]);
  const addRow = (
    kind: RowKind,
    { id, text }: { readonly id: string; readonly text: string },
    fields: ContentItem['fields'] = {},
  ): void => {
    items.set(id, { kind, text, fields: { kind, text, ...fields } });
  };
  const addDoings = ({
    interventions,
    ownActions,
  }: Pick<PlanContent['subgoals'][number], 'interventions' | 'ownActions'>): void => {
    for (const row of interventions) {
      const { subgoalId, timing, where, doers, decision, followUp, status } = row;
      addRow('intervention', row, { subgoalId, timing, where, doers, decision, followUp, status });
    }
    for (const row of ownActions) {
      addRow('ownAction', row, { subgoalId: row.subgoalId, timing: row.timing });
    }
  };
  for (const row of content.texts) addRow(row.kind, row);
  for (const step of content.subgoals) {
    addRow('subgoal', step, { longTermGoalId: step.longTermGoalId, date: step.date });
    addDoings(step);
  }
  addDoings({ interventions: content.looseInterventions, ownActions: content.looseOwnActions });
  for (const { id, ...fields } of content.participants) {
    items.set(id, { kind: 'participant', text: fields.name, fields });
  }
  return items;
};

const wholeOf = (content: PlanContent): ContentItem => ({
  kind: 'plan',
  text: '',
  fields: {
    name: content.name,
    audience: content.audience,
    kind: content.kind,
    protectedIdentity: content.protectedIdentity,
    personnummer: content.personnummer,
    address: content.address,
    phone: content.phone,
    language: content.personLanguage,
    interpreter: content.interpreter,
    adaptations: content.adaptations,
    noticedBy: content.noticedBy,
    important: content.important,
    purpose: content.purpose,
    meetingDate: content.meeting.date,
    meetingTime: content.meeting.time,
    meetingPlace: content.meeting.place,
    meetingMinutes: content.meeting.minutes,
    leadAuthority: content.lead.authority,
    leadParticipant: content.lead.participantId,
    leadName: content.lead.name,
    nextDate: content.nextMeeting.date,
    nextTime: content.nextMeeting.time,
    nextPlace: content.nextMeeting.place,
    nextCaller: content.nextMeeting.caller,
    answerUnclear: content.answers.unclear,
    answerSoundsGood: content.answers.soundsGood,
    answerSaysYes: content.answers.saysYes,
    ownWords: content.answers.ownWords,
    consentToMake: content.consent.make.answer,
    consentToShare: content.consent.share.answer,
  },
});
