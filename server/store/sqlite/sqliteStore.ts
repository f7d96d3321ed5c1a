/**
 * The store on SQLite, part of Node: one file beside the server, nothing to set up, one process.
 *
 * Every commit is on disk before it is answered, and before anybody reads it (WAL, `walSync.ts`). Calls take their turn on
 * the main thread, but none waits there for the disk.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Found, type Outcome, replacedDays, type Store } from '../store.ts';
import { createApplyWrite } from './applyWrite.ts';
import { openOwnDatabase, openToRead } from './database.ts';
import { createItems } from './items.ts';
import { createPlaces, openerMark, placeColumns, placeToChannel, rowToPlace } from './places.ts';
import { createSlots, numberOf } from './slots.ts';
import { createTakeRow, dumpRows, groupsOf } from './transfer.ts';
import type { SyncFile } from './walSync.ts';

/** How much is wiped in one transaction, so that nobody waits long. */
const wipedAtOnce = 500;

/** The disk may be told of some more while it brings one there; each takes one of the four threads that Node has for files. */
const commitsAtOnce = 3;

/** Throws when the folder cannot be used (another server has it, a newer program wrote it). */
export const createSqliteStore = (folder: string, syncFile?: SyncFile): Store => {
  const { db, wal, close } = openOwnDatabase(folder, syncFile);
  const places = createPlaces(db);
  const slots = createSlots(db);
  const items = createItems(db, places, slots);
  const applyWrite = createApplyWrite(places, items);
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  const usage = db.prepare(
    'SELECT count(*) AS channels, sum(bytes) AS bytes FROM states WHERE opener_mark = ? AND use > 0',
  );
  const total = db.prepare(
    'SELECT count(*) AS channels, sum(bytes) AS bytes FROM states WHERE use > 0',
  );
  const aged = db.prepare(`${placeColumns} WHERE s.used_on < ? AND s.use > 0 LIMIT ?`);

  const inTransaction = <T>(work: () => T): T => {
    begin.run();
    try {
      const value = work();
      commit.run();
      return value;
    } catch (error) {
      if (db.isTransaction) rollback.run();
      // What is remembered may be of what was not kept.
      places.forget();
      slots.forget();
      throw error;
    }
  };

  /** Again and again until less than a whole portion was there; others get their turn between. */
  const inPortions = async (work: () => number): Promise<void> => {
    while (inTransaction(work) >= wipedAtOnce) await nextTurn();
  };

  const look = (channelId: Uint8Array): Found => {
    const place = places.find(channelId);
    if (place !== null) return { is: 'channel', channel: placeToChannel(place) };
    const why = places.goneWhy(channelId);
    return why === null ? { is: 'none' } : { is: 'gone', why };
  };

  const wipeGone = (): Promise<void> => inPortions(() => items.wipe(wipedAtOnce));

  return {
    commitsAtOnce,
    commit: async (writes) => {
      const outcomes = inTransaction(() => {
        const applied: Outcome[] = [];
        let hasEnded = false;
        for (const write of writes) {
          const outcome = applyWrite(write);
          applied.push(outcome);
          hasEnded ||= outcome.is === 'ended';
        }
        if (hasEnded) items.wipe(wipedAtOnce);
        return applied;
      });
      await wal.sync();
      return outcomes;
    },
    find: async (channelId) => {
      const found = look(channelId);
      if (found.is === 'gone') await wal.synced();
      return found;
    },
    look,
    read: async (channelId, from, maxBytes, maxItems) => {
      const place = places.find(channelId);
      const page = place === null ? null : items.page(place, from, maxBytes, maxItems);
      // Who has seen a cursor must never see another record there.
      await wal.synced();
      return page;
    },
    usage: async (opener) => {
      const row = usage.get(openerMark(opener));
      return { channels: numberOf(row, 'channels'), bytes: numberOf(row, 'bytes') };
    },
    total: async () => {
      const row = total.get();
      return { channels: numberOf(row, 'channels'), bytes: numberOf(row, 'bytes') };
    },
    prune: async (today, retentionDays) => {
      await inPortions(() => items.deleteReplaced(today - replacedDays, wipedAtOnce));
      const gone: Uint8Array[] = [];
      await inPortions(() => {
        if (retentionDays === null) return 0;
        const rows = aged.all(today - retentionDays, wipedAtOnce);
        for (const row of rows) {
          const old = rowToPlace(row);
          const place = old === null ? null : places.find(old.channel.id);
          if (place === null) continue;
          places.remove(place);
          places.bury(place.channel.id, 'aged', today);
          gone.push(place.channel.id);
        }
        return rows.length;
      });
      await wipeGone();
      await wal.sync();
      return gone;
    },
    scrub: async () => {
      await wipeGone();
      const row = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      if (numberOf(row, 'busy') !== 0) throw new Error('A backup reads the files; later again.');
    },
    watch: () => () => {},
    relay: async () => {},
    dump: () => dumpRows(openToRead(folder)),
    load: async (rows) => {
      const takeRow = createTakeRow(db, places, items, slots);
      for await (const group of groupsOf(rows)) {
        inTransaction(() => {
          for (const row of group) takeRow(row);
        });
        await wal.sync();
      }
    },
    check: async () => {
      inTransaction(() => {});
      await wal.sync();
    },
    close,
  };
};
