import type * as v from 'valibot';
import { safeParse } from 'valibot';
import type { PlanDocument } from './document.ts';
import { readItem, readRevision, readText, readWrites } from './documentRead.ts';
import { itemSchema, joinedFields, participantFields, rowFields } from './fields.ts';
import { limits } from './limits.ts';
import type {
  Author,
  Intervention,
  OwnAction,
  Participant,
  Register,
  RowKind,
  Subgoal,
  TextRow,
  Unsettled,
  Write,
} from './model.ts';
import { isOrderKey } from './orderKeys.ts';
import { readRegister, readWriteList } from './registers.ts';

/** One item of the document, read: what it is, where it stands, and whether it was put away. */
export type SelectedItem = {
  readonly id: string;
  readonly order: string;
  /** Null: it is there. Else by whom it was put away; not `onPurpose` when its addition was taken back by undo. */
  readonly away: { readonly by: Author; readonly at: number; readonly onPurpose: boolean } | null;
  readonly unsettled: readonly Unsettled[];
  readonly unreadable: number;
} & (
  | { readonly kind: 'participant'; readonly participant: Participant }
  | { readonly kind: 'row'; readonly subgoalId: string | null; readonly row: SelectedRow }
);

export type SelectedRow =
  | TextRow
  | Intervention
  | OwnAction
  | Omit<Subgoal, 'interventions' | 'ownActions'>;

type Memo = Map<string, { readonly revision: number; readonly item: SelectedItem | null }>;
const memos = new WeakMap<PlanDocument, Memo>();

/** Null when the item itself cannot be read. The same object as long as nothing in it changed. */
export const selectItem = (doc: PlanDocument, id: string): SelectedItem | null => {
  const memo: Memo = memos.get(doc) ?? new Map();
  memos.set(doc, memo);
  const revision = readRevision(doc, id);
  const known = memo.get(id);
  if (known?.revision === revision) return known.item;
  const item = parseItem(doc, id);
  memo.set(id, { revision, item });
  return item;
};

const parseItem = (doc: PlanDocument, id: string): SelectedItem | null => {
  const parsed = safeParse(itemSchema, readItem(doc, id));
  if (!parsed.success) return null;
  const { kind: writtenAs, by, at } = parsed.output;
  const reader = createReader(doc, id);
  const order = reader.latest('order', joinedFields.order)?.value ?? '';
  const there = reader.all('there', joinedFields.there);
  const lastAway = there.findLast(({ value }) => !value);
  const away = there.some(({ value }) => value)
    ? null
    : lastAway === undefined
      ? { by, at, onPurpose: false }
      : { by: lastAway.by, at: lastAway.at, onPurpose: true };
  const part =
    writtenAs === 'participant'
      ? ({ kind: 'participant', participant: readParticipant(doc, id, reader) } as const)
      : ({ kind: 'row', ...readRow(doc, id, writtenAs, { by, at }, reader) } as const);
  return {
    id,
    order: isOrderKey(order) ? order : '',
    away,
    ...part,
    unsettled: reader.unsettled,
    unreadable: reader.unreadable(),
  };
};

const readParticipant = (doc: PlanDocument, id: string, reader: Reader): Participant => {
  const text = (field: string): string => cut(readText(doc, { item: id, field }), limits.shortText);
  return {
    id,
    name: text('name'),
    function: text('function'),
    service: text('service'),
    authority: reader.register('authority', participantFields.authority),
    isIndividual: reader.latest('isIndividual', joinedFields.isIndividual)?.value ?? false,
    call: reader.register('call', participantFields.call),
    reply: reader.register('reply', participantFields.reply),
    mandate: reader.register('mandate', participantFields.mandate),
    attendance: reader.register('attendance', participantFields.attendance),
    workPhone: reader.register('workPhone', participantFields.workPhone),
    workHours: reader.register('workHours', participantFields.workHours),
    privatePhone: reader.register('privatePhone', participantFields.privatePhone),
    askAbout: reader.register('askAbout', participantFields.askAbout),
    spokenBefore: reader.register('spokenBefore', participantFields.spokenBefore),
    protectedIdentity: reader.register('protectedIdentity', participantFields.protectedIdentity),
    serviceOnScreen: reader.register('serviceOnScreen', participantFields.serviceOnScreen),
    shown: reader.every('shown'),
  };
};

const readRow = (
  doc: PlanDocument,
  id: string,
  writtenAs: RowKind,
  created: { readonly by: Author; readonly at: number },
  reader: Reader,
): { readonly row: SelectedRow; readonly subgoalId: string | null } => {
  const kind = reader.chosen('kind', rowFields.kind) ?? writtenAs;
  const shows = reader.all('shown', joinedFields.shown);
  const base = {
    id,
    text: cut(readText(doc, { item: id, field: 'text' }), limits.rowText),
    shown: shows.length > 0 && shows.every(({ value }) => value),
    shownAt: shows.at(-1)?.at ?? null,
    notFor: [...new Set(reader.all('notFor', joinedFields.notFor).flatMap(({ value }) => value))],
    notWithChild: reader.all('notWithChild', joinedFields.notWithChild).some(({ value }) => value),
    createdBy: created.by,
    createdAt: created.at,
  };
  if (kind === 'subgoal') {
    const longTermGoalId = reader.chosen('longTermGoalId', rowFields.longTermGoalId);
    const date = reader.register('date', rowFields.date);
    return { subgoalId: null, row: { ...base, kind, longTermGoalId, date } };
  }
  if (kind !== 'intervention' && kind !== 'ownAction') {
    return { subgoalId: null, row: { ...base, kind } };
  }
  const subgoalId = reader.chosen('subgoalId', rowFields.subgoalId);
  const timing = reader.register('timing', rowFields.timing);
  if (kind === 'ownAction') return { subgoalId, row: { ...base, kind, subgoalId, timing } };
  return {
    subgoalId,
    row: {
      ...base,
      kind,
      subgoalId,
      timing,
      where: reader.register('where', rowFields.where),
      doers: reader.register('doers', rowFields.doers),
      decision: reader.register('decision', rowFields.decision),
      followUp: reader.register('followUp', rowFields.followUp),
      status: reader.register('status', rowFields.status),
    },
  };
};

const cut = (text: string, max: number): string => (text.length > max ? text.slice(0, max) : text);

/** Reads the registers of one item and gathers what is unsettled and what cannot be read. */
export interface Reader {
  readonly register: <T>(field: string, schema: v.GenericSchema<unknown, T>) => Register<T>;
  /** A register whose field in the model is a plain value: the later of two, told among `unsettled`. */
  readonly chosen: <T>(field: string, schema: v.GenericSchema<unknown, T>) => T | null;
  readonly latest: <T>(field: string, schema: v.GenericSchema<unknown, T>) => Write<T> | null;
  readonly all: <T>(field: string, schema: v.GenericSchema<unknown, T>) => readonly Write<T>[];
  /** True only when something is written and every write says true. */
  readonly every: (field: string) => boolean;
  readonly unsettled: readonly Unsettled[];
  readonly unreadable: () => number;
}

export const createReader = (doc: PlanDocument, item: string): Reader => {
  const unsettled: Unsettled[] = [];
  let unreadable = 0;
  const register = <T>(field: string, schema: v.GenericSchema<unknown, T>): Register<T> => {
    const read = readRegister(readWrites(doc, item, field), schema);
    unreadable += read.unreadable;
    if (read.register.both.length > 0) unsettled.push({ item, field, writes: read.register.both });
    return read.register;
  };
  const all = <T>(field: string, schema: v.GenericSchema<unknown, T>): readonly Write<T>[] => {
    const raw = readWrites(doc, item, field);
    if (raw.size === 0) return [];
    const read = readWriteList(raw, schema);
    unreadable += read.unreadable;
    return read.writes;
  };
  return {
    register,
    all,
    chosen: (field, schema) => {
      const { value, both } = register(field, schema);
      return value ?? both.at(-1)?.value ?? null;
    },
    latest: (field, schema) => all(field, schema).at(-1) ?? null,
    every: (field) => {
      const writes = all(field, joinedFields.shown);
      return writes.length > 0 && writes.every(({ value }) => value);
    },
    unsettled,
    unreadable: () => unreadable,
  };
};
