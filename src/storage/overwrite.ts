/**
 * What is removed from a database stays in the browser's files until they are written anew, and with it the old keys. Random
 * bytes that are written and taken away again make the browser do that: tried in docs/decisions/0057. Nobody waits for
 * it, and where it fails (no room) nothing is said: what was removed is removed.
 */
import type { Connection } from './connection.ts';
import { overwriteName } from './overwriteName.ts';

/** Larger values are files of their own in Chromium, and would press nothing out. */
const rowBytes = 60 * 1024;
const rowsAtOnce = 8;

const randomRow = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(rowBytes));

/** Resolves when the bytes have been written and taken away again, or could not be. */
export const overwrite = async ({ run }: Pick<Connection, 'run'>, bytes: number): Promise<void> => {
  const rows = Math.ceil(bytes / rowBytes);
  for (let place = 0; place < rows; place += rowsAtOnce) {
    const some = Array.from({ length: rowsAtOnce }, (_, more) => ({
      caseId: overwriteName(place + more),
      bytes: randomRow(),
    }));
    const put = await run((db) => db.meetingSnapshots.bulkPut(some), 'long');
    if (!put.ok) break;
  }
  await run((db) => db.meetingSnapshots.clear(), 'long');
};
