/** One piece of the fuzzing, done while it is imported (`fuzzWorker.ts`): what it loads later comes the same way. */
import { parentPort, workerData } from 'node:worker_threads';
import { type FuzzRun, runFuzz } from './fuzz.ts';

const { seed, runs }: FuzzRun = workerData;
const alive = (): void => parentPort?.postMessage('alive');
parentPort?.postMessage(await runFuzz({ seed, runs, alive }));
