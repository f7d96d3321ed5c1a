import { expect, it } from 'vitest';
import { runManySyncSchedules } from './manySyncSchedules.ts';

/** Another each day; told, so that a day that fails can be done again. */
const seed = Number(
  process.env.SIP_SEED ?? new Date().toISOString().slice(0, 10).replaceAll('-', ''),
);

it(`devices that sync through everything come to the same, seed ${seed}`, async () => {
  const counts = await runManySyncSchedules({ seed, runs: 1_300 });
  for (const what of ['kills', 'framesAgain', 'removals', 'devicesRemoved', 'snapshots', 'saved']) {
    expect(counts[what], what).toBeGreaterThan(0);
  }
}, 600_000);
