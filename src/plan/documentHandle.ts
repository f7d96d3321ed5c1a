import * as Y from 'yjs';

/**
 * What is behind a `PlanDocument`: the Yjs document, and an index of its registers kept in step with it.
 * Only `document*.ts` import this file, so that nobody else sees Yjs.
 *
 * Layout, safe when two devices create at the same time (docs/decisions/0010-plan-document-layout.md):
 * - `items`: id → plain JSON `{kind, at, by}`, written once, never changed, never deleted
 * - `registers`: `item|field|writeId` → `{value, by, at}`; a key is written once
 * - `t/<item>/<field>`: one top-level Y.Text a free text
 * - `meta`: `schema`, set with the first write
 */
export interface Handle {
  readonly y: Y.Doc;
  readonly items: Y.Map<unknown>;
  readonly registers: Y.Map<unknown>;
  readonly meta: Y.Map<unknown>;
  /** item → field → writeId → `{value, by, at}` as it was written, unchecked. */
  readonly index: Map<string, Map<string, Map<string, unknown>>>;
  /** Register keys that do not have the three parts. */
  readonly malformed: Set<string>;
  /** Grows with every change of an item, its registers or its texts. */
  readonly revisions: Map<string, number>;
  version: number;
  undo: Y.UndoManager | null;
  /** A copy that updates are tried on; null until the first one came. */
  scratch: Y.Doc | null;
  /** Own updates that the scratch copy has not had yet. */
  notInScratch: Uint8Array[];
  /** The text that the present undo step is typing in. */
  typing: string | null;
}

/** Own edits that undo takes back. */
export const ownOrigin = Symbol('own');
/** Own edits that undo leaves alone: what the room sees and who may get a row (field.md 2, 12). */
export const ownKeptOrigin = Symbol('own, kept by undo');
/** From the journal or another window. */
export const otherOrigin = Symbol('other');

export const isOwn = (origin: unknown): boolean =>
  origin === ownOrigin || origin === ownKeptOrigin || origin instanceof Y.UndoManager;

const brand: unique symbol = Symbol('plan document');

/** A plan that people write in. Opaque: read with selectors, written with commands. */
export interface PlanDocument {
  readonly [brand]: true;
}

const handles = new WeakMap<PlanDocument, Handle>();

export const createPlanDocument = (): PlanDocument => {
  // A name of its own would be random and never read: sixteen calls for chance a document.
  const y = new Y.Doc({ guid: 'plan' });
  const handle: Handle = {
    y,
    items: y.getMap('items'),
    registers: y.getMap('registers'),
    meta: y.getMap('meta'),
    index: new Map(),
    malformed: new Set(),
    revisions: new Map(),
    version: 0,
    undo: null,
    scratch: null,
    notInScratch: [],
    typing: null,
  };
  y.on('afterTransaction', (transaction: Y.Transaction) => follow(handle, transaction));
  const doc: PlanDocument = Object.freeze({ [brand]: true as const });
  handles.set(doc, handle);
  return doc;
};

export const handleOf = (doc: PlanDocument): Handle => {
  const handle = handles.get(doc);
  if (handle === undefined) throw new Error('not a plan document');
  return handle;
};

export const textName = (item: string, field: string): string => `t/${item}/${field}`;

const follow = (handle: Handle, transaction: Y.Transaction): void => {
  if (transaction.changed.size === 0) return;
  for (const [type, keys] of transaction.changed) {
    const map: unknown = type;
    if (map === handle.registers) {
      for (const key of keys) if (key !== null) followRegister(handle, key);
    } else if (map === handle.items) {
      for (const key of keys) if (key !== null) touch(handle, key);
    } else if (type._item === null) {
      const [kind, item] = Y.findRootTypeKey(type).split('/');
      if (kind === 't' && item !== undefined) touch(handle, item);
    }
  }
  handle.version += 1;
};

const followRegister = (handle: Handle, key: string): void => {
  const parts = key.split('|');
  const [item, field, writeId] = parts;
  if (parts.length !== 3 || !item || !field || !writeId) {
    handle.malformed.add(key);
    return;
  }
  if (handle.registers.has(key)) noteWrite(handle, item, field, writeId, handle.registers.get(key));
  else handle.index.get(item)?.get(field)?.delete(writeId);
  touch(handle, item);
};

export const noteWrite = (
  handle: Handle,
  item: string,
  field: string,
  writeId: string,
  raw: unknown,
): void => {
  const fields = handle.index.get(item) ?? new Map<string, Map<string, unknown>>();
  handle.index.set(item, fields);
  const writes = fields.get(field) ?? new Map<string, unknown>();
  fields.set(field, writes);
  writes.set(writeId, raw);
};

const touch = (handle: Handle, item: string): void => {
  handle.revisions.set(item, (handle.revisions.get(item) ?? 0) + 1);
};
