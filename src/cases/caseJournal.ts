import type { SaveError } from '../meeting/workspace.ts';
import type { RecordBody } from '../protocol/record.ts';
import type { Bytes } from '../shared/bytes.ts';
import type { ClockDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type {
  Head,
  JournalError,
  JournalPort,
  JournalRow,
  NewRow,
} from '../storage/journalPort.ts';
import type { CaseKeys } from '../vault/caseKeys.ts';
import type { SealError, VaultError, VaultLocked } from '../vault/errors.ts';
import { openRecord, sealRecord } from '../vault/sealRecord.ts';
import { factsOf, type PendingEntry, type Shown } from './journalWriter.ts';
import { nobody } from './keptApart.ts';
import { entriesToDrafts, type RecordDraft } from './recordDraft.ts';
import { createReplica, type ReadRecord, type Replica } from './replica.ts';
import { toSaveError } from './saveError.ts';
import { readyForVersions } from './versionFold.ts';

/**
 * One case between its sealed rows and its replica: reads what came, and writes a batch in one durable
 * transaction under the journal's lock (design.md 6, "Writing"). Knows no view and no domain rule.
 */
export interface CaseJournal {
  readonly replica: Replica;
  readonly keys: () => CaseKeys;
  /** Reads rows that another window wrote. True when something changed. */
  readonly catchUp: () => Promise<Result<boolean, JournalError | VaultLocked | Rewritten>>;
  /** Catches up, seals the batch as this device's next records, writes them with the card. */
  readonly commit: (batch: readonly PendingEntry[]) => Promise<Result<void, SaveError>>;
  /** Number of the last row read or written; 0 when there is none. */
  readonly readUpTo: () => number;
  /** How many times something came from elsewhere. */
  readonly arrivals: () => number;
  /** What a window shows that has just folded all that is here. */
  readonly shown: () => Shown;
  /** What a fact says to have seen whose writer acted while the window showed this. */
  readonly sees: (shown: Shown) => Pick<RecordBody, 'seen' | 'unseen'>;
}

export interface CaseJournalDeps extends ClockDep {
  readonly journal: JournalPort;
  /** The sealed card that goes with a batch; null leaves the one on disk as it is. */
  readonly prepareCard: (keys: CaseKeys, batch: readonly PendingEntry[]) => Promise<Bytes | null>;
  /** A batch and the card prepared with it are on disk. */
  readonly onWritten: () => void;
  /** A new device id, when this one turns out to be a copy. */
  readonly renewDevice: () => Promise<Result<CaseKeys, VaultError>>;
}

export const createCaseJournal = (deps: CaseJournalDeps, caseKeys: CaseKeys): CaseJournal => {
  const replica = createReplica();
  const { caseId } = caseKeys;
  let keys = caseKeys;
  let readUpTo = 0;
  let arrivals = 0;
  /** Ids of sealed attempts whose outcome was not told, with the entries inside them. */
  const attempts = new Map<string, readonly number[]>();
  const landed = new Set<number>();
  /** The last number under this device's id that another window wrote. */
  let othersUpTo = 0;

  const takeRows = async (
    rows: readonly JournalRow[],
  ): Promise<Result<boolean, VaultLocked | Rewritten>> => {
    const fresh = rows.filter(({ n }) => n > readUpTo);
    if (fresh.length === 0) return ok(false);
    const records = await Promise.all(fresh.map((row) => openRow(keys, row)));
    // A locked vault opens nothing; that says nothing about the records.
    if (records.some((record) => record.kind === 'closed' && record.reason === 'locked')) {
      return err({ kind: 'locked' });
    }
    // Removal wrote the case anew under another root: what this window has is of the past.
    if (readUpTo > 0 && records.some(isOfOtherRoot)) return err({ kind: 'rewritten' });
    // Some may have been joined while these were opened.
    arrivals += 1;
    const changed = replica.take(records.filter(({ n }) => n > readUpTo));
    readUpTo = Math.max(readUpTo, ...fresh.map(({ n }) => n));
    for (const record of records) {
      if (record.kind !== 'open') continue;
      const own = attempts.get(record.id);
      for (const key of own ?? []) landed.add(key);
      const { device, seq } = record.body;
      if (own === undefined && device === keys.device) othersUpTo = Math.max(othersUpTo, seq);
    }
    return ok(changed);
  };

  /** Somebody else writes under this device's id: a copy of it, or it itself before something was lost here. */
  const isCopied = (heads: Readonly<Record<string, Head>>): boolean =>
    replica.doubles().has(keys.device) ||
    (replica.highest()[keys.device] ?? 0) > (heads[keys.device]?.seq ?? 0);

  const sees: CaseJournal['sees'] = ({ seen, own }) => {
    const { [keys.device]: _own, ...others } = seen;
    return { seen: others, ...(othersUpTo > own && { unseen: [own + 1, othersUpTo] }) };
  };

  const shown = (): Shown => ({
    seen: replica.seen(),
    own: replica.highest()[keys.device] ?? 0,
  });

  return {
    replica,
    shown,
    sees,
    keys: () => keys,
    readUpTo: () => readUpTo,
    arrivals: () => arrivals,
    catchUp: async () => {
      const read = await deps.journal.readSince(caseId, readUpTo);
      if (!read.ok) return read;
      replica.expect(read.value.heads);
      const taken = await takeRows(read.value.rows);
      const ready = await readyForVersions(replica.facts());
      return ready ? taken : err({ kind: 'failed', name: 'missing file' });
    },
    commit: async (batch) => {
      await readyForVersions(factsOf(batch).map((fact) => ({ fact })));
      let sealed: readonly SealedDraft[] = [];
      const write = () =>
        deps.journal.append<SealError | Rewritten | Copied>(
          caseId,
          readUpTo,
          async ({ rows, heads }) => {
            const taken = await takeRows(rows);
            if (!taken.ok) return taken;
            if (isCopied(heads)) return err({ kind: 'copied' });
            await readyForVersions(replica.facts());
            const left = batch.filter(({ key }) => !landed.has(key));
            const drafts = entriesToDrafts(left);
            const head = heads[keys.device] ?? null;
            const done = await sealDrafts(keys, drafts, {
              at: deps.clock.now(),
              sees: (of) => sees(of ?? shown()),
              seq: head?.seq ?? 0,
              prev: head?.id ?? null,
            });
            if (!done.ok) return done;
            sealed = done.value;
            for (const { row, keys: inside } of sealed) attempts.set(row.id, inside);
            const card = await deps.prepareCard(keys, left);
            return ok({
              rows: sealed.map(({ row }) => row),
              ...(card === null ? {} : { card }),
            });
          },
        );
      let written = await write();
      if (!written.ok && written.error.kind === 'copied') {
        const renewed = await deps.renewDevice();
        if (!renewed.ok) return err(toSaveError(renewed.error));
        keys = renewed.value;
        othersUpTo = 0;
        written = await write();
      }
      if (!written.ok) return err(toSaveError(written.error));
      for (const [place, row] of written.value.rows.entries()) {
        const draft = sealed[place];
        if (draft === undefined) continue;
        replica.wrote({ n: row.n, id: draft.row.id, body: draft.body });
        readUpTo = Math.max(readUpTo, row.n);
      }
      deps.onWritten();
      attempts.clear();
      for (const { key } of batch) landed.delete(key);
      return ok(undefined);
    },
  };
};

/** Another window removed something: the case must be opened again. */
export interface Rewritten {
  readonly kind: 'rewritten';
}

/** This device's id is no longer its own: it takes a new one first. */
interface Copied {
  readonly kind: 'copied';
}

/** A row of the case's own that was sealed with another root: it was written anew. */
export const isOfOtherRoot = (record: ReadRecord): boolean =>
  record.kind === 'closed' &&
  !record.apart &&
  (record.reason === 'otherChannel' || record.reason === 'otherEpoch');

/** Opens one row, or says why it is set aside. */
export const openRow = async (keys: CaseKeys, row: JournalRow): Promise<ReadRecord> => {
  const opened = await openRecord(keys, row.bytes);
  const { n, device, seq } = row;
  return opened.ok
    ? { kind: 'open', n, id: opened.value.id, body: opened.value.body }
    : { kind: 'closed', n, device, seq, reason: opened.error.kind, apart: device === nobody };
};

interface SealedDraft {
  readonly row: NewRow;
  readonly body: RecordBody;
  readonly keys: readonly number[];
}

const sealDrafts = async (
  keys: CaseKeys,
  drafts: readonly RecordDraft[],
  place: {
    readonly at: number;
    readonly sees: (shown: Shown | undefined) => Pick<RecordBody, 'seen' | 'unseen'>;
    readonly seq: number;
    readonly prev: string | null;
  },
): Promise<Result<readonly SealedDraft[], SealError>> => {
  const sealed: SealedDraft[] = [];
  let { seq, prev } = place;
  for (const { keys: inside, kind, payload, shown } of drafts) {
    seq += 1;
    const { device } = keys;
    const sees = place.sees(shown);
    const body: RecordBody = { device, seq, prev, ...sees, kind, at: place.at, payload };
    const record = await sealRecord(keys, body);
    if (!record.ok) return record;
    const { id, bytes } = record.value;
    sealed.push({ row: { device, seq, id, bytes }, body, keys: inside });
    prev = id;
  }
  return ok(sealed);
};
