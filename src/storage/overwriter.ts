/**
 * Sees that what was removed is overwritten (`overwrite.ts`), also when the browser dies before it is; and at each start
 * that Chromium begins its log anew. A log that it was killed in the middle of writing ends in half a record. Chromium
 * goes on writing after it, and at the start after that finds the log damaged and throws the whole database away
 * (docs/decisions/0061). Some megabytes make it leave that log before it can.
 */
import type { Connection } from './connection.ts';

export interface OverwriteBytes {
  /** Over what was removed. */
  readonly removed: number;
  /** At each start, more than a log of Chromium's holds. 0 in other browsers, and where there are no files. */
  readonly start: number;
}

export interface Overwriter {
  /** Begins in a moment, or once more when it is done. Nobody waits for it. */
  readonly soon: () => void;
  /** At the start: begins where it was left when the browser died, or else begins a new log. Once. */
  readonly goOn: () => Promise<void>;
}

export const createOverwriter = (
  connection: Pick<Connection, 'run'>,
  bytes: OverwriteBytes,
): Overwriter => {
  let asked = 0;
  let isRunning = false;
  let hasBegun = false;

  const work = async (): Promise<void> => {
    isRunning = true;
    for (let done = 0; done < asked; ) {
      done = asked;
      const found = await import('./overwrite.ts').catch(() => null);
      // Left as it is, the mark brings it back at the next start.
      await found?.overwrite(connection, bytes.removed);
    }
    isRunning = false;
  };

  const soon = (): void => {
    asked += 1;
    if (!isRunning) void work();
  };

  return {
    soon,
    goOn: async () => {
      if (hasBegun) return;
      hasBegun = true;
      const left = await connection.run((db) => db.meetingSnapshots.count());
      if (!left.ok) return;
      if (left.value > 0) return soon();
      // What is written over something that was removed is more than enough.
      if (bytes.start === 0 || isRunning) return;
      isRunning = true;
      const found = await import('./overwrite.ts').catch(() => null);
      await found?.beginNewLog(connection, bytes.start);
      isRunning = false;
      // What was removed meanwhile.
      if (asked > 0) void work();
    },
  };
};
