/**
 * The journal on disk. Writing: take the lock of the case, read what is new, let the caller seal, and only then open one
 * durable transaction for records, heads and card. WebCrypto is never awaited inside a transaction.
 */
import { Dexie } from 'dexie';
import { err, ok, type Result } from '../shared/result.ts';
import { headsAfter, rowsOf } from './checkSequence.ts';
import type { Connection } from './connection.ts';
import type { GrownChannel } from './grownChannel.ts';
import type { JournalLock } from './journalLock.ts';
import type {
  Appended,
  Head,
  JournalError,
  JournalPort,
  JournalState,
  Prepared,
} from './journalPort.ts';
import type { SipDatabase } from './schema.ts';

export interface JournalDeps {
  readonly lock: JournalLock;
  readonly grown: GrownChannel;
  /** How long to wait for another window, in milliseconds. */
  readonly lockWaitMs: number;
}

export const dexieJournal = (
  { run }: Connection,
  { lock, grown, lockWaitMs }: JournalDeps,
): JournalPort => {
  const readSince = async (
    caseId: string,
    n: number,
  ): Promise<Result<JournalState, JournalError>> => {
    const state = await run((db) =>
      db.transaction('r', db.records, db.heads, () => readState(db, caseId, n)),
    );
    if (!state.ok) return state;
    // This window has read further than the journal now reaches: it was cleared under us.
    return state.value.last < n ? err({ kind: 'vanished' }) : state;
  };

  /** How this window left each case. Never trusted: the transaction that writes holds it against the database. */
  const left = new Map<string, Seen>();

  const write = async (
    caseId: string,
    seen: Seen,
    prepared: Prepared,
  ): Promise<Result<Appended, JournalError | Stale>> => {
    const written = await run((db) =>
      db.transaction('rw', [db.records, db.heads, db.cards], () =>
        writeAll(db, caseId, seen, prepared),
      ),
    );
    if (!written.ok) return written;
    if (!written.value.ok) return written.value;
    const { rows, last, heads } = written.value.value;
    left.set(caseId, { last, heads });
    return ok({ rows, last });
  };

  const appendLocked = async <E>(
    caseId: string,
    since: number,
    prepare: (state: JournalState) => Promise<Result<Prepared, E>>,
  ): Promise<Result<Appended, JournalError | E>> => {
    const known = left.get(caseId);
    left.delete(caseId);
    if (known?.last === since) {
      // Nearly always nobody else has written: one transaction does, instead of one to read and one to write.
      const prepared = await prepare({ ...known, rows: [] });
      if (!prepared.ok) return prepared;
      const written = await write(caseId, known, prepared.value);
      if (written.ok) return written;
      if (written.error.kind !== 'stale' && written.error.kind !== 'conflict')
        return err(written.error);
    }
    const state = await readSince(caseId, since);
    if (!state.ok) return state;
    const prepared = await prepare(state.value);
    if (!prepared.ok) return prepared;
    const written = await write(caseId, state.value, prepared.value);
    if (written.ok) return written;
    // The lock is ours, and still somebody wrote: nothing of this is down, and it is tried again.
    return err(written.error.kind === 'stale' ? { kind: 'busy' } : written.error);
  };

  return {
    readSince,

    append: async (caseId, since, prepare) => {
      const held = await lock.hold(caseId, lockWaitMs, () => appendLocked(caseId, since, prepare));
      if (!held.ok) return held;
      if (held.value.ok) grown.tell(caseId);
      return held.value;
    },

    readCards: async (caseIds) =>
      run(async (db) => {
        if (caseIds.length < manyCards) {
          const rows = await db.cards.bulkGet([...caseIds]);
          return rows.filter((row) => row !== undefined);
        }
        // One request for all: a thousand single ones take longer than opening the cards.
        const rows = new Map((await db.cards.toArray()).map((row) => [row.caseId, row]));
        return caseIds.flatMap((caseId) => rows.get(caseId) ?? []);
      }),

    onGrown: (listener) => grown.listen(listener),
  };
};

/** The journal as a window knows it when it seals. */
type Seen = Pick<JournalState, 'heads' | 'last'>;

/** Somebody else wrote since it was read. Nothing was written. */
interface Stale {
  readonly kind: 'stale';
}

const sameHeads = (a: Seen['heads'], b: Seen['heads']): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([device, { seq, id }]) => b[device]?.seq === seq && b[device].id === id);

/** From here on, all cards of the device are read and the asked ones picked. */
const manyCards = 50;

const rowsAbove = (db: SipDatabase, caseId: string, n: number) =>
  db.records.where('[caseId+n]').between([caseId, n], [caseId, Dexie.maxKey], false, true);

const readHeads = async (
  db: SipDatabase,
  caseId: string,
): Promise<Readonly<Record<string, Head>>> => {
  const rows = await db.heads.where({ caseId }).toArray();
  return Object.fromEntries(rows.map(({ device, seq, id }) => [device, { seq, id }]));
};

const lastNumber = async (db: SipDatabase, caseId: string): Promise<number> =>
  (await rowsAbove(db, caseId, 0).last())?.n ?? 0;

const readState = async (db: SipDatabase, caseId: string, n: number): Promise<JournalState> => {
  const [rows, heads, last] = await Promise.all([
    rowsAbove(db, caseId, n).toArray(),
    readHeads(db, caseId),
    lastNumber(db, caseId),
  ]);
  return { rows, heads, last };
};

/** All or nothing: an error value here has written nothing. */
const writeAll = async (
  db: SipDatabase,
  caseId: string,
  seen: Seen,
  prepared: Prepared,
): Promise<Result<Appended & Seen, JournalError | Stale>> => {
  // Requests go out together: each round trip to the database is time in which a person waits.
  const [known, before] = await Promise.all([readHeads(db, caseId), lastNumber(db, caseId)]);
  const heads = headsAfter(known, prepared);
  if (!heads.ok) return heads;
  if (before !== seen.last || !sameHeads(known, seen.heads)) return err({ kind: 'stale' });
  const rows = rowsOf(prepared).map(({ device, seq, bytes }, index) => ({
    caseId,
    n: before + 1 + index,
    device,
    seq,
    bytes,
  }));
  const writes: PromiseLike<unknown>[] = [
    db.records.bulkAdd(rows),
    db.heads.bulkPut(
      Object.entries(heads.value)
        .filter(([device, head]) => head !== known[device])
        .map(([device, head]) => ({ caseId, device, ...head })),
    ),
    db.records.bulkDelete((prepared.replaced ?? []).map((n): [string, number] => [caseId, n])),
  ];
  const { card } = prepared;
  if (card === null) writes.push(db.cards.delete(caseId));
  else if (card !== undefined) writes.push(db.cards.put({ caseId, bytes: card }));
  await Promise.all(writes);
  return ok({ rows, last: before + rows.length, heads: heads.value });
};
