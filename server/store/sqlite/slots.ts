/** Places for sealed bytes, of a few fixed sizes, used again when they are free (database.ts says why). */
import type { DatabaseSync } from 'node:sqlite';

export interface Slots {
  /** Gives the place. */
  readonly put: (id: Uint8Array, bytes: Uint8Array) => number;
  readonly idAt: (slot: number) => Uint8Array;
  readonly bytesAt: (slot: number) => Uint8Array;
  /** Overwrites it with zeros. `size` is that of what lies there. */
  readonly free: (slot: number, size: number) => void;
  /** After a rollback. */
  readonly forget: () => void;
}

const idBytes = 32;

export const numberOf = (row: Record<string, unknown> | undefined, name: string): number => {
  const value = row?.[name];
  return typeof value === 'number' ? value : 0;
};

export const bytesOf = (row: Record<string, unknown> | undefined, name: string): Uint8Array => {
  const value = row?.[name];
  return value instanceof Uint8Array ? value : new Uint8Array();
};

export const createSlots = (db: DatabaseSync): Slots => {
  const insert = db.prepare('INSERT INTO blobs (id, bytes) VALUES (?, ?)');
  const reuse = db.prepare('UPDATE blobs SET id = ?, bytes = ? WHERE slot = ?');
  const wipe = db.prepare(
    `UPDATE blobs SET id = zeroblob(${idBytes}), bytes = zeroblob(?) WHERE slot = ?`,
  );
  const setFree = db.prepare('INSERT INTO free_slots (size, slot) VALUES (?, ?)');
  const firstFree = db.prepare('SELECT slot FROM free_slots WHERE size = ? LIMIT 1');
  const take = db.prepare('DELETE FROM free_slots WHERE size = ? AND slot = ?');
  const sizes = db.prepare('SELECT DISTINCT size FROM free_slots');
  const id = db.prepare('SELECT id FROM blobs WHERE slot = ?');
  const bytes = db.prepare('SELECT bytes FROM blobs WHERE slot = ?');

  const readSizes = (): Set<number> => new Set(sizes.all().map((row) => numberOf(row, 'size')));
  let freeSizes = readSizes();

  const freePlace = (size: number): number | null => {
    if (!freeSizes.has(size)) return null;
    const row = firstFree.get(size);
    if (row !== undefined) return numberOf(row, 'slot');
    freeSizes.delete(size);
    return null;
  };

  return {
    put: (ownId, own) => {
      const free = freePlace(own.length);
      if (free === null) return Number(insert.run(ownId, own).lastInsertRowid);
      reuse.run(ownId, own, free);
      take.run(own.length, free);
      return free;
    },
    idAt: (slot) => bytesOf(id.get(slot), 'id'),
    bytesAt: (slot) => bytesOf(bytes.get(slot), 'bytes'),
    free: (slot, size) => {
      wipe.run(size, slot);
      setFree.run(size, slot);
      freeSizes.add(size);
    },
    forget: () => {
      freeSizes = readSizes();
    },
  };
};
