import { err, ok, type Result } from '../shared/result.ts';
import type { CommandError } from './commandError.ts';
import {
  handleOf,
  noteWrite,
  ownKeptOrigin,
  ownOrigin,
  type PlanDocument,
  textName,
} from './documentHandle.ts';
import { hasItem, isReadOnly, planItem, type TextRef, textOf } from './documentRead.ts';
import { limits } from './limits.ts';
import { planSchema } from './model.ts';
import { type Splice, smallestSplice } from './smallestSplice.ts';
import type { WriteContext } from './writeContext.ts';

/** What commands may do inside one transaction. */
export interface PlanWriter {
  /** Adds an item under a fresh id. What it is never changes; all else about it are registers and texts. */
  readonly addItem: (kind: string) => string;
  /** Deletes the writes it replaces and adds its own; nothing when the value is what stands there alone. */
  readonly setRegister: (item: string, field: string, value: unknown) => void;
  readonly setText: (ref: TextRef, text: string) => void;
}

export interface WriteOptions {
  /** False: undo leaves it alone. */
  readonly undoable: boolean;
}

/** One transaction, so one update and one step of undo. Checks come before it: inside, nothing can fail. */
export const write = <T>(
  doc: PlanDocument,
  ctx: WriteContext,
  change: (writer: PlanWriter) => T,
  { undoable }: WriteOptions = { undoable: true },
): Result<T, CommandError> => {
  if (isReadOnly(doc)) return err({ kind: 'readOnly' });
  const handle = handleOf(doc);
  handle.typing = null;
  handle.undo?.stopCapturing();
  return ok(
    handle.y.transact(
      () => {
        markSchema(doc);
        return change(createWriter(doc, ctx));
      },
      undoable ? ownOrigin : ownKeptOrigin,
    ),
  );
};

/** An input event in a free text, as the smallest splice. Typing in one text is one step of undo a pause. */
export const spliceText = (
  doc: PlanDocument,
  _ctx: WriteContext,
  ref: TextRef,
  splice: Splice,
): Result<void, CommandError> => {
  if (isReadOnly(doc)) return err({ kind: 'readOnly' });
  if (ref.item !== planItem && !hasItem(doc, ref.item)) {
    return err({ kind: 'notFound', id: ref.item });
  }
  const handle = handleOf(doc);
  const length = textOf(handle, ref)?.length ?? 0;
  const index = Math.min(Math.max(0, splice.index), length);
  const remove = Math.min(Math.max(0, splice.remove), length - index);
  const max = maxTextLength(ref);
  if (splice.insert.length > remove && length - remove + splice.insert.length > max) {
    return err({ kind: 'tooLong', field: ref.field, max });
  }
  if (remove === 0 && splice.insert === '') return ok(undefined);
  const name = textName(ref.item, ref.field);
  if (handle.typing !== name) handle.undo?.stopCapturing();
  handle.typing = name;
  handle.y.transact(() => {
    markSchema(doc);
    const text = handle.y.getText(name);
    if (remove > 0) text.delete(index, remove);
    if (splice.insert !== '') text.insert(index, splice.insert);
  }, ownOrigin);
  return ok(undefined);
};

export const maxTextLength = ({ item, field }: TextRef): number => {
  if (item === planItem) return limits.longText;
  return field === 'text' ? limits.rowText : limits.shortText;
};

const markSchema = (doc: PlanDocument): void => {
  const { meta } = handleOf(doc);
  if (meta.get('schema') === undefined) meta.set('schema', planSchema);
};

const createWriter = (doc: PlanDocument, ctx: WriteContext): PlanWriter => {
  const handle = handleOf(doc);
  const by = { name: ctx.by.name, function: ctx.by.function, unit: ctx.by.unit };
  return {
    addItem: (kind) => {
      const id = ctx.newId();
      handle.items.set(id, { kind, at: ctx.at, by });
      return id;
    },
    setRegister: (item, field, value) => {
      const writes = handle.index.get(item)?.get(field);
      if (writes?.size === 1 && isSameValue([...writes.values()][0], value)) return;
      for (const writeId of [...(writes?.keys() ?? [])]) {
        handle.registers.delete(`${item}|${field}|${writeId}`);
        writes?.delete(writeId);
      }
      const writeId = ctx.newId();
      const raw = { value, by, at: ctx.at };
      handle.registers.set(`${item}|${field}|${writeId}`, raw);
      noteWrite(handle, item, field, writeId, raw);
    },
    setText: (ref, text) => {
      const target = handle.y.getText(textName(ref.item, ref.field));
      const splice = smallestSplice(target.toString(), text);
      if (splice === null) return;
      if (splice.remove > 0) target.delete(splice.index, splice.remove);
      if (splice.insert !== '') target.insert(splice.index, splice.insert);
    },
  };
};

const isSameValue = (raw: unknown, value: unknown): boolean =>
  typeof raw === 'object' &&
  raw !== null &&
  'value' in raw &&
  JSON.stringify(raw.value) === JSON.stringify(value);
