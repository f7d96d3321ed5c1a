import { selectCard } from '../process/caseCard.ts';
import { maxRecordBytes } from '../protocol/limits.ts';
import type { Bytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type {
  Head,
  JournalError,
  JournalPort,
  JournalRow,
  JournalState,
  Prepared,
} from '../storage/journalPort.ts';
import type { CaseKeys } from '../vault/caseKeys.ts';
import type { SealError, VaultLocked } from '../vault/errors.ts';
import { sealCard } from '../vault/sealLocal.ts';
import { isOfOtherRoot, openRow, type Rewritten } from './caseJournal.ts';
import { createCaseState } from './caseState.ts';
import { nobody } from './keptApart.ts';
import { createReplica, type ReadRecord, type Replica } from './replica.ts';
import { readyForVersions } from './versionFold.ts';

/**
 * Takes sealed records from other devices into the journal of a case (docs/sync-protocol.md 4): in any order, twice,
 * late, with numbers missing, two under one number. What opens is kept as it came, under the number that its writer gave
 * it; what does not open is kept apart and told. Records and the card that they make go down in one durable write, and
 * windows that have the case open read it like anything that another window wrote.
 */
export interface RecordReceiver {
  readonly receive: (records: readonly Bytes[]) => Promise<Result<Arrived, ReceiveError>>;
}

export interface Arrived {
  /** New, and now in the journal. */
  readonly taken: number;
  /** Here already, word for word. */
  readonly known: number;
  /** Does not open with the keys of the case: kept apart. */
  readonly apart: number;
  /** Not kept: larger than any record, or too much is kept apart already. It is still where it came from. */
  readonly refused: number;
}

export type ReceiveError = JournalError | SealError | VaultLocked | Unready | Rewritten;

/** What reads versions could not be loaded: nothing was written, try again. */
export interface Unready {
  readonly kind: 'unready';
}

const none: Arrived = { taken: 0, known: 0, apart: 0, refused: 0 };

/** More than these are not kept apart. */
export const mostApart = 1_000;

/** `keys` of the case as it is now; after a removal, make a new one. */
export const createRecordReceiver = (
  deps: { readonly journal: JournalPort },
  keys: CaseKeys,
): RecordReceiver => {
  const { caseId } = keys;
  let held = emptyHold();

  const join = (
    rows: readonly Pick<JournalRow, 'n' | 'bytes'>[],
    records: readonly ReadRecord[],
  ): void => {
    held.replica.take(records);
    held.readUpTo = Math.max(held.readUpTo, ...rows.map(({ n }) => n));
    for (const [place, record] of records.entries()) {
      const bytes = rows[place]?.bytes;
      if (record.kind === 'closed' && record.apart && bytes !== undefined) {
        held.apart.add(tagOf(bytes));
      }
    }
  };

  const prepare = async (
    { rows: since, heads, last }: JournalState,
    records: readonly Bytes[],
  ): Promise<Result<{ readonly prepared: Prepared; readonly arrived: Arrived }, NotPrepared>> => {
    // Asked a second time: what was joined the first time is not down, and is not to be taken for what is.
    if (held.tried) return err({ kind: 'again' });
    const before = await openAll(keys, since);
    if (before === 'locked') return err({ kind: 'locked' });
    // Removal wrote the case anew under other keys: what came belongs to the past, and is not for this journal.
    if (before.some(isOfOtherRoot)) return err({ kind: 'rewritten' });
    held.replica.expect(heads);
    join(since, before);
    const unread = records
      .filter((bytes) => bytes.length <= maxRecordBytes)
      .map((bytes) => ({ caseId, n: 0, device: nobody, seq: 1, bytes }));
    const opened = await openAll(keys, unread);
    if (opened === 'locked') return err({ kind: 'locked' });
    const { rows, arrived } = sortOut(held, last, unread, opened);
    const refused = arrived.refused + records.length - unread.length;
    if (rows.length === 0) return err({ kind: 'nothing', arrived: { ...arrived, refused } });
    held.tried = true;
    join(
      rows.map(({ row }) => row),
      rows.map(({ record }) => record),
    );
    if (!(await readyForVersions(held.replica.facts()))) return err({ kind: 'unready' });
    const card = await cardOf(keys, held.replica);
    if (!card.ok) return card;
    const received = {
      rows: rows.map(({ row: { device, seq, bytes } }) => ({ device, seq, bytes })),
      heads: headsOf(held.replica, keys.device),
    };
    return ok({
      prepared: { rows: [], card: card.value, received },
      arrived: { ...arrived, refused },
    });
  };

  const receive = async (records: readonly Bytes[]): Promise<Result<Arrived, ReceiveError>> => {
    for (;;) {
      const outcome = { arrived: none };
      const written = await deps.journal.append<NotPrepared>(
        caseId,
        held.readUpTo,
        async (state) => {
          const done = await prepare(state, records);
          if (!done.ok) return done;
          outcome.arrived = done.value.arrived;
          return ok(done.value.prepared);
        },
      );
      held.tried = false;
      if (written.ok) return ok(outcome.arrived);
      const { error } = written;
      if (error.kind === 'nothing') return ok(error.arrived);
      // What was joined is not on disk: it is read anew.
      held = emptyHold();
      if (error.kind !== 'again') return err(error);
    }
  };

  let last: Promise<unknown> = Promise.resolve();
  return {
    receive: (records) => {
      // One at a time: each must know what the one before it wrote.
      const turn = last.then(() => receive(records));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
};

type NotPrepared =
  | SealError
  | VaultLocked
  | Unready
  | Rewritten
  | { readonly kind: 'nothing'; readonly arrived: Arrived }
  | { readonly kind: 'again' };

/** The journal as the receiver knows it. */
interface Hold {
  readonly replica: Replica;
  readUpTo: number;
  /** What is kept apart already. */
  readonly apart: Set<string>;
  /** Something is joined whose write is under way. */
  tried: boolean;
}

const emptyHold = (): Hold => ({
  replica: createReplica(),
  readUpTo: 0,
  apart: new Set(),
  tried: false,
});

/** `locked`: nothing can be said of any of them. */
const openAll = async (
  keys: CaseKeys,
  rows: readonly JournalRow[],
): Promise<readonly ReadRecord[] | 'locked'> => {
  const records = await Promise.all(rows.map((row) => openRow(keys, row)));
  const isLocked = records.some((record) => record.kind === 'closed' && record.reason === 'locked');
  return isLocked ? 'locked' : records;
};

interface Incoming {
  readonly row: JournalRow;
  readonly record: ReadRecord;
}

/** What of it is new, as the rows after `last`. */
const sortOut = (
  { replica, apart }: Pick<Hold, 'replica' | 'apart'>,
  last: number,
  rows: readonly JournalRow[],
  records: readonly ReadRecord[],
): { readonly rows: readonly Incoming[]; readonly arrived: Arrived } => {
  const fresh: Incoming[] = [];
  const seen = new Set<string>();
  const arrived = { taken: 0, known: 0, apart: 0, refused: 0 };
  for (const [place, record] of records.entries()) {
    const row = rows[place];
    if (row === undefined) continue;
    const n = last + fresh.length + 1;
    const tag = tagOf(row.bytes);
    if (seen.has(tag) || apart.has(tag) || (record.kind === 'open' && replica.knows(record.id))) {
      arrived.known += 1;
    } else if (record.kind === 'open') {
      const { device, seq } = record.body;
      fresh.push({ row: { ...row, n, device, seq }, record: { ...record, n } });
      arrived.taken += 1;
    } else if (apart.size + arrived.apart >= mostApart) {
      arrived.refused += 1;
    } else {
      fresh.push({ row: { ...row, n }, record: { ...record, n } });
      arrived.apart += 1;
    }
    seen.add(tag);
  }
  return { rows: fresh, arrived };
};

/** The end of a sealed record: the tag of its seal and some more. Enough to tell two of them apart. */
const tagOf = (bytes: Bytes): string => `${bytes.length} ${bytes.slice(-32).join()}`;

/** How far each device has come here. Of the own device only what it wrote here counts. */
const headsOf = (replica: Replica, own: string): Readonly<Record<string, Head>> => {
  const { [own]: _own, ...others } = replica.heads();
  return others;
};

/** The card that all of this makes. */
export const cardOf = (keys: CaseKeys, replica: Replica): Promise<Result<Bytes, SealError>> =>
  sealCard(
    keys,
    selectCard(
      createCaseState(keys.caseId)({
        document: replica.document,
        facts: replica.facts(),
        setAside: replica.setAside(),
        gaps: replica.gaps(),
        copied: replica.doubles().size > 0,
      }),
    ),
  );
