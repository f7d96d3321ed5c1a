/**
 * Runs jobs on all cores: each worker takes a job, gives its counts, and is gone. `file` is a module that exports
 * `work(job)`. The first that fails fails all.
 */
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { addCounts, type Counts } from '../longTest.ts';

interface Order {
  readonly file: string;
  readonly job: unknown;
}

const isOrder = (value: unknown): value is Order =>
  typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string';

export const inWorkers = async (file: URL, jobs: readonly unknown[]): Promise<Counts> => {
  const waiting = [...jobs];
  const done: Counts[] = [];
  const lane = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      done.push(await runOne({ file: file.href, job }));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return addCounts(done);
};

const runOne = (order: Order): Promise<Counts> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: order });
    worker.once('message', (counts: Counts) => {
      resolve(counts);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A worker ended with ${code}.`)));
  });

const ordered: unknown = workerData;
if (!isMainThread && isOrder(ordered)) {
  const module: { work: (job: unknown) => Promise<Counts> } = await import(ordered.file);
  parentPort?.postMessage(await module.work(ordered.job));
}
