/**
 * Whether others see this screen, as long as nobody has said otherwise (field.md 8). The window remembers it through a
 * reload and a lock, so that no password field opens on the wall: one word in `sessionStorage`, nothing about anybody.
 */

/** What was shown last: a meeting that goes on, one that is over, or the individual's own view (**Visa för {namn}**). */
export type SeenScene = 'meeting' | 'over' | 'own';

export interface SeenScreen {
  /** What the room sees in the place of all else. Null: the shared view stands, or nobody else sees this screen. */
  readonly resting: () => SeenScene | null;
  /** The shared view is drawn in this window; gives how to tell that it is gone. */
  readonly stands: (scene: SeenScene) => () => void;
  /** **Bara jag ser skärmen nu** */
  readonly onlyMe: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const storageKey = 'sip.seen';

export const createSeenScreen = (
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): SeenScreen => {
  const listeners = new Set<() => void>();
  let seen = read(storage);
  let standing = 0;
  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const keep = (scene: SeenScene | null): void => {
    seen = scene;
    try {
      if (scene === null) storage.removeItem(storageKey);
      else storage.setItem(storageKey, scene);
    } catch {
      // Where the window may keep nothing, it is remembered until the reload.
    }
  };
  return {
    resting: () => (standing > 0 ? null : seen),
    stands: (scene) => {
      standing += 1;
      keep(scene);
      changed();
      return () => {
        standing -= 1;
        changed();
      };
    },
    onlyMe: () => {
      keep(null);
      changed();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const read = (storage: Pick<Storage, 'getItem'>): SeenScene | null => {
  try {
    const kept = storage.getItem(storageKey);
    return kept === 'meeting' || kept === 'over' || kept === 'own' ? kept : null;
  } catch {
    return null;
  }
};
