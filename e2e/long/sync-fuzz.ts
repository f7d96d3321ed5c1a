/** 100,000 wrong messages and requests to a real server: each piece has one of its own. */
import type { LongTest } from '../longTest.ts';
import { runSyncFuzz } from '../sync/fuzz/syncFuzz.ts';

const runs = 5_000;

export const longTest: LongTest = {
  promise:
    'Flipped signatures, truncated, oversized, replayed messages, those of another version, channel or server, and requests that are none: no crash, no 5xx, no growth, the right error; what was acknowledged is there, and nothing else.',
  pieces: 20,
  sideBySide: true,
  run: async ({ piece, seed }) =>
    (await runSyncFuzz({ seed: (seed % 100_000) * 1_000 + piece, runs })).counts,
};
