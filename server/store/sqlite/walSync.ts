/**
 * Brings what was committed to disk, beside the main thread: meanwhile the server reads, checks and gathers the next group.
 *
 * SQLite itself (`synchronous = FULL`) does the same with the same file at the end of a commit, and everybody waits.
 */
import { closeSync, fdatasync, openSync } from 'node:fs';

export interface WalSync {
  /** Resolves when all that was committed before the call is on disk, in the order of calls. Rejects from the first failure on. */
  readonly sync: () => Promise<void>;
  /** Resolves when all that can be read now is on disk. */
  readonly synced: () => Promise<void>;
  /** After what is under way. */
  readonly close: () => Promise<void>;
}

export type SyncFile = (fd: number, done: (error: Error | null) => void) => void;

/** @param file the write-ahead log; SQLite keeps this one file as long as the database is open, and takes no locks on it */
export const openWalSync = (file: string, syncFile: SyncFile = fdatasync): WalSync => {
  const fd = openSync(file, 'r+');
  let underWay = 0;
  let last: Promise<void> = Promise.resolve();
  let failure: Error | null = null;

  const once = (): Promise<void> =>
    new Promise((resolve, reject) => {
      if (failure !== null) return reject(failure);
      underWay += 1;
      syncFile(fd, (error) => {
        underWay -= 1;
        // What the system could not write once it may have thrown away: only a restart shows what there is.
        failure ??= error;
        if (failure === null) resolve();
        else reject(failure);
      });
    });

  const sync = (): Promise<void> => {
    last = Promise.all([last, once()]).then(() => undefined);
    return last;
  };

  return {
    sync,
    synced: () => (underWay === 0 && failure === null ? Promise.resolve() : last),
    close: async () => {
      await last.catch(() => undefined);
      closeSync(fd);
    },
  };
};
