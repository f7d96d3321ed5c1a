/**
 * The journal on disk. Writing: take the lock of the case, read what is new, let the caller seal, and only then open one
 * durable transaction for records, heads, card and meeting snapshot. WebCrypto is never awaited inside a transaction.
 */
import { Dexie } from 'dexie';
import { err, ok, type Result } from '../shared/result.ts';
import { checkSequence } from './checkSequence.ts';
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

  const write = (caseId: string, since: number, prepared: Prepared) =>
    run((db) =>
      db.transaction(
        'rw',
        [db.records, db.heads, db.cards, db.meetingSnapshots],
        (): Promise<Result<Appended, JournalError>> => writeAll(db, caseId, since, prepared),
      ),
    );

  const appendLocked = async <E>(
    caseId: string,
    since: number,
    prepare: (state: JournalState) => Promise<Result<Prepared, E>>,
  ): Promise<Result<Appended, JournalError | E>> => {
    const state = await readSince(caseId, since);
    if (!state.ok) return state;
    const prepared = await prepare(state.value);
    if (!prepared.ok) return prepared;
    const written = await write(caseId, since, prepared.value);
    return written.ok ? written.value : written;
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

    readMeetingSnapshot: (caseId) =>
      run(async (db) => (await db.meetingSnapshots.get(caseId))?.bytes ?? null),

    onGrown: (listener) => grown.listen(listener),
  };
};

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
  since: number,
  prepared: Prepared,
): Promise<Result<Appended, JournalError>> => {
  // Requests go out together: each round trip to the database is time in which a person waits.
  const [known, before] = await Promise.all([readHeads(db, caseId), lastNumber(db, caseId)]);
  const heads = checkSequence(known, prepared.rows);
  if (!heads.ok) return heads;
  if (before < since) return err({ kind: 'vanished' });
  const rows = prepared.rows.map(({ device, seq, bytes }, index) => ({
    caseId,
    n: before + 1 + index,
    device,
    seq,
    bytes,
  }));
  const written = new Set(rows.map((row) => row.device));
  const writes: PromiseLike<unknown>[] = [
    db.records.bulkAdd(rows),
    db.heads.bulkPut(
      Object.entries(heads.value)
        .filter(([device]) => written.has(device))
        .map(([device, head]) => ({ caseId, device, ...head })),
    ),
    db.records.bulkDelete((prepared.replaced ?? []).map((n): [string, number] => [caseId, n])),
  ];
  const { card, meetingSnapshot } = prepared;
  if (card !== undefined) writes.push(db.cards.put({ caseId, bytes: card }));
  if (meetingSnapshot === null) writes.push(db.meetingSnapshots.delete(caseId));
  else if (meetingSnapshot !== undefined) {
    writes.push(db.meetingSnapshots.put({ caseId, bytes: meetingSnapshot }));
  }
  await Promise.all(writes);
  return ok({ rows, last: before + rows.length });
};
