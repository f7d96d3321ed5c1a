import type * as Y from 'yjs';
import { type Handle, handleOf, type PlanDocument, textName } from './documentHandle.ts';
import { planSchema } from './model.ts';

/** A free text: of a row or a participant, or of the plan as a whole with item `plan`. */
export interface TextRef {
  readonly item: string;
  readonly field: string;
}

/** The item that plan-wide fields belong to. */
export const planItem = 'plan';

export const readText = (doc: PlanDocument, ref: TextRef): string =>
  textOf(handleOf(doc), ref)?.toString() ?? '';

/** Null when nothing was ever written there: looking must not make it. */
export const textOf = (handle: Handle, { item, field }: TextRef): Y.Text | null => {
  const name = textName(item, field);
  if (!handle.y.share.has(name)) return null;
  try {
    return handle.y.getText(name);
  } catch {
    // Somebody's damaged update made something else under this name.
    return null;
  }
};

/** Items as they were written, unchecked. */
export const readItems = (doc: PlanDocument): IterableIterator<[string, unknown]> =>
  handleOf(doc).items.entries();

export const hasItem = (doc: PlanDocument, id: string): boolean => handleOf(doc).items.has(id);

export const readItem = (doc: PlanDocument, id: string): unknown => handleOf(doc).items.get(id);

/** Present writes of a register, unchecked: writeId → `{value, by, at}`. */
export const readWrites = (
  doc: PlanDocument,
  item: string,
  field: string,
): ReadonlyMap<string, unknown> => handleOf(doc).index.get(item)?.get(field) ?? noWrites;

const noWrites: ReadonlyMap<string, unknown> = new Map();

/** Where the write stands, or null when it was replaced. */
export const findWrite = (
  doc: PlanDocument,
  writeId: string,
): { readonly item: string; readonly field: string; readonly raw: unknown } | null => {
  for (const [item, fields] of handleOf(doc).index) {
    for (const [field, writes] of fields) {
      if (writes.has(writeId)) return { item, field, raw: writes.get(writeId) };
    }
  }
  return null;
};

export const readMalformed = (doc: PlanDocument): number => handleOf(doc).malformed.size;

/** The schema of the program that wrote it; this program's when nothing is written. */
export const readSchema = (doc: PlanDocument): number => {
  const schema = handleOf(doc).meta.get('schema');
  return typeof schema === 'number' && Number.isInteger(schema) ? schema : planSchema;
};

/** Written by a newer program: shown, not written. */
export const isReadOnly = (doc: PlanDocument): boolean => readSchema(doc) > planSchema;

/** Grows with every change of the document. */
export const readVersion = (doc: PlanDocument): number => handleOf(doc).version;

/** Grows with every change of this item, its registers or its texts. */
export const readRevision = (doc: PlanDocument, item: string): number =>
  handleOf(doc).revisions.get(item) ?? 0;
