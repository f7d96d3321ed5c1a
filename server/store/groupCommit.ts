/**
 * Group commit: all writes that come while as many commits are under way as the store takes, or in the same turn of the
 * event loop, are made durable together. So one durable write of the disk carries many frames, and none is answered before
 * it is on disk.
 */
import { err, ok, type Result } from '../../src/shared/result.ts';
import type { Outcome, Store, Write } from './store.ts';

export interface GroupLimits {
  /** Writes in one group. */
  readonly writes: number;
  /** Writes that may wait; more are refused. */
  readonly waiting: number;
}

export interface GroupCounts {
  readonly commits: number;
  readonly writes: number;
  readonly failed: number;
}

export interface GroupCommit {
  /** `busy`: it was not kept, or it is not known whether it was. The same again is safe. */
  write(write: Write): Promise<Result<Outcome, 'busy'>>;
  counts(): GroupCounts;
  /** Resolves when nothing waits. */
  idle(): Promise<void>;
}

interface Waiting {
  readonly write: Write;
  readonly answer: (outcome: Result<Outcome, 'busy'>) => void;
}

const busy = err('busy' as const);

export const createGroupCommit = (
  store: Pick<Store, 'commit' | 'commitsAtOnce'>,
  limits: GroupLimits = { writes: 1_024, waiting: 16_384 },
): GroupCommit => {
  let queue: Waiting[] = [];
  let underWay = 0;
  let isPlanned = false;
  let resting: (() => void)[] = [];
  const counts = { commits: 0, writes: 0, failed: 0 };

  const commit = async (group: readonly Waiting[]): Promise<boolean> => {
    try {
      const outcomes = await store.commit(group.map((each) => each.write));
      counts.commits += 1;
      counts.writes += group.length;
      for (const [index, { answer }] of group.entries()) {
        const outcome = outcomes[index];
        answer(outcome === undefined ? busy : ok(outcome));
      }
      return true;
    } catch {
      return false;
    }
  };

  const refuse = (group: readonly Waiting[]): void => {
    counts.failed += group.length;
    for (const { answer } of group) answer(busy);
  };

  /** One write that cannot be kept must not take the others along; a store that takes none is asked only twice. */
  const commitApart = async (group: readonly Waiting[]): Promise<void> => {
    if (await commit(group)) return;
    if (group.length === 1) return refuse(group);
    const half = group.length >> 1;
    const first = group.slice(0, half);
    const rest = group.slice(half);
    if (await commit(first)) return commitApart(rest);
    if (await commit(rest)) return commitApart(first);
    refuse(group);
  };

  const start = (): void => {
    while (queue.length > 0 && underWay < store.commitsAtOnce) {
      const group = queue.slice(0, limits.writes);
      queue = queue.slice(limits.writes);
      underWay += 1;
      void commitApart(group).then(() => {
        underWay -= 1;
        start();
      });
    }
    if (underWay > 0) return;
    for (const rest of resting) rest();
    resting = [];
  };

  /** Not before all that came in this turn of the event loop is there. */
  const plan = (): void => {
    if (isPlanned || underWay >= store.commitsAtOnce) return;
    isPlanned = true;
    setImmediate(() => {
      isPlanned = false;
      start();
    });
  };

  return {
    write: (write) => {
      if (queue.length >= limits.waiting) return Promise.resolve(busy);
      return new Promise((answer) => {
        queue.push({ write, answer });
        plan();
      });
    },
    counts: () => ({ ...counts }),
    idle: () =>
      underWay > 0 || queue.length > 0
        ? new Promise((resolve) => resting.push(resolve))
        : Promise.resolve(),
  };
};
