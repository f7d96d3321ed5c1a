import type { Author } from '../plan/model.ts';
import type { ClockDep, RandomDep } from '../shared/deps.ts';
import type { JournalPort } from '../storage/journalPort.ts';
import type { LockManagerPart } from './leadLock.ts';
import type { TimersDep } from './timers.ts';

/** The world, as an open case needs it. */
export interface CaseDeps extends ClockDep, RandomDep, TimersDep {
  readonly journal: JournalPort;
  /** Null where the browser has no Web Locks. */
  readonly locks: LockManagerPart | null;
  /** **Mina uppgifter** as they stand now. */
  readonly author: () => Author;
  /** The server that syncs, as it is dialled; where there is none, nothing is to be deleted there. */
  readonly serverName?: string;
  /** The last row of a case's journal up to which all is at the server; without end where none is asked. */
  readonly settledUpTo?: (caseId: string) => Promise<number>;
}
