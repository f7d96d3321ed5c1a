/** Many small records of an open case become one in a quiet moment, never in a meeting. */
import type { CaseDeps } from './caseDeps.ts';
import type { CaseJournal } from './caseJournal.ts';
import { compactFrom } from './compactFrom.ts';

/** Long enough that nobody is in the middle of something, short enough to happen before the tablet is put away. */
export const quietBeforeCompactingMs = 5_000;

export interface QuietCompacting {
  /** Asked after every change; does nothing where it is not needed. */
  readonly soon: () => void;
  readonly stop: () => void;
}

export const createQuietCompacting = (
  deps: CaseDeps,
  journal: CaseJournal,
  window: {
    readonly isInMeeting: () => boolean;
    /** Nothing is on its way to the disk. */
    readonly isQuiet: () => boolean;
    readonly onDone: () => void;
  },
): QuietCompacting => {
  let cancel: (() => void) | null = null;
  let may = true;
  return {
    soon: () => {
      if (!may || cancel !== null) return;
      if (journal.replica.docRecords().size < compactFrom || window.isInMeeting()) return;
      cancel = deps.timers.after(quietBeforeCompactingMs, async () => {
        cancel = null;
        if (!may || !window.isQuiet()) return;
        const found = await import('./compactCase.ts').catch(() => null);
        if (found === null || !may) return;
        const done = await found.compactCase(deps, journal.keys());
        if (done.ok) window.onDone();
        // Something is missing or set aside: it stays so as long as this window is open.
        else if (done.error.kind === 'notWhole') may = false;
      });
    },
    stop: () => {
      may = false;
      cancel?.();
    },
  };
};
