import type { OpenCase } from '../../cases/openCase.ts';

/** The one case that a window has open. Closing takes as long as writing does; what comes meanwhile waits for it. */
export interface OpenSlot {
  readonly opened: () => OpenCase | null;
  /** The same, but not one that is being closed: what is written in that would be lost. */
  readonly openedForGood: () => Promise<OpenCase | null>;
  /** Keeps one case open; the one before is closed. False when what was open could not be written. One at a time. */
  readonly keepOpen: (next: OpenCase | null) => Promise<boolean>;
  /** Lets go without writing. */
  readonly abandon: () => void;
}

/** @param mayOpen false when it was locked while a case was being read */
export const createOpenSlot = (mayOpen: () => boolean): OpenSlot => {
  let opened: OpenCase | null = null;
  let swapping: Promise<boolean> = Promise.resolve(true);

  const swap = async (next: OpenCase | null): Promise<boolean> => {
    if (next !== null && !mayOpen()) {
      await next.close();
      return false;
    }
    if (opened !== null && opened !== next) {
      const closed = await opened.close();
      if (!closed.ok) return false;
    }
    opened = next;
    return true;
  };

  return {
    opened: () => opened,
    openedForGood: async () => {
      await swapping;
      return opened;
    },
    keepOpen: (next) => {
      const swapped = swapping.then(() => swap(next));
      swapping = swapped.catch(() => false);
      return swapped;
    },
    abandon: () => {
      opened?.abandon();
      opened = null;
    },
  };
};
