/** 100,000 damaged inputs, through the code that the program reads them with. Each within ten seconds, a hang is seen. */
import { Worker } from 'node:worker_threads';
import type { LongTest } from '../longTest.ts';
import type { FuzzOutcome } from '../many/fuzz.ts';

const pieces = 50;
const runs = 2_000;
const longestSilenceMs = 300_000;

const isOutcome = (message: unknown): message is FuzzOutcome =>
  typeof message === 'object' && message !== null && 'counts' in message;

export const longTest: LongTest = {
  promise:
    'Damaged records, snapshots, facts, documents, cards, backups and addresses throw nothing and hang nothing; the rest is shown, and what is damaged is told.',
  pieces,
  sideBySide: true,
  run: ({ piece, seed }) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('../many/fuzzWorker.ts', import.meta.url), {
        workerData: { seed: (seed % 100_000) * 1_000 + piece, runs },
      });
      const end = (settle: () => void): void => {
        clearTimeout(silence);
        settle();
        void worker.terminate();
      };
      const hung = (): void => end(() => reject(new Error(`Piece ${piece} hangs.`)));
      let silence = setTimeout(hung, longestSilenceMs);
      worker.on('message', (message: unknown) => {
        clearTimeout(silence);
        silence = setTimeout(hung, longestSilenceMs);
        if (isOutcome(message)) end(() => resolve(message.counts));
      });
      worker.once('error', (error) => end(() => reject(error)));
    }),
};
