/**
 * Threads that check signatures, so that nobody waits for a long sum. All that came in one turn of the event loop goes over
 * together, and while all threads have enough to do, what comes is gathered: a message between threads is not free either.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { packBatch, type ToVerify } from './verifyBatch.ts';

export interface VerifyPool {
  /** Rejects when the threads are gone. */
  readonly verify: (signed: ToVerify) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly signed: ToVerify;
  readonly resolve: (isRight: boolean) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** Batches under way, the oldest first. */
  readonly batches: (readonly Waiting[])[];
}

/** One that is worked on, and one that lies ready. */
const mostBatches = 2;
/** Fewer than this are not shared out to several threads. */
const leastShared = 8;
const mostThreads = 4;

export const createVerifyPool = (
  count = Math.max(1, Math.min(mostThreads, availableParallelism() - 1)),
): VerifyPool => {
  let threads: Thread[] = [];
  let waiting: Waiting[] = [];
  let isPlanned = false;
  let isClosed = false;

  const lose = (thread: Thread, error: Error): void => {
    threads = threads.filter((each) => each !== thread);
    for (const batch of thread.batches) for (const { reject } of batch) reject(error);
    if (!isClosed) add();
  };

  const add = (): void => {
    const worker = new Worker(new URL('./verifyWorker.ts', import.meta.url));
    // A server that has nothing else to do may end.
    worker.unref();
    const thread: Thread = { worker, batches: [] };
    worker.on('message', (answers: Uint8Array) => {
      const batch = thread.batches.shift() ?? [];
      if (thread.batches.length === 0) worker.unref();
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] === 1);
      if (waiting.length > 0) flush();
    });
    worker.once('error', (error: Error) => lose(thread, error));
    threads = [...threads, thread];
  };

  const give = ({ worker, batches }: Thread, batch: readonly Waiting[]): void => {
    const packed = packBatch(batch.map(({ signed }) => signed));
    if (batches.length === 0) worker.ref();
    batches.push(batch);
    worker.postMessage(packed, [packed.buffer]);
  };

  const flush = (): void => {
    isPlanned = false;
    const all = waiting;
    if (threads.length === 0) {
      waiting = [];
      for (const { reject } of all) reject(new Error('No thread checks signatures.'));
      return;
    }
    // Who has least to do is given to first.
    const free = threads
      .filter(({ batches }) => batches.length < mostBatches)
      .sort((a, b) => a.batches.length - b.batches.length);
    if (free.length === 0) return;
    waiting = [];
    const shares = Math.max(1, Math.min(free.length, Math.floor(all.length / leastShared)));
    const size = Math.ceil(all.length / shares);
    for (const [index, thread] of free.slice(0, shares).entries()) {
      const batch = all.slice(index * size, (index + 1) * size);
      if (batch.length > 0) give(thread, batch);
    }
  };

  for (let made = 0; made < count; made += 1) add();

  return {
    verify: (signed) =>
      new Promise((resolve, reject) => {
        waiting.push({ signed, resolve, reject });
        if (isPlanned) return;
        isPlanned = true;
        setImmediate(flush);
      }),
    close: async () => {
      isClosed = true;
      const all = threads;
      threads = [];
      await Promise.all(all.map(({ worker }) => worker.terminate()));
    },
  };
};
