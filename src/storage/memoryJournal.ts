/**
 * The journal in memory, with the same behaviour as on disk: for practice, which leaves nothing behind, and for tests.
 * Two journals on one `createMemory()` are two windows.
 */
import type { Bytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { headsAfter, rowsOf } from './checkSequence.ts';
import type {
  Appended,
  Head,
  JournalError,
  JournalPort,
  JournalRow,
  JournalState,
  Prepared,
} from './journalPort.ts';

interface MemoryCase {
  rows: readonly JournalRow[];
  heads: Readonly<Record<string, Head>>;
  card: Bytes | null;
  last: number;
  /** The lock: whoever comes next waits for this. */
  queue: Promise<unknown>;
}

export interface Memory {
  readonly cases: Map<string, MemoryCase>;
  readonly windows: Set<(caseId: string) => void>;
}

export const createMemory = (): Memory => ({ cases: new Map(), windows: new Set() });

export const memoryJournal = (memory: Memory = createMemory()): JournalPort => {
  const listeners = new Set<(caseId: string) => void>();
  const hear = (caseId: string): void => {
    for (const listener of listeners) listener(caseId);
  };
  memory.windows.add(hear);

  const caseOf = (caseId: string): MemoryCase => {
    const known = memory.cases.get(caseId);
    if (known !== undefined) return known;
    const fresh: MemoryCase = {
      rows: [],
      heads: {},
      card: null,
      last: 0,
      queue: Promise.resolve(),
    };
    memory.cases.set(caseId, fresh);
    return fresh;
  };

  const stateOf = (kept: MemoryCase, since: number): JournalState => ({
    rows: kept.rows.filter((row) => row.n > since),
    heads: kept.heads,
    last: kept.last,
  });

  const write = (caseId: string, prepared: Prepared): Result<Appended, JournalError> => {
    const kept = caseOf(caseId);
    const heads = headsAfter(kept.heads, prepared);
    if (!heads.ok) return heads;
    const first = kept.last + 1;
    const rows = rowsOf(prepared).map(({ device, seq, bytes }, index) => ({
      caseId,
      n: first + index,
      device,
      seq,
      bytes,
    }));
    const replaced = new Set(prepared.replaced);
    kept.rows = [...kept.rows.filter((row) => !replaced.has(row.n)), ...rows];
    kept.heads = heads.value;
    kept.last += rows.length;
    if (prepared.card !== undefined) kept.card = prepared.card;
    return ok({ rows, last: kept.last });
  };

  return {
    readSince: async (caseId, n) => ok(stateOf(caseOf(caseId), n)),

    append: <E>(
      caseId: string,
      since: number,
      prepare: (state: JournalState) => Promise<Result<Prepared, E>>,
    ): Promise<Result<Appended, JournalError | E>> => {
      const kept = caseOf(caseId);
      const turn = kept.queue.then(async (): Promise<Result<Appended, JournalError | E>> => {
        const prepared = await prepare(stateOf(kept, since));
        return prepared.ok ? write(caseId, prepared.value) : err(prepared.error);
      });
      // A bug in `prepare` must not lock the journal for ever.
      kept.queue = turn.catch(() => undefined);
      return turn.then((result) => {
        if (result.ok) for (const window of memory.windows) if (window !== hear) window(caseId);
        return result;
      });
    },

    readCards: async (caseIds) =>
      ok(
        caseIds.flatMap((caseId) => {
          const bytes = memory.cases.get(caseId)?.card ?? null;
          return bytes === null ? [] : [{ caseId, bytes }];
        }),
      ),

    onGrown: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
