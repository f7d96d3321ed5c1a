import * as Y from 'yjs';
import type { Bytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import {
  createPlanDocument,
  type Handle,
  handleOf,
  isOwn,
  otherOrigin,
  type PlanDocument,
} from './documentHandle.ts';
import { limits } from './limits.ts';

/**
 * The plan document's edge to the world: updates in and out, as bytes. Reading is in documentRead.ts,
 * writing in documentWrite.ts, undo in documentUndo.ts; nobody outside `document*.ts` sees Yjs.
 */
export { createPlanDocument, type PlanDocument };

export type UpdateError =
  /** Over 256 kB: refused by every device alike. */
  | { readonly kind: 'tooLarge' }
  /** Not an update; the document is as it was. */
  | { readonly kind: 'notAnUpdate' };

/**
 * Joins one update. Tried on a scratch copy first, because a throw in the middle can leave a half-changed
 * document. Never refused for its content: that would block all that its writer does later.
 */
export const applyUpdate = (doc: PlanDocument, update: Uint8Array): Result<void, UpdateError> => {
  const [refused] = applyUpdates(doc, [update]);
  if (refused === undefined) return ok(undefined);
  return err({ kind: update.length > limits.updateBytes ? 'tooLarge' : 'notAnUpdate' });
};

/** Joins many; gives back the places of those that were refused, which changed nothing. */
export const applyUpdates = (
  doc: PlanDocument,
  updates: readonly Uint8Array[],
): readonly number[] => joinUpdates(doc, updates, limits.updateBytes);

/** Joins a snapshot that this program made: as `applyUpdate`, but without the bound on one update. */
export const applySnapshot = (
  doc: PlanDocument,
  snapshot: Uint8Array,
): Result<void, UpdateError> =>
  joinUpdates(doc, [snapshot], Number.POSITIVE_INFINITY).length === 0
    ? ok(undefined)
    : err({ kind: 'notAnUpdate' });

const joinUpdates = (
  doc: PlanDocument,
  updates: readonly Uint8Array[],
  maxBytes: number,
): readonly number[] => {
  const handle = handleOf(doc);
  const refused: number[] = [];
  const good: Uint8Array[] = [];
  let scratch = takeScratch(handle);
  updates.forEach((update, place) => {
    if (update.length <= maxBytes && tryUpdate(scratch, update)) {
      good.push(update);
      return;
    }
    refused.push(place);
    if (update.length > maxBytes) return;
    scratch.destroy();
    scratch = copyOf(handle.y);
    for (const earlier of good) Y.applyUpdate(scratch, earlier);
  });
  handle.scratch = scratch;
  if (good.length === 0) return refused;
  handle.y.transact(() => {
    for (const update of good) Y.applyUpdate(handle.y, update, otherOrigin);
  }, otherOrigin);
  return refused;
};

/** The scratch copy is kept in step, so that one update from another window does not cost a whole copy. */
const takeScratch = (handle: Handle): Y.Doc => {
  const { scratch, notInScratch } = handle;
  if (scratch === null) {
    handle.y.on('update', (update: Uint8Array, origin: unknown) => {
      if (!isOwn(origin)) return;
      handle.notInScratch.push(update);
      if (handle.notInScratch.length >= mostNotInScratch) takeScratch(handle);
    });
    return copyOf(handle.y);
  }
  handle.notInScratch = [];
  for (const update of notInScratch) Y.applyUpdate(scratch, update);
  return scratch;
};

/** A long afternoon of typing in one window must not pile up here. */
const mostNotInScratch = 256;

const copyOf = (y: Y.Doc): Y.Doc => {
  const copy = new Y.Doc({ guid: 'scratch' });
  if (y.store.clients.size > 0) Y.applyUpdate(copy, Y.encodeStateAsUpdate(y));
  return copy;
};

const tryUpdate = (scratch: Y.Doc, update: Uint8Array): boolean => {
  try {
    Y.applyUpdate(scratch, update);
    return true;
  } catch {
    return false;
  }
};

/** Told of each update made here, by commands, typing, undo and redo; not of those that came from elsewhere. */
export const onLocalUpdate = (
  doc: PlanDocument,
  listener: (update: Bytes) => void,
): (() => void) => {
  const { y } = handleOf(doc);
  const hear = (update: Uint8Array, origin: unknown): void => {
    if (isOwn(origin)) listener(new Uint8Array(update));
  };
  y.on('update', hear);
  return () => y.off('update', hear);
};

/**
 * The whole document as one update, for a snapshot record. Only of a document freshly loaded from the
 * journal, without undo: the live one keeps deleted text (design.md 6).
 */
export const encodeState = (doc: PlanDocument): Bytes =>
  new Uint8Array(Y.encodeStateAsUpdate(handleOf(doc).y));

/** Several updates as one, for one record of typing. Not for snapshots: it keeps deleted text. */
export const mergeUpdates = (updates: readonly Uint8Array[]): Bytes =>
  new Uint8Array(Y.mergeUpdates([...updates]));

export const destroyPlanDocument = (doc: PlanDocument): void => {
  const handle = handleOf(doc);
  handle.undo?.destroy();
  handle.undo = null;
  handle.scratch?.destroy();
  handle.y.destroy();
};
