/**
 * 100,000 schedules of windows and devices on one case, with the program's own code: nineteen of twenty on a journal in
 * memory with AES-256-GCM and SHA-256 computed at once, one of twenty on the program's own storage (IndexedDB in memory)
 * with WebCrypto as it is.
 */

import { addCounts, type LongTest } from '../longTest.ts';
import { runManySchedules } from '../many/manySchedules.ts';

const pieces = 100;
const runs = 1_000;
const onStorage = runs / 20;

export const longTest: LongTest = {
  promise:
    'Windows and devices that write, lose, receive late and twice, fail, are killed and copied come to the same case; every saved value is current, replaced by who had seen it, or shown as second; nothing removed comes back.',
  pieces,
  sideBySide: true,
  run: async ({ piece, seed }) => {
    const own = (seed % 100_000) * 1_000 + piece * 2;
    const inMemory = await runManySchedules({
      seed: own,
      runs: runs - onStorage,
      onDatabase: false,
    });
    const stored = await runManySchedules({ seed: own + 1, runs: onStorage, onDatabase: true });
    return addCounts([inMemory, stored, { onOwnStorage: onStorage, diverged: 0 }]);
  },
};
