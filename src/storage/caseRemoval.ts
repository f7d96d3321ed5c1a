/**
 * Taking a case away, or writing its journal anew without what was removed (design.md 6, *Removal*). Access rows and
 * rows of the journal change in one durable transaction: there is never a key without its journal, nor the other way.
 */
import { Dexie } from 'dexie';
import type { Bytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { standInsOf } from '../vault/standInNames.ts';
import type { AccessRow, SealedRow } from '../vault/vaultStore.ts';
import { checkSequence } from './checkSequence.ts';
import type { Connection } from './connection.ts';
import type { JournalDeps } from './dexieJournal.ts';
import type { Head, JournalError, JournalPort, JournalState, NewRow } from './journalPort.ts';
import { markOverwrite } from './overwriteRows.ts';
import type { Overwriter } from './overwriter.ts';
import { removeNamed } from './removeNamed.ts';
import type { SipDatabase } from './schema.ts';

/** The whole new journal of a case. */
export interface Rewritten {
  /** From `seq` 1 of a new device, sealed with the new root; or what was received, where `heads` say how far each came. */
  readonly rows: readonly NewRow[];
  readonly heads?: Readonly<Record<string, Head>>;
  readonly card: Bytes;
  /** Who can open it from now on. */
  readonly access: readonly AccessRow[];
  /** Who may take it over from now on. */
  readonly standIns: readonly SealedRow[];
}

/** Of the vault whose way to the case goes, in the same durable write. */
export interface BesideRemoval {
  readonly put: readonly SealedRow[];
  /** Values whose name is so, or goes on after a space. */
  readonly forget: readonly string[];
}

export interface CaseRemoval {
  /**
   * The vault can no longer open the case; when nobody on the device can, its records go too. Says whether
   * colleagues still have it.
   */
  removeCase(
    vaultId: string,
    caseId: string,
    beside?: BesideRemoval,
  ): Promise<Result<{ readonly colleaguesHaveIt: boolean }, JournalError>>;
  /** As `append`, but what `prepare` returns takes the place of all that was there. */
  rewriteCase<E>(
    caseId: string,
    since: number,
    prepare: (state: JournalState) => Promise<Result<Rewritten, E>>,
  ): Promise<Result<void, JournalError | E>>;
}

export const dexieCaseRemoval = (
  { run }: Connection,
  journal: Pick<JournalPort, 'readSince'>,
  { lock, grown, lockWaitMs, overwriter }: JournalDeps & { readonly overwriter: Overwriter },
): CaseRemoval => {
  const held = async <T, E>(
    caseId: string,
    work: () => Promise<Result<T, E>>,
  ): Promise<Result<T, E | JournalError>> => {
    const done = await lock.hold(caseId, lockWaitMs, work);
    if (!done.ok) return done;
    if (done.value.ok) {
      grown.tell(caseId);
      overwriter.soon();
    }
    return done.value;
  };

  return {
    removeCase: (vaultId, caseId, beside) =>
      held(caseId, () =>
        run((db) =>
          db.transaction('rw', tables(db), async () => {
            await db.access.delete([vaultId, caseId]);
            await removeNamed(db, vaultId, standInsOf(caseId));
            for (const name of beside?.forget ?? []) {
              await db.sealed.delete([vaultId, name]);
              await removeNamed(db, vaultId, `${name} `);
            }
            await db.sealed.bulkPut([...(beside?.put ?? [])]);
            const left = await db.access.where({ caseId }).count();
            if (left === 0) await clearCase(db, caseId);
            await markOverwrite(db);
            return { colleaguesHaveIt: left > 0 };
          }),
        ),
      ),

    rewriteCase: <E>(
      caseId: string,
      since: number,
      prepare: (state: JournalState) => Promise<Result<Rewritten, E>>,
    ): Promise<Result<void, JournalError | E>> =>
      held<void, JournalError | E>(caseId, async () => {
        const state = await journal.readSince(caseId, since);
        if (!state.ok) return state;
        const prepared = await prepare(state.value);
        if (!prepared.ok) return prepared;
        const { rows, card, access, standIns } = prepared.value;
        const heads =
          prepared.value.heads === undefined
            ? checkSequence({}, rows)
            : ok<Readonly<Record<string, Head>>>(prepared.value.heads);
        if (!heads.ok) return heads;
        const written = await run((db) =>
          db.transaction('rw', tables(db), async (): Promise<Result<void, JournalError>> => {
            // Numbers go on, so that another window sees that there is something to read.
            const before = await db.records
              .where('[caseId+n]')
              .between(...whole(caseId))
              .last();
            if ((before?.n ?? 0) !== state.value.last) return err({ kind: 'busy' });
            await clearCase(db, caseId);
            await db.access.bulkPut([...access]);
            await db.sealed.bulkPut([...standIns]);
            await db.records.bulkAdd(
              rows.map(({ device, seq, bytes }, place) => ({
                caseId,
                n: state.value.last + 1 + place,
                device,
                seq,
                bytes,
              })),
            );
            await db.heads.bulkPut(
              Object.entries(heads.value).map(([device, head]) => ({ caseId, device, ...head })),
            );
            await db.cards.put({ caseId, bytes: card });
            await markOverwrite(db);
            return ok(undefined);
          }),
        );
        return written.ok ? written.value : written;
      }),
  };
};

const tables = (db: SipDatabase) => [
  db.access,
  db.sealed,
  db.records,
  db.heads,
  db.cards,
  db.meetingSnapshots,
];

const whole = (caseId: string): [[string, number], [string, unknown]] => [
  [caseId, 0],
  [caseId, Dexie.maxKey],
];

const clearCase = async (db: SipDatabase, caseId: string): Promise<void> => {
  await db.records
    .where('[caseId+n]')
    .between(...whole(caseId))
    .delete();
  await db.heads.where({ caseId }).delete();
  await db.cards.delete(caseId);
  await db.meetingSnapshots.delete(caseId);
};
