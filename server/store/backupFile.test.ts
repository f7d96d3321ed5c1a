/** Files that are whole, and that somebody has made up. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestWriter, hashOf, someBytes } from '../sync/testing.ts';
import { restoreBackup, writeBackup } from './backupFile.ts';
import { createSqliteStore } from './sqlite/sqliteStore.ts';
import type { BackupRow, Channel } from './store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sip-backup-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const channelOf = (more: Partial<Channel> = {}): Channel => {
  const { publicKey, channelId } = createTestWriter();
  return {
    id: channelId,
    publicKey,
    readTokenHash: someBytes(32),
    use: 'log',
    opener: someBytes(16),
    openedOn: 1,
    usedOn: 1,
    end: 700,
    snapshotId: null,
    bytes: 0,
    ...more,
  };
};

const recordOf = ({ id: channelId }: Channel, cursor: number): BackupRow => {
  const bytes = someBytes(321);
  return {
    is: 'record',
    channelId,
    cursor,
    id: hashOf(bytes),
    kind: 'record',
    replacedOn: null,
    bytes,
  };
};

/** One that a store could have written: more than is taken in at once. */
const sound = (): readonly BackupRow[] => {
  const [log, share] = [channelOf(), channelOf({ use: 'share', end: 7 })];
  return [
    { is: 'tombstone', tombstone: { channelId: someBytes(32), why: 'ended', on: 1 } },
    { is: 'channel', channel: log },
    ...Array.from({ length: 700 }, (_, index) => recordOf(log, index + 1)),
    { is: 'channel', channel: share },
    { is: 'projection', channelId: share.id, number: 7, bytes: someBytes(4_161) },
  ];
};

async function* each(rows: readonly BackupRow[]): AsyncGenerator<BackupRow> {
  yield* rows;
}

const restored = async (file: string): Promise<string | { channels: number; bytes: number }> => {
  const store = createSqliteStore(join(folder, `data-${Math.random()}`));
  const fault = await restoreBackup(store, file).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : 'unknown'),
  );
  const total = await store.total();
  await store.close();
  if (fault !== null) expect([fault, total]).toEqual([fault, { channels: 0, bytes: 0 }]);
  return fault ?? total;
};

const madeUp = async (rows: readonly BackupRow[]): Promise<string> => {
  const file = join(folder, `${Math.random()}.bak`);
  await writeBackup(each(rows), file);
  return file;
};

describe('a backup that is whole', () => {
  it('is taken in when a store could have written it', async () => {
    expect(await restored(await madeUp(sound()))).toMatchObject({ channels: 2 });
  });

  const changed: readonly (readonly [
    string,
    (rows: readonly BackupRow[]) => readonly BackupRow[],
  ])[] = [
    ['a channel twice', (rows) => [...rows, ...rows.slice(1, 2)]],
    ['a cursor twice', (rows) => [...rows.slice(0, 650), ...rows.slice(649)]],
    [
      'a cursor above the highest',
      (rows) =>
        rows.map((row) =>
          row.is === 'record' && row.cursor === 700 ? { ...row, cursor: 701 } : row,
        ),
    ],
    [
      'a cursor of 0',
      (rows) =>
        rows.map((row) => (row.is === 'record' && row.cursor === 1 ? { ...row, cursor: 0 } : row)),
    ],
    [
      'bytes that are not of their id',
      (rows) =>
        rows.map((row) =>
          row.is === 'record' && row.cursor === 690 ? { ...row, bytes: someBytes(321) } : row,
        ),
    ],
    [
      'a public key that is not of its channel',
      (rows) => [...rows, { is: 'channel', channel: channelOf({ publicKey: someBytes(32) }) }],
    ],
    [
      'a log without an end',
      (rows) => [...rows, { is: 'channel', channel: channelOf({ end: Number.MAX_SAFE_INTEGER }) }],
    ],
    ['a record of another channel', (rows) => [...rows, recordOf(channelOf(), 1)]],
    [
      'a projection in a log',
      (rows) =>
        rows.flatMap((row) => (row.is === 'channel' && row.channel.use === 'share' ? [] : [row])),
    ],
    [
      'a number that is none',
      (rows) =>
        rows.map((row) =>
          row.is === 'record' && row.cursor === 700 ? { ...row, cursor: 699.5 } : row,
        ),
    ],
  ];
  it.each(changed)('changes nothing when it has %s', async (_what, change) => {
    expect(await restored(await madeUp(change(sound())))).toContain('Nothing was changed');
  });

  it('changes nothing when a row deep in it is none', async () => {
    const file = await madeUp(sound());
    const head = Buffer.from('{"is":"nothing"}');
    const lengths = Buffer.alloc(8);
    lengths.writeUInt32BE(head.length);
    const body = Buffer.concat([(await readFile(file)).subarray(0, -32), lengths, head]);
    await writeFile(file, Buffer.concat([body, createHash('sha256').update(body).digest()]));
    expect(await restored(file)).toContain('Nothing was changed');
  });
});
