/**
 * The unchecked floor on SQLite: every record of a frame a row that can be read by cursor, durable (WAL, FULL) before it is
 * answered, many frames a commit. No signature, no ids, no limits, no followers.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startFloor } from './floorServer.ts';

const db = new DatabaseSync(join(process.env['SIP_DATA'] ?? '.', 'floor.sqlite'));
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536');
db.exec(
  `CREATE TABLE records (channel INTEGER, cursor INTEGER, bytes BLOB NOT NULL,
   PRIMARY KEY (channel, cursor)) WITHOUT ROWID`,
);
const begin = db.prepare('BEGIN IMMEDIATE');
const commit = db.prepare('COMMIT');
const insert = db.prepare('INSERT INTO records (channel, cursor, bytes) VALUES (?, ?, ?)');

const channels = new Map<string, { readonly n: number; end: number }>();

startFloor(async (frames) => {
  begin.run();
  const cursors = frames.map(({ channel, records }) => {
    const own = channels.get(channel) ?? { n: channels.size + 1, end: 0 };
    channels.set(channel, own);
    for (const bytes of records) {
      own.end += 1;
      insert.run(own.n, own.end, bytes);
    }
    return own.end;
  });
  commit.run();
  return cursors;
});
