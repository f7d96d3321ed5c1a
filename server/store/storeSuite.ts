/** What every store must hold, as tests. `sqlite/` and `postgres/` run the same. */
import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type BackupRow,
  type Invite,
  type NewChannel,
  type NewRecord,
  type Outcome,
  openerBytes,
  openerKey,
  type Page,
  replacedDays,
  type Store,
  type Write,
} from './store.ts';

export interface StoreUnderTest {
  readonly store: Store;
  /** Closes it and opens the same data again. */
  readonly reopen: () => Promise<Store>;
  /** An empty one beside it. */
  readonly another: () => Promise<Store>;
  /** Which of these stand in any file of the store, as they are on disk now. */
  readonly foundInFiles: (wanted: readonly Uint8Array[]) => Promise<readonly Uint8Array[]>;
  readonly remove: () => Promise<void>;
}

const today = 20_000;
const opener = openerKey('somebody');
const all = 1_000_000_000;
/** Two of the lengths that a sealed record has. */
const sizes = [321, 1_089, 4_161, 16_449] as const;

const sha256 = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(bytes).digest());

const newChannel = (use: 'log' | 'share' = 'log', who = opener): NewChannel => {
  const publicKey = new Uint8Array(randomBytes(32));
  const readTokenHash = new Uint8Array(randomBytes(32));
  return { id: sha256(publicKey), publicKey, readTokenHash, use, opener: who };
};

const newRecord = (size: number = sizes[0]): NewRecord => {
  const bytes = new Uint8Array(randomBytes(size));
  return { id: sha256(bytes), bytes };
};

const newRecords = (count: number): readonly NewRecord[] =>
  Array.from({ length: count }, () => newRecord());

const open = (channel: NewChannel, on = today): Write => ({ is: 'open', channel, today: on });
const append = (channel: NewChannel, records: readonly NewRecord[], on = today): Write => ({
  is: 'append',
  channelId: channel.id,
  records,
  today: on,
});
const end = ({ id }: NewChannel): Write => ({ is: 'end', channelId: id, today });
const publish = ({ id }: NewChannel, number: number, bytes: Uint8Array): Write => ({
  is: 'publish',
  channelId: id,
  number,
  bytes,
  today,
});

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const hexes = (page: Page | null): readonly string[] | undefined =>
  page?.items.map(({ bytes }) => hexOf(bytes));

const newInvite = (): Invite => ({
  key: new Uint8Array(randomBytes(openerBytes)),
  label: 'Åby kommun',
  channels: 500,
  bytes: 1_000_000_000,
  madeOn: today,
  isRevoked: false,
});

async function* rowsOf(rows: readonly BackupRow[]): AsyncGenerator<BackupRow> {
  yield* rows;
}

export const storeSuite = (name: string, make: () => Promise<StoreUnderTest>): void => {
  describe(`the store on ${name}`, () => {
    let made: StoreUnderTest;
    let store: Store;

    beforeEach(async () => {
      made = await make();
      store = made.store;
    });

    afterEach(async () => {
      await made.remove();
    });

    const one = async (write: Write): Promise<Outcome | undefined> =>
      (await store.commit([write]))[0];

    const read = (channel: NewChannel, from = 0): Promise<Page | null> =>
      store.read(channel.id, from, all, all);

    it('opens a channel once, and takes the same again as no error', async () => {
      const channel = newChannel();
      expect(await one(open(channel))).toEqual({ is: 'opened', end: 0, isNew: true });
      await one(append(channel, newRecords(2)));
      expect(await one(open(channel, today + 1))).toEqual({ is: 'opened', end: 2, isNew: false });
      expect(await store.find(channel.id)).toMatchObject({
        is: 'channel',
        channel: { use: 'log', end: 2, openedOn: today, snapshotId: null },
      });
      const found = await store.find(channel.id);
      if (found.is !== 'channel') throw new Error('not found');
      expect(hexOf(found.channel.publicKey)).toBe(hexOf(channel.publicKey));
      expect(hexOf(found.channel.readTokenHash)).toBe(hexOf(channel.readTokenHash));
      expect(hexOf(found.channel.opener)).toBe(hexOf(opener));
    });

    it('refuses another token hash or use for a channel that is there', async () => {
      const channel = newChannel();
      await one(open(channel));
      const other = { ...channel, readTokenHash: new Uint8Array(randomBytes(32)) };
      expect(await one(open(other))).toEqual({ is: 'refused', why: 'conflict' });
      expect(await one(open({ ...channel, use: 'share' }))).toEqual({
        is: 'refused',
        why: 'conflict',
      });
    });

    it('gives cursors 1, 2, 3 of each channel by itself, in the order of commits', async () => {
      const [a, b] = [newChannel(), newChannel()];
      const [first, second, third] = [newRecords(2), newRecords(1), newRecords(3)];
      const outcomes = await store.commit([
        open(a),
        open(b),
        append(a, first),
        append(b, second),
        append(a, third),
      ]);
      expect(outcomes.map((each) => ('cursor' in each ? each.cursor : each.is))).toEqual([
        'opened',
        'opened',
        2,
        1,
        5,
      ]);
      const page = await read(a);
      expect(page?.items.map(({ cursor }) => cursor)).toEqual([1, 2, 3, 4, 5]);
      expect(hexes(page)).toEqual([...first, ...third].map(({ bytes }) => hexOf(bytes)));
      expect(page).toMatchObject({ next: 5, end: 5, snapshotId: null });
    });

    it('answers the same when a frame comes again, and stores nothing twice', async () => {
      const channel = newChannel();
      const records = newRecords(3);
      await one(open(channel));
      await one(append(channel, records));
      const later = newRecord();
      await one(append(channel, [later]));
      expect(await one(append(channel, records))).toEqual({
        is: 'appended',
        cursor: 3,
        fresh: [],
        snapshotId: null,
      });
      const mixed = newRecord();
      expect(await one(append(channel, [...records, mixed, mixed]))).toMatchObject({
        is: 'appended',
        cursor: 5,
        fresh: [{ cursor: 5, kind: 'record' }],
      });
      store = await made.reopen();
      expect(await one(append(channel, records))).toEqual({
        is: 'appended',
        cursor: 3,
        fresh: [],
        snapshotId: null,
      });
      expect((await read(channel))?.items).toHaveLength(5);
    });

    it('tells apart two ids that begin alike', async () => {
      const channel = newChannel();
      const [first, second] = [newRecord(), newRecord()];
      const alike = { ...second, id: Uint8Array.of(...first.id.slice(0, 31), 7) };
      await one(open(channel));
      expect(await one(append(channel, [first, alike]))).toMatchObject({ cursor: 2 });
      expect(await one(append(channel, [first]))).toMatchObject({ cursor: 1, fresh: [] });
      expect(await one(append(channel, [alike]))).toMatchObject({ cursor: 2, fresh: [] });
    });

    it('keeps every record that was answered when it is closed and opened', async () => {
      const channel = newChannel();
      const records = sizes.map((size) => newRecord(size));
      await one(open(channel));
      await one(append(channel, records));
      store = await made.reopen();
      expect(hexes(await read(channel))).toEqual(records.map(({ bytes }) => hexOf(bytes)));
    });

    it('refuses a record where no channel is', async () => {
      expect(await one(append(newChannel(), newRecords(1)))).toEqual({
        is: 'refused',
        why: 'noChannel',
      });
      expect(await read(newChannel())).toBeNull();
      expect(await store.find(newChannel().id)).toEqual({ is: 'none' });
    });

    it('lets one refused write stop no other of its group', async () => {
      const channel = newChannel();
      const outcomes = await store.commit([
        open(channel),
        append(newChannel(), newRecords(1)),
        append(channel, newRecords(1)),
      ]);
      expect(outcomes.map(({ is }) => is)).toEqual(['opened', 'refused', 'appended']);
    });

    it('reads in pages that end where the bytes or the items do, and hold at least one', async () => {
      const channel = newChannel();
      const records = [321, 321, 4_161, 321, 321].map((size) => newRecord(size));
      await one(open(channel));
      await one(append(channel, records));
      const seen: number[][] = [];
      let from = 0;
      for (let page = await store.read(channel.id, 0, 700, 10); page !== null; ) {
        seen.push(page.items.map(({ cursor }) => cursor));
        expect(page.end).toBe(5);
        from = page.next;
        if (from === page.end) break;
        page = await store.read(channel.id, from, 700, 10);
      }
      expect(seen).toEqual([[1, 2], [3], [4, 5]]);
      expect((await store.read(channel.id, 0, all, 3))?.next).toBe(3);
      expect(await store.read(channel.id, 5, all, all)).toMatchObject({ items: [], next: 5 });
    });

    it('takes a snapshot only with the present one as its parent', async () => {
      const channel = newChannel();
      const records = newRecords(3);
      await one(open(channel));
      await one(append(channel, records));
      const [first, second] = [newRecord(1_089), newRecord(1_089)];
      const snapshot = (record: NewRecord, parent: Uint8Array | null): Write => ({
        is: 'snapshot',
        channelId: channel.id,
        parent,
        replaces: records.map(({ id }) => id),
        record,
        today,
      });
      expect(await one(snapshot(first, second.id))).toEqual({
        is: 'refused',
        why: 'staleParent',
        snapshotId: null,
      });
      expect(await one(snapshot(first, null))).toMatchObject({ is: 'snapshotted', cursor: 4 });
      const stale = await one(snapshot(second, null));
      expect(stale).toMatchObject({ is: 'refused', why: 'staleParent' });
      if (stale?.is !== 'refused' || stale.why !== 'staleParent') throw new Error('not stale');
      expect(hexOf(stale.snapshotId ?? new Uint8Array())).toBe(hexOf(first.id));
      expect(await one(snapshot(second, first.id))).toMatchObject({ cursor: 5 });
      // The first again, as when its answer was lost.
      expect(await one(snapshot(first, null))).toEqual({
        is: 'snapshotted',
        cursor: 4,
        fresh: [],
        snapshotId: second.id,
      });
      store = await made.reopen();
      const page = await read(channel);
      expect(hexOf(page?.snapshotId ?? new Uint8Array())).toBe(hexOf(second.id));
      expect(page?.items.map(({ kind }) => kind)).toEqual([
        'record',
        'record',
        'record',
        'snapshot',
        'snapshot',
      ]);
    });

    it('deletes what a snapshot replaced after seven days, and never takes it in again', async () => {
      const channel = newChannel();
      const [old, kept] = [newRecords(3), newRecord()];
      await one(open(channel));
      await one(append(channel, [...old, kept]));
      const snapshot = newRecord(4_161);
      await one({
        is: 'snapshot',
        channelId: channel.id,
        parent: null,
        replaces: [...old.map(({ id }) => id), new Uint8Array(32)],
        record: snapshot,
        today,
      });
      await store.prune(today + replacedDays - 1, null);
      expect((await read(channel))?.items).toHaveLength(5);
      await store.prune(today + replacedDays, null);
      expect(hexes(await read(channel))).toEqual([hexOf(kept.bytes), hexOf(snapshot.bytes)]);
      expect(await one(append(channel, old))).toMatchObject({ cursor: 3, fresh: [] });
      store = await made.reopen();
      expect(await one(append(channel, old))).toMatchObject({ cursor: 3, fresh: [] });
      expect(await one(append(channel, newRecords(1)))).toMatchObject({ cursor: 6 });
      await store.scrub();
      expect(await made.foundInFiles(old.map(({ bytes }) => bytes.slice(40, 72)))).toEqual([]);
      expect(await store.find(channel.id)).toMatchObject({
        channel: { bytes: kept.bytes.length + snapshot.bytes.length + 321 },
      });
    });

    it('keeps the newest projection of a share and refuses an older one', async () => {
      const share = newChannel('share');
      const [first, second] = [newRecord(4_230).bytes, newRecord(4_230).bytes];
      await one(open(share));
      expect(await read(share)).toMatchObject({ items: [], next: 0, end: 0 });
      expect(await one(publish(share, 3, first))).toMatchObject({
        is: 'published',
        number: 3,
        fresh: [{ cursor: 3, kind: 'projection' }],
      });
      expect(await one(publish(share, 3, first))).toEqual({
        is: 'published',
        number: 3,
        fresh: [],
      });
      const refused = { is: 'refused', why: 'oldNumber', number: 3 };
      expect(await one(publish(share, 3, second))).toEqual(refused);
      expect(await one(publish(share, 2, second))).toEqual(refused);
      expect(await one(publish(share, 9, second))).toMatchObject({ number: 9 });
      store = await made.reopen();
      expect(hexes(await read(share))).toEqual([hexOf(second)]);
      expect(await read(share, 9)).toMatchObject({ items: [], next: 9, end: 9 });
      expect(await read(share, 4)).toMatchObject({ items: [{ cursor: 9 }] });
      await one(publish(share, 10, newRecord(16_500).bytes));
      await store.scrub();
      expect(await made.foundInFiles([first, second].map((each) => each.slice(9, 41)))).toEqual([]);
    });

    it('takes no record into a share and no projection into a log', async () => {
      const [log, share] = [newChannel(), newChannel('share')];
      const wrongUse = { is: 'refused', why: 'wrongUse' };
      expect(
        await store.commit([
          open(log),
          open(share),
          append(share, newRecords(1)),
          publish(log, 1, newRecord().bytes),
          {
            is: 'snapshot',
            channelId: share.id,
            parent: null,
            replaces: [],
            record: newRecord(),
            today,
          },
        ]),
      ).toMatchObject([{}, {}, wrongUse, wrongUse, wrongUse]);
    });

    it('serves nothing of a channel once it is ended, and lets nobody open it again', async () => {
      const channel = newChannel();
      await one(open(channel));
      await one(append(channel, newRecords(3)));
      expect(await one(end(channel))).toEqual({ is: 'ended', isNew: true });
      expect(await read(channel)).toBeNull();
      const gone = { is: 'refused', why: 'ended' };
      expect(await one(append(channel, newRecords(1)))).toEqual(gone);
      expect(await one(open(channel))).toEqual(gone);
      expect(await one(end(channel))).toEqual({ is: 'ended', isNew: false });
      store = await made.reopen();
      expect(await store.find(channel.id)).toEqual({ is: 'gone', why: 'ended' });
      expect(await store.total()).toEqual({ channels: 0, bytes: 0 });
    });

    it('keeps the tombstone of a channel that was ended before it was opened', async () => {
      const channel = newChannel();
      expect(await one(end(channel))).toEqual({ is: 'ended', isNew: true });
      expect(await one(open(channel))).toEqual({ is: 'refused', why: 'ended' });
    });

    it('has no byte in its files but the tombstone, after a deletion among many others', async () => {
      const channels = Array.from({ length: 30 }, () => newChannel());
      await store.commit(channels.map((channel) => open(channel)));
      const written = new Map(channels.map((channel) => [channel, [] as NewRecord[]]));
      // Interleaved, of all sizes, in many commits: cells and pages are split and moved.
      for (let round = 0; round < 25; round += 1) {
        const writes = channels.map((channel, index) => {
          const records = [newRecord(sizes[(round + index) % 3]), newRecord()];
          written.get(channel)?.push(...records);
          return append(channel, records);
        });
        await store.commit(writes);
      }
      const isEnded = (index: number): boolean => index % 3 !== 0;
      for (const [index, channel] of channels.entries()) {
        if (!isEnded(index)) continue;
        await one(end(channel));
        // What is free is used again, between deletions.
        const kept = channels[index - (index % 3)];
        if (kept === undefined) continue;
        const record = newRecord();
        written.get(kept)?.push(record);
        await one(append(kept, [record]));
      }
      await store.scrub();
      const tracesOf = (channel: NewChannel): readonly Uint8Array[] => [
        channel.publicKey.slice(0, 16),
        channel.readTokenHash.slice(0, 16),
        ...(written.get(channel) ?? []).flatMap(({ id, bytes }) => [
          id.slice(0, 16),
          bytes.slice(0, 16),
          bytes.slice(150, 166),
          bytes.slice(-16),
        ]),
      ];
      const ended = channels.filter((_, index) => isEnded(index));
      expect(await made.foundInFiles(ended.flatMap(tracesOf))).toEqual([]);
      const [kept] = channels;
      if (kept === undefined) throw new Error('none kept');
      // What is still there is found: the search can find.
      const wanted = tracesOf(kept);
      expect(await made.foundInFiles(wanted)).toHaveLength(wanted.length);
      for (const [index, channel] of channels.entries()) {
        if (isEnded(index)) continue;
        expect(hexes(await read(channel))).toEqual(
          written.get(channel)?.map(({ bytes }) => hexOf(bytes)),
        );
      }
    });

    it('wipes a channel of many records, and uses what is free again', async () => {
      const [channel, other] = [newChannel(), newChannel()];
      await store.commit([open(channel), open(other)]);
      const records = newRecords(1_300);
      await one(append(channel, records));
      await one(end(channel));
      await store.scrub();
      const traces = records.map(({ bytes }) => bytes.slice(100, 116));
      expect(await made.foundInFiles(traces)).toEqual([]);
      const later = newRecords(700);
      await one(append(other, later));
      store = await made.reopen();
      expect(hexes(await read(other))).toEqual(later.map(({ bytes }) => hexOf(bytes)));
    });

    it('lets channels age only where retention is set, and tells aged from ended', async () => {
      const [old, used, written, ended] = [newChannel(), newChannel(), newChannel(), newChannel()];
      await store.commit([old, used, written, ended].map((channel) => open(channel)));
      await one(append(old, newRecords(2)));
      await one(end(ended));
      await one({ is: 'touch', channelId: used.id, today: today + 50 });
      await one(append(written, newRecords(1), today + 60));
      expect(await store.prune(today + 10_000, null)).toEqual([]);
      expect(await store.prune(today + 30, 30)).toEqual([]);
      const gone = await store.prune(today + 31, 30);
      expect(gone.map(hexOf)).toEqual([hexOf(old.id)]);
      expect(await store.find(old.id)).toEqual({ is: 'gone', why: 'aged' });
      expect(await store.find(ended.id)).toEqual({ is: 'gone', why: 'ended' });
      expect(await one(append(old, newRecords(1)))).toEqual({ is: 'refused', why: 'aged' });
      expect(await one(open(old))).toEqual({ is: 'refused', why: 'aged' });
      expect(await store.find(used.id)).toMatchObject({ is: 'channel' });
      expect(await store.prune(today + 81, 30)).toHaveLength(1);
      expect(await store.find(written.id)).toMatchObject({ is: 'channel' });
    });

    it('counts channels and bytes of each opener', async () => {
      const other = openerKey('somebody else');
      const [a, b, c] = [newChannel(), newChannel('share'), newChannel('log', other)];
      await store.commit([open(a), open(b), open(c), append(a, newRecords(2))]);
      await store.commit([
        publish(b, 1, newRecord(1_089).bytes),
        publish(b, 2, newRecord(4_161).bytes),
      ]);
      expect(await store.usage(opener)).toEqual({ channels: 2, bytes: 642 + 4_161 });
      expect(await store.usage(other)).toEqual({ channels: 1, bytes: 0 });
      await one(end(a));
      expect(await store.usage(opener)).toEqual({ channels: 1, bytes: 4_161 });
      expect(await store.total()).toEqual({ channels: 2, bytes: 4_161 });
    });

    const dumped = async (from: Store): Promise<readonly BackupRow[]> => {
      const rows: BackupRow[] = [];
      for await (const row of from.dump()) rows.push(row);
      return rows;
    };

    it('dumps all that it holds, tombstones first, and another takes it in', async () => {
      const [log, share, ended] = [newChannel(), newChannel('share'), newChannel()];
      const records = newRecords(3);
      await store.commit([open(log), open(share), open(ended), append(log, records), end(ended)]);
      await store.commit([publish(share, 7, newRecord(4_161).bytes)]);
      await one({
        is: 'snapshot',
        channelId: log.id,
        parent: null,
        replaces: [records[0]?.id ?? new Uint8Array(32)],
        record: newRecord(1_089),
        today,
      });
      await store.prune(today + replacedDays, null);
      await store.load(rowsOf([{ is: 'invite', invite: newInvite() }]));
      const rows = await dumped(store);
      expect(rows.map(({ is }) => is).sort()).toEqual([
        'channel',
        'channel',
        'invite',
        'projection',
        'record',
        'record',
        'record',
        'record',
        'tombstone',
      ]);
      expect(rows[0]?.is).toBe('tombstone');
      const other = await made.another();
      await other.load(rowsOf(rows));
      expect(await dumped(other)).toEqual(rows);
      expect(await other.read(log.id, 0, all, all)).toEqual(await read(log));
      expect(await other.read(share.id, 0, all, all)).toEqual(await read(share));
      expect(await other.find(ended.id)).toEqual({ is: 'gone', why: 'ended' });
      expect(await other.find(log.id)).toEqual(await store.find(log.id));
      expect((await other.commit([append(log, records)]))[0]).toMatchObject({
        cursor: 3,
        fresh: [],
      });
      await other.close();
    });

    it('takes in no channel that it has a tombstone of, or already has', async () => {
      const [ended, kept] = [newChannel(), newChannel()];
      await store.commit([open(ended), open(kept), append(ended, newRecords(2))]);
      await one(append(kept, newRecords(1)));
      const rows = await dumped(store);
      await one(end(ended));
      await one(append(kept, newRecords(1)));
      await store.load(rowsOf(rows));
      expect(await store.find(ended.id)).toEqual({ is: 'gone', why: 'ended' });
      expect((await read(kept))?.items).toHaveLength(2);
    });

    it('takes in no invitation that it has: one that was revoked stays so', async () => {
      const invite = newInvite();
      await store.load(rowsOf([{ is: 'invite', invite: { ...invite, isRevoked: true } }]));
      await store.load(rowsOf([{ is: 'invite', invite }]));
      const invites = (await dumped(store)).filter(({ is }) => is === 'invite');
      expect(invites).toEqual([{ is: 'invite', invite: { ...invite, isRevoked: true } }]);
    });

    it('deletes a channel of which a tombstone is taken in', async () => {
      const channel = newChannel();
      await store.commit([open(channel), append(channel, newRecords(2))]);
      await store.load(
        rowsOf([
          { is: 'tombstone', tombstone: { channelId: channel.id, why: 'ended', on: today } },
        ]),
      );
      expect(await store.find(channel.id)).toEqual({ is: 'gone', why: 'ended' });
    });

    it('says that it can take a write', async () => {
      await expect(store.check()).resolves.toBeUndefined();
    });
  });
};
