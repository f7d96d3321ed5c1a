/**
 * What is removed from a database stays in the browser's files until they are written anew, and with it the old keys. Random
 * bytes that are written and taken away again make the browser do that: tried in docs/decisions/0057. Nobody waits for
 * it, and where it fails (no room) nothing is said: what was removed is removed, and the next start tries again.
 */
import type { Bytes } from '../shared/bytes.ts';
import type { Connection } from './connection.ts';
import { markOverwrite, overwriteName } from './overwriteRows.ts';

/** Larger values are files of their own in Chromium, and would press nothing out. */
const rowBytes = 60 * 1024;
const rowsAtOnce = 8;

type Write = Pick<Connection, 'run'>;

/**
 * Over what was removed. Resolves when the bytes have been written and taken away again, or could not be: then the mark
 * stays.
 */
export const overwrite = async ({ run }: Write, bytes: number): Promise<void> => {
  const isWhole = await writeRows({ run }, bytes);
  await run(async (db) => {
    await db.meetingSnapshots.clear();
    if (!isWhole) await markOverwrite(db);
  }, 'long');
};

const writeRows = async ({ run }: Write, bytes: number): Promise<boolean> => {
  try {
    await writeOver(async (rows) => {
      const put = await run((db) => db.meetingSnapshots.bulkPut([...rows]), 'long');
      if (!put.ok) throw new Error(put.error.kind);
    }, bytes);
    return true;
  } catch {
    return false;
  }
};

/** Random rows, so many bytes in all. Rejects when `put` does. */
export const writeOver = async (
  put: (
    rows: readonly { readonly caseId: string; readonly bytes: Bytes }[],
  ) => PromiseLike<unknown>,
  bytes: number,
): Promise<void> => {
  const names = Array.from({ length: Math.ceil(bytes / rowBytes) }, (_, place) =>
    overwriteName(place),
  );
  for (let place = 0; place < names.length; place += rowsAtOnce)
    await put(
      names.slice(place, place + rowsAtOnce).map((caseId) => ({
        caseId,
        bytes: crypto.getRandomValues(new Uint8Array(rowBytes)),
      })),
    );
};
