/**
 * What is removed from a database stays in the browser's files until they are written anew, and with it the old keys. Random
 * bytes that are written and taken away again make the browser do that: tried in docs/decisions/0057. Nobody waits for
 * it, and where it fails (no room) nothing is said: what was removed is removed, and the next start tries again.
 */
import type { Connection } from './connection.ts';
import { markOverwrite, overwriteName } from './overwriteRows.ts';

/** Larger values are files of their own in Chromium, and would press nothing out. */
const rowBytes = 60 * 1024;
const rowsAtOnce = 8;

const randomRow = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(rowBytes));

/** Bytes that need not be random, since nothing is to be pressed out of the files. */
export const plainRow = (): Uint8Array<ArrayBuffer> => new Uint8Array(rowBytes);

/**
 * Resolves when the bytes have been written and taken away again, or could not be: then the mark stays.
 * @param makeRow random, unless said otherwise
 */
export const overwrite = async (
  { run }: Pick<Connection, 'run'>,
  bytes: number,
  makeRow = randomRow,
): Promise<void> => {
  const rows = Math.ceil(bytes / rowBytes);
  let isWhole = true;
  for (let place = 0; place < rows; place += rowsAtOnce) {
    const some = Array.from({ length: rowsAtOnce }, (_, more) => ({
      caseId: overwriteName(place + more),
      bytes: makeRow(),
    }));
    const put = await run((db) => db.meetingSnapshots.bulkPut(some), 'long');
    isWhole = put.ok;
    if (!isWhole) break;
  }
  await run(async (db) => {
    await db.meetingSnapshots.clear();
    if (!isWhole) await markOverwrite(db);
  }, 'long');
};
