/**
 * The journal of cases: sealed records that only grow, with their cards. On disk it is Dexie (`dexieJournal.ts`),
 * for practice and tests it is memory (`memoryJournal.ts`); both behave alike and share one set of tests.
 */
import type { Bytes } from '../shared/bytes.ts';
import type { Result } from '../shared/result.ts';
import type { StoreError } from '../vault/vaultStore.ts';

export interface JournalRow {
  readonly caseId: string;
  /** Running number of this journal: only for "what came since". Says nothing about order of writing. */
  readonly n: number;
  readonly device: string;
  readonly seq: number;
  readonly bytes: Bytes;
}

/** A sealed record on its way in. */
export interface NewRow {
  readonly device: string;
  readonly seq: number;
  /** Record id: becomes the `prev` of the device's next record. */
  readonly id: string;
  readonly bytes: Bytes;
}

/** The last record of a device. Stays when a snapshot has replaced the record itself. */
export interface Head {
  readonly seq: number;
  readonly id: string;
}

export interface JournalState {
  /** Rows with a number above the one asked for, in order of `n`. */
  readonly rows: readonly JournalRow[];
  /** By device. */
  readonly heads: Readonly<Record<string, Head>>;
  /** Highest number in the journal; ask from here next time. */
  readonly last: number;
}

/** What the caller wants to be written, all of it or nothing. */
export interface Prepared {
  readonly rows: readonly NewRow[];
  /** `null` takes the card away, so that it is built anew from the journal: better none than one that is not true. */
  readonly card?: Bytes | null;
  /** Numbers (`n`) of rows that a snapshot among `rows` replaces: deleted in the same transaction. */
  readonly replaced?: readonly number[];
  readonly received?: Received;
}

/** What came from elsewhere: in any order, with numbers missing, two under one number (docs/sync-protocol.md 4). */
export interface Received {
  readonly rows: readonly Omit<NewRow, 'id'>[];
  /** How far all of each device has come; one that would go back is passed over. */
  readonly heads: Readonly<Record<string, Head>>;
}

export interface Appended {
  readonly rows: readonly JournalRow[];
  readonly last: number;
}

export type JournalError =
  | StoreError
  /** Another window has held the journal for five seconds. Nothing was written: **Inte sparat**, try again. */
  | { readonly kind: 'busy' }
  /** A row's `seq` is not the next of its device. Nothing was written. */
  | { readonly kind: 'conflict'; readonly device: string; readonly expected: number };

export interface CardRow {
  readonly caseId: string;
  readonly bytes: Bytes;
}

export interface JournalPort {
  /** Without the lock: for reading and for showing. `n` = 0 gives everything. */
  readSince(caseId: string, n: number): Promise<Result<JournalState, JournalError>>;
  /**
   * Takes the case's lock, reads what this window has not seen (`since`), lets `prepare` seal, and writes all that it
   * returns in one durable transaction. An error from `prepare` is handed back and nothing is written.
   */
  append<E>(
    caseId: string,
    since: number,
    prepare: (state: JournalState) => Promise<Result<Prepared, E>>,
  ): Promise<Result<Appended, JournalError | E>>;
  /** In the order asked for; cases without a card are left out. */
  readCards(caseIds: readonly string[]): Promise<Result<readonly CardRow[], JournalError>>;
  /** Called when another window has written. Gives back how to stop listening. */
  onGrown(listener: (caseId: string) => void): () => void;
}
