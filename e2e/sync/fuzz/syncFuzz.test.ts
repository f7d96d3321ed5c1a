/** 5,000 wrong messages and requests each day; the long run takes 100,000 (`npm run test:long -- sync-fuzz`). */
import { expect, it } from 'vitest';
import { runSyncFuzz } from './syncFuzz.ts';

const seed = Number(
  process.env.SIP_SEED ?? new Date().toISOString().slice(0, 10).replaceAll('-', ''),
);

it(`the server answers wrong messages rightly, falls to none and keeps nothing of them, seed ${seed}`, async () => {
  const { counts } = await runSyncFuzz({ seed, runs: 5_000 });
  expect(counts['inputs']).toBe(5_000);
}, 180_000);
