/**
 * What a file of a profile says beside its raw bytes: Chromium presses blocks of LevelDB and larger values together,
 * Firefox its values, cached files and sessions, and both it and WebKit spread values over the pages of SQLite. A search
 * of raw bytes alone would miss words in them.
 */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readTable } from './levelDb.ts';
import { unmozLz4 } from './lz4.ts';
import { unsnap, unsnapStream } from './snappy.ts';

/** Chromium's mark before a value that it has pressed together. */
const chromiumMark = Buffer.from([0xff, 0x11, 0x02]);

export const decodeFile = async (path: string, bytes: Buffer): Promise<readonly Buffer[]> => {
  const decoded: Buffer[] = [];
  const table = readTable(bytes);
  if (table !== null) decoded.push(...table);
  const stream = unsnapStream(bytes);
  if (stream !== null) decoded.push(stream);
  const session = unmozLz4(bytes);
  if (session !== null) decoded.push(session);
  if (bytes.toString('latin1', 0, 15) === 'SQLite format 3')
    decoded.push(...(await readSqlite(path)));
  decoded.push(...[bytes, ...decoded].flatMap(chromiumValues));
  return decoded;
};

const chromiumValues = (bytes: Buffer): readonly Buffer[] => {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(chromiumMark); at >= 0; at = bytes.indexOf(chromiumMark, at + 1)) {
    const plain = unsnap(bytes, at + chromiumMark.length);
    if (plain !== null) found.push(plain);
  }
  return found;
};

/** Every value of every row, as it lies and, where it is so, unpressed. The files themselves are left as they are. */
const readSqlite = async (path: string): Promise<readonly Buffer[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'sip-sqlite-'));
  const copy = join(folder, 'copy.sqlite');
  const values: Buffer[] = [];
  try {
    await copyFile(path, copy);
    await copyFile(`${path}-wal`, `${copy}-wal`).catch(() => undefined);
    const db = new DatabaseSync(copy);
    try {
      const tables = db.prepare("select name from sqlite_master where type = 'table'").all();
      for (const { name } of tables)
        for (const row of rowsOf(db, String(name)))
          for (const value of Object.values(row)) values.push(...formsOf(value));
    } finally {
      db.close();
    }
  } catch {
    // Not a database after all, or one in the midst of being written: its raw bytes are searched.
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return values;
};

/** A table of a kind that this SQLite does not know, as for full text, has tables of its own beneath it. */
const rowsOf = (db: DatabaseSync, name: string): readonly Record<string, unknown>[] => {
  try {
    const rows = db.prepare(`select * from "${name.replaceAll('"', '""')}"`);
    rows.setReadBigInts(true);
    return rows.all();
  } catch {
    return [];
  }
};

const formsOf = (value: unknown): readonly Buffer[] => {
  if (typeof value === 'string') return [Buffer.from(value, 'utf8')];
  if (!(value instanceof Uint8Array)) return [];
  const bytes = Buffer.from(value);
  const plain = unsnap(bytes);
  // Firefox writes each letter of a key one higher.
  const key = Buffer.from(bytes.map((byte) => (byte + 255) & 255));
  return plain === null ? [bytes, key] : [bytes, key, plain];
};
