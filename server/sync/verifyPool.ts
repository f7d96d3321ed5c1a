/** Threads that check signatures, so that nobody waits for a long sum. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import {
  createRing,
  done,
  isTold,
  maxMessageBytes,
  placeOf,
  places,
  type Ring,
  submitted,
  type ToVerify,
} from './verifyRing.ts';

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
  readonly ring: Ring;
  /** Given and not answered; the oldest first. */
  given: Waiting[];
  /** How many were ever given, and answered. */
  count: number;
  answered: number;
}

const mostThreads = 4;

export const createVerifyPool = (
  size = Math.max(1, Math.min(mostThreads, availableParallelism() - 1)),
): VerifyPool => {
  let threads: Thread[] = [];
  /** While all places are taken. */
  let waiting: Waiting[] = [];
  let isPlanned = false;
  let isClosed = false;

  const give = (thread: Thread, next: Waiting): void => {
    const { ring, given, count } = thread;
    ring.write(count, next.signed);
    given.push(next);
    // Counts run over as whole numbers of 32 bits do, here and there alike.
    thread.count = (count + 1) | 0;
    Atomics.store(ring.control, submitted, thread.count);
    if (isPlanned) return;
    isPlanned = true;
    setImmediate(wake);
  };

  /** Once for all that came in this turn of the event loop: to wake a thread costs much. */
  const wake = (): void => {
    isPlanned = false;
    for (const { ring } of threads) Atomics.notify(ring.control, submitted);
  };

  const place = (next: Waiting): boolean => {
    let [least] = threads;
    for (const thread of threads)
      if (least && thread.given.length < least.given.length) least = thread;
    if (least === undefined || least.given.length >= places) return false;
    give(least, next);
    return true;
  };

  const hear = (thread: Thread): void => {
    const { control, answers } = thread.ring;
    Atomics.store(control, isTold, 0);
    const last = Atomics.load(control, done);
    const amount = (last - thread.answered) | 0;
    const heard = thread.given.slice(0, amount);
    thread.given = thread.given.slice(amount);
    const first = thread.answered;
    thread.answered = last;
    for (const [index, { resolve }] of heard.entries())
      resolve(answers[placeOf(first + index)] === 1);
    while (waiting[0] !== undefined && place(waiting[0])) waiting = waiting.slice(1);
  };

  const lose = (thread: Thread, error: Error): void => {
    threads = threads.filter((each) => each !== thread);
    for (const { reject } of thread.given) reject(error);
    thread.given = [];
    if (!isClosed) add();
  };

  const add = (): void => {
    const ring = createRing();
    const worker = new Worker(new URL('./verifyWorker.ts', import.meta.url), {
      workerData: ring.memory,
    });
    // A server that has nothing else to do may end.
    worker.unref();
    const thread: Thread = { worker, ring, given: [], count: 0, answered: 0 };
    worker.on('message', () => hear(thread));
    worker.once('error', (error: Error) => lose(thread, error));
    threads = [...threads, thread];
  };

  for (let made = 0; made < size; made += 1) add();

  return {
    verify: (signed) => {
      if (signed.message.length > maxMessageBytes) return Promise.resolve(false);
      if (threads.length === 0) return Promise.reject(new Error('No thread checks signatures.'));
      return new Promise((resolve, reject) => {
        const next = { signed, resolve, reject };
        if (waiting.length > 0 || !place(next)) waiting.push(next);
      });
    },
    close: async () => {
      isClosed = true;
      const all = threads;
      threads = [];
      const gone = new Error('No thread checks signatures.');
      for (const { given } of all) for (const { reject } of given) reject(gone);
      for (const { reject } of waiting) reject(gone);
      waiting = [];
      await Promise.all(all.map(({ worker }) => worker.terminate()));
    },
  };
};
