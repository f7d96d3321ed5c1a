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
        const rows = await db.cards.bulkGet([...caseIds]);
        return rows.filter((row) => row !== undefined);
      }),

    readMeetingSnapshot: (caseId) =>
      run(async (db) => (await db.meetingSnapshots.get(caseId))?.bytes ?? null),

    onGrown: (listener) => grown.listen(listener),
  };
};

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
  const rows = await rowsAbove(db, caseId, n).toArray();
  const heads = await readHeads(db, caseId);
  const last = rows.at(-1)?.n ?? (await lastNumber(db, caseId));
  return { rows, heads, last };
};

/** All or nothing: an error value here has written nothing. */
const writeAll = async (
  db: SipDatabase,
  caseId: string,
  since: number,
  prepared: Prepared,
): Promise<Result<Appended, JournalError>> => {
  const heads = checkSequence(await readHeads(db, caseId), prepared.rows);
  if (!heads.ok) return heads;
  const before = await lastNumber(db, caseId);
  if (before < since) return err({ kind: 'vanished' });
  const rows = prepared.rows.map(({ device, seq, bytes }, index) => ({
    caseId,
    n: before + 1 + index,
    device,
    seq,
    bytes,
  }));
  if (rows.length > 0) {
    await db.records.bulkAdd(rows);
    const written = new Set(rows.map((row) => row.device));
    await db.heads.bulkPut(
      Object.entries(heads.value)
        .filter(([device]) => written.has(device))
        .map(([device, head]) => ({ caseId, device, ...head })),
    );
  }
  if (prepared.replaced !== undefined && prepared.replaced.length > 0) {
    await db.records.bulkDelete(prepared.replaced.map((n): [string, number] => [caseId, n]));
  }
  if (prepared.card !== undefined) await db.cards.put({ caseId, bytes: prepared.card });
  if (prepared.meetingSnapshot === null) await db.meetingSnapshots.delete(caseId);
  else if (prepared.meetingSnapshot !== undefined) {
    await db.meetingSnapshots.put({ caseId, bytes: prepared.meetingSnapshot });
  }
  return ok({ rows, last: before + rows.length });
};
