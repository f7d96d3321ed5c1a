import * as Y from 'yjs';
import { handleOf, ownOrigin, type PlanDocument } from './documentHandle.ts';

/** Undo and redo of this window's own edits of the plan; never facts, never the meeting. */
export interface PlanUndo {
  /** True when something was taken back. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** At lock, freeze and removal: nothing before it can be taken back. */
  readonly clear: () => void;
}

/** Keystrokes closer than this, in the same text, are one step. */
const typingStepMs = 700;

/**
 * One a window; a second call replaces the first. What undo takes back of an added row is that it is
 * there, not the row itself: `items` and `meta` are never deleted from, so that what somebody else wrote
 * in the row meanwhile stays and is found under **Borttaget**.
 */
export const createUndo = (doc: PlanDocument): PlanUndo => {
  const handle = handleOf(doc);
  handle.undo?.destroy();
  const kept = new Set<unknown>([handle.items, handle.meta]);
  const manager = new Y.UndoManager(handle.y, {
    captureTimeout: typingStepMs,
    trackedOrigins: new Set<unknown>([ownOrigin]),
    deleteFilter: (item) => !kept.has(item.parent),
  });
  handle.undo = manager;
  const step = (move: () => unknown): boolean => {
    handle.typing = null;
    const before = handle.version;
    move();
    return handle.version !== before;
  };
  return {
    undo: () => step(() => manager.undo()),
    redo: () => step(() => manager.redo()),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    clear: () => {
      handle.typing = null;
      manager.clear();
    },
  };
};
