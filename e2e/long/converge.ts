/**
 * 100,000 schedules of windows and devices on one case, in this process, with the program's own code. 95,000 on a journal
 * in memory with AES-256-GCM and SHA-256 computed at once; 5,000 on the program's own storage (IndexedDB in memory) with
 * WebCrypto as it is.
 */
import type { LongTest } from '../longTest.ts';
import { inWorkers } from '../many/inWorkers.ts';

const pieces = 50;
const runs = 2_000;
const onStorage = runs / 20;
const portions = 4;

export const longTest: LongTest = {
  promise:
    'Windows and devices that write, lose, receive late and twice, fail, are killed and copied come to the same case; every saved value is current, replaced by who had seen it, or shown as second; nothing removed comes back.',
  pieces,
  run: async ({ piece, seed }) => {
    const portion = (place: number, onDatabase: boolean) => ({
      seed: (seed % 100_000) * 10_000 + piece * 10 + place,
      runs: (onDatabase ? onStorage : runs - onStorage) / (onDatabase ? 2 : portions),
      onDatabase,
    });
    const jobs = [
      ...Array.from({ length: portions }, (_, place) => portion(place, false)),
      ...[portions, portions + 1].map((place) => portion(place, true)),
    ];
    return {
      ...(await inWorkers(new URL('../many/schedules.ts', import.meta.url), jobs)),
      diverged: 0,
    };
  },
};
