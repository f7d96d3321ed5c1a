import type { SaveError, SaveState } from '../meeting/workspace.ts';
import type { Bytes } from '../shared/bytes.ts';
import type { Fact } from '../shared/fact.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { notSaved } from './saveError.ts';
import type { TimersDep } from './timers.ts';

/**
 * The queue between what a person did and what is on disk (design.md 2 and 6).
 * Typing waits for at most 250 ms or 64 keystrokes; all else is written at once, and takes waiting
 * typing with it, in order. What could not be written stays first in the queue and is tried again.
 */
export interface JournalWriter {
  /** One keystroke. Written within 250 ms, or with the next write or flush. */
  readonly typed: (update: Bytes) => void;
  /** Written at once. Resolves when it is durable, or when an attempt failed; then it is kept and tried again. */
  readonly write: (entries: readonly NewEntry[]) => Promise<Result<void, SaveError>>;
  /** Writes all that waits, and is a new attempt after a failure. */
  readonly flush: () => Promise<Result<void, SaveError>>;
  readonly save: () => SaveState;
  /** What is not durable yet, oldest first. */
  readonly waiting: () => readonly PendingEntry[];
  /** Told whenever the save state changes and after each attempt. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Calls off timers; nothing more is tried. What still waits is lost with the window: flush first. */
  readonly stop: () => void;
}

export type NewEntry =
  | { readonly kind: 'doc'; readonly update: Bytes }
  | { readonly kind: 'fact'; readonly fact: Fact; readonly shown: Shown };

/** What the window showed when the person acted: of each device as far as it can be said, and of its own. */
export interface Shown {
  readonly seen: Readonly<Record<string, number>>;
  readonly own: number;
}

/** `key` names the entry across attempts, so that an attempt with an unknown outcome is never written twice. */
export type PendingEntry = NewEntry & { readonly key: number };

/** Makes the batch durable in one transaction, or changes nothing. */
export type Commit = (batch: readonly PendingEntry[]) => Promise<Result<void, SaveError>>;

export const typingDelayMs = 250;
export const typingLimit = 64;
export const retryDelaysMs = [1_000, 2_000, 5_000, 10_000, 30_000] as const;

export const createJournalWriter = (deps: TimersDep, commit: Commit): JournalWriter => {
  const listeners = new Set<() => void>();
  let queue: readonly PendingEntry[] = [];
  let waiters: { readonly upTo: number; readonly done: (r: Result<void, SaveError>) => void }[] =
    [];
  let nextKey = 1;
  let keystrokes = 0;
  let failed: SaveError | null = null;
  let attempts = 0;
  let running = false;
  let stopped = false;
  let cancelTyping: (() => void) | null = null;
  let cancelRetry: (() => void) | null = null;

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  const push = (entries: readonly NewEntry[]): void => {
    queue = [...queue, ...entries.map((entry) => ({ ...entry, key: nextKey++ }))];
  };

  const settle = (isSettled: (upTo: number) => boolean, result: Result<void, SaveError>): void => {
    const done = waiters.filter(({ upTo }) => isSettled(upTo));
    waiters = waiters.filter(({ upTo }) => !isSettled(upTo));
    for (const waiter of done) waiter.done(result);
  };

  const clearTimers = (): void => {
    cancelTyping?.();
    cancelRetry?.();
    cancelTyping = null;
    cancelRetry = null;
  };

  const run = async (): Promise<void> => {
    if (running || stopped) return;
    running = true;
    while (queue.length > 0) {
      clearTimers();
      keystrokes = 0;
      const batch = queue;
      const result = await tryCommit(commit, batch);
      if (result.ok) {
        queue = queue.slice(batch.length);
        failed = null;
        attempts = 0;
        tell();
        const last = batch.at(-1)?.key ?? 0;
        settle((upTo) => upTo <= last, result);
        // What was typed while this was written keeps its own 250 ms, unless somebody waits for it.
        if (cancelTyping !== null && waiters.length === 0 && keystrokes < typingLimit) break;
        continue;
      }
      failed = result.error;
      const delay = retryDelaysMs[Math.min(attempts, retryDelaysMs.length - 1)] ?? 30_000;
      attempts += 1;
      if (!stopped) cancelRetry = deps.timers.after(delay, () => void run());
      tell();
      settle(() => true, result);
      break;
    }
    running = false;
  };

  const flush = (): Promise<Result<void, SaveError>> => {
    const upTo = queue.at(-1)?.key;
    if (upTo === undefined) return Promise.resolve(ok(undefined));
    if (stopped) return Promise.resolve(err(notSaved('closed')));
    const result = new Promise<Result<void, SaveError>>((done) => {
      waiters.push({ upTo, done });
    });
    void run();
    return result;
  };

  return {
    typed: (update) => {
      push([{ kind: 'doc', update }]);
      keystrokes += 1;
      tell();
      if (keystrokes >= typingLimit) void run();
      else {
        cancelTyping ??= deps.timers.after(typingDelayMs, () => {
          // No timer any more: a write under way then goes on with this by itself, however long it took.
          cancelTyping = null;
          void run();
        });
      }
    },
    write: (entries) => {
      if (entries.length === 0) return Promise.resolve(ok(undefined));
      push(entries);
      tell();
      return flush();
    },
    flush,
    save: () => {
      if (failed !== null) return failed;
      return queue.length > 0 ? { kind: 'saving' } : { kind: 'saved' };
    },
    waiting: () => queue,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      stopped = true;
      clearTimers();
    },
  };
};

export const factsOf = (entries: readonly NewEntry[]): readonly Fact[] =>
  entries.flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : []));

/** A commit that throws is a bug or a browser that took its storage away; either way the words are kept. */
const tryCommit: (
  commit: Commit,
  batch: readonly PendingEntry[],
) => Promise<Result<void, SaveError>> = async (commit, batch) => {
  try {
    return await commit(batch);
  } catch {
    return err(notSaved('failed'));
  }
};
