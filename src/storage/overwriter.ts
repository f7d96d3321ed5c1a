/** Sees that what was removed is overwritten (`overwrite.ts`), also when the browser dies before it is. */
import type { Connection } from './connection.ts';

export interface Overwriter {
  /** Begins in a moment, or once more when it is done. Nobody waits for it. */
  readonly soon: () => void;
  /** At the start: begins where it was left when the browser died. Once. */
  readonly goOn: () => Promise<void>;
}

export const createOverwriter = (
  connection: Pick<Connection, 'run'>,
  bytes: number,
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
      await found?.overwrite(connection, bytes);
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
      if (left.ok && left.value > 0) soon();
    },
  };
};
