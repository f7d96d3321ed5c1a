import type { OpenCase } from '../../cases/openCase.ts';
import type { Reopened } from '../../cases/reopenCase.ts';
import type { TimersDep } from '../../cases/timers.ts';

/** The one case that a window has open. Closing takes as long as writing does; what comes meanwhile waits for it. */
export interface OpenSlot {
  readonly opened: () => OpenCase | null;
  /** The same, but not one that is being closed: what is written in that would be lost. */
  readonly openedForGood: () => Promise<OpenCase | null>;
  /** Keeps one case open; the one before is closed. False when what was open could not be written. One at a time. */
  readonly keepOpen: (next: OpenCase | null) => Promise<boolean>;
  /** Lets go without writing. */
  readonly abandon: () => void;
  /** Told when the case that is open was opened anew, because it was written anew elsewhere. */
  readonly onRenewed: (listener: (renewed: RenewedCase) => void) => () => void;
}

export interface RenewedCase {
  readonly old: OpenCase;
  /** Null: it is here no more, taken away on another device. */
  readonly opened: OpenCase | null;
  /** Something that was being written lies before a person now. */
  readonly isLaidApart: boolean;
}

export interface OpenSlotDeps extends TimersDep {
  /** False when it was locked while a case was being read. */
  readonly mayOpen: () => boolean;
  /** Null: not now. The case that was open is as it was. */
  readonly reopen: (old: OpenCase) => Promise<Reopened | 'gone' | null>;
}

/** Until it is tried again to open anew what could not be. */
const againAfterMs = 2_000;

export const createOpenSlot = ({ mayOpen, reopen, timers }: OpenSlotDeps): OpenSlot => {
  let opened: OpenCase | null = null;
  let stopWatching: () => void = () => undefined;
  let asked = false;
  const listeners = new Set<(renewed: RenewedCase) => void>();
  let swapping: Promise<boolean> = Promise.resolve(true);

  const keep = (next: OpenCase | null): void => {
    stopWatching();
    opened = next;
    stopWatching = next?.subscribe(renewSoon) ?? (() => undefined);
  };

  const renewSoon = (): void => {
    if (opened?.isRewritten() !== true || asked) return;
    asked = true;
    swapping = swapping.then(renew).catch(() => false);
  };

  /** The case that is open was written anew elsewhere: it is opened again, and nobody has to do anything. */
  const renew = async (): Promise<boolean> => {
    asked = false;
    const old = opened;
    if (old?.isRewritten() !== true || !mayOpen()) return true;
    const again = await reopen(old);
    if (again === null) {
      timers.after(againAfterMs, renewSoon);
      return false;
    }
    if (again === 'gone') old.abandon();
    const renewed = again === 'gone' ? { opened: null, isLaidApart: false } : again;
    keep(renewed.opened);
    for (const listener of [...listeners]) listener({ old, ...renewed });
    return true;
  };

  const swap = async (next: OpenCase | null): Promise<boolean> => {
    if (next !== null && !mayOpen()) {
      await next.close();
      return false;
    }
    if (opened !== null && opened !== next) {
      await renew();
      const closed = await opened.close();
      if (!closed.ok) return false;
    }
    keep(next);
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
      keep(null);
    },
    onRenewed: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
