/**
 * A backup as one file: a line that says what it is, each row (u32 length of the head ‖ u32 length of the bytes ‖ head ‖
 * bytes), and at the end the SHA-256 of all before it. What is in it is sealed as on the server; of read tokens only the
 * hashes are there.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { partsToRow, rowToParts } from './backupRow.ts';
import { createSoundness } from './backupSound.ts';
import type { BackupRow, Store } from './store.ts';

const firstLine = Buffer.from('sip-sync-backup 2\n');
/** The same without invitations. Of the same length. */
const formerLine = Buffer.from('sip-sync-backup 1\n');
const lengthBytes = 8;
const hashBytes = 32;
const maxHeadBytes = 4_096;
const maxRowBytes = 1_048_576;
const writeAtOnce = 1_048_576;

const damaged = (): Error =>
  new Error('This is no backup, or it is damaged or not whole. Nothing was changed.');

const rowToBytes = (row: BackupRow): Buffer => {
  const { head, bytes } = rowToParts(row);
  const headBytes = Buffer.from(head);
  const lengths = Buffer.alloc(lengthBytes);
  lengths.writeUInt32BE(headBytes.length, 0);
  lengths.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([lengths, headBytes, bytes]);
};

const writeAll = async (handle: FileHandle, rows: AsyncIterable<BackupRow>): Promise<number> => {
  const hash = createHash('sha256');
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let count = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    hash.update(bytes);
    await handle.writeFile(bytes);
  };
  waiting.push(firstLine);
  for await (const row of rows) {
    const bytes = rowToBytes(row);
    waiting.push(bytes);
    waitingBytes += bytes.length;
    count += 1;
    if (waitingBytes >= writeAtOnce) await flush();
  }
  await flush();
  await handle.writeFile(hash.digest());
  return count;
};

/** The file is there under its name only when it is whole and on disk. Gives the number of rows. */
export const writeBackup = async (
  rows: AsyncIterable<BackupRow>,
  file: string,
): Promise<number> => {
  const part = `${file}.part`;
  const handle = await open(part, 'w', 0o600);
  try {
    const count = await writeAll(handle, rows);
    await handle.sync();
    await handle.close();
    await rename(part, file);
    return count;
  } catch (error) {
    await handle.close().catch(() => {});
    throw error;
  }
};

/** Throws when it is not whole, or no store has written it. Read to its end before a row is taken in. */
const checkBackup = async (file: string): Promise<void> => {
  const { size } = await stat(file);
  const hashedBytes = size - hashBytes;
  if (hashedBytes < firstLine.length) throw damaged();
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { end: hashedBytes - 1 })) hash.update(chunk);
  const wanted = hash.digest();
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(hashBytes), 0, hashBytes, hashedBytes);
    if (!buffer.equals(wanted)) throw damaged();
  } finally {
    await handle.close();
  }
  const isSound = createSoundness();
  for await (const row of readRows(file)) if (!isSound(row)) throw damaged();
};

async function* readRows(file: string): AsyncGenerator<BackupRow> {
  const { size } = await stat(file);
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  const stream: AsyncIterable<Buffer> = createReadStream(file, { end: size - hashBytes - 1 });
  for await (const chunk of stream) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (isFirst) {
      if (rest.length < firstLine.length) continue;
      const line = rest.subarray(0, firstLine.length);
      if (!line.equals(firstLine) && !line.equals(formerLine)) throw damaged();
      rest = rest.subarray(firstLine.length);
      isFirst = false;
    }
    while (rest.length >= lengthBytes) {
      const headLength = rest.readUInt32BE(0);
      const bytesLength = rest.readUInt32BE(4);
      if (headLength > maxHeadBytes || bytesLength > maxRowBytes) throw damaged();
      const end = lengthBytes + headLength + bytesLength;
      if (rest.length < end) break;
      const head = rest.toString('utf8', lengthBytes, lengthBytes + headLength);
      const bytes = new Uint8Array(rest.subarray(lengthBytes + headLength, end));
      const row = partsToRow({ head, bytes });
      if (row === null) throw damaged();
      yield row;
      rest = rest.subarray(end);
    }
  }
  if (rest.length > 0) throw damaged();
}

/**
 * Takes a backup in, tombstones first: what was ended is never served again, also where the restore is cut short. What the
 * store already has stays as it is. Throws with words; of a file that is not whole nothing is taken.
 */
export const restoreBackup = async (store: Pick<Store, 'load'>, file: string): Promise<void> => {
  await checkBackup(file);
  await store.load(readRows(file));
};
