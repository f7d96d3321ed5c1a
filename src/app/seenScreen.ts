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
  /** The same where it rested: the meeting has not been told yet that the individual's view was taken back. */
  readonly onlyMeAtRest: () => void;
  /** Whether it was; said once, to whoever tells the meeting. */
  readonly wasTakenBack: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

/** The tablet was taken back while the individual's view could not stand. */
const takenBack = 'back';

const kinds = ['meeting', 'over', 'own', takenBack] as const;

/** The word that the window remembers. */
type Kept = (typeof kinds)[number] | null;

const storageKey = 'sip.seen';

export const createSeenScreen = (
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): SeenScreen => {
  const listeners = new Set<() => void>();
  let kept = read(storage);
  let standing = 0;
  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const keep = (next: Kept): void => {
    kept = next;
    try {
      if (next === null) storage.removeItem(storageKey);
      else storage.setItem(storageKey, next);
    } catch {
      // Where the window may keep nothing, it is remembered until the reload.
    }
  };
  return {
    resting: () => (standing > 0 || kept === takenBack ? null : kept),
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
    onlyMeAtRest: () => {
      keep(kept === 'own' ? takenBack : null);
      changed();
    },
    wasTakenBack: () => {
      if (kept !== takenBack) return false;
      keep(null);
      return true;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const read = (storage: Pick<Storage, 'getItem'>): Kept => {
  try {
    const word = storage.getItem(storageKey);
    return kinds.find((each) => each === word) ?? null;
  } catch {
    return null;
  }
};
