import { describe, expect, it } from 'vitest';
import type { Plant } from '../../src/cases/testPlants.ts';
import { findPlant, runManySchedules } from './manySchedules.ts';

/** Another each day; told, so that a day that fails can be done again. */
const seed = Number(
  process.env.SIP_SEED ?? new Date().toISOString().slice(0, 10).replaceAll('-', ''),
);

describe(`windows and devices on the same case, seed ${seed}`, () => {
  it('all come to the same, and nothing that was saved is lost', async () => {
    const counts = await runManySchedules({ seed, runs: 700, onDatabase: false });
    expect(counts.acknowledged).toBeGreaterThan(1_400);
    // The schedules are worth their name.
    for (const what of [
      'kill',
      'snapshots',
      'removals',
      'pair',
      'copies',
      'gaps',
      'replays',
      'apart',
    ]) {
      expect(counts[what], what).toBeGreaterThan(0);
    }
  }, 120_000);

  it("all come to the same on the program's own storage", async () => {
    const counts = await runManySchedules({ seed: seed + 1, runs: 15, onDatabase: true });
    expect(counts.acknowledged).toBeGreaterThan(10);
  }, 120_000);
});

describe('a planted bug is found', () => {
  const plants: readonly (readonly [words: string, plant: Plant, within: number])[] = [
    ['a record that is thrown away silently', 'dropsSilently', 60],
    ['the other of two records under one number thrown away', 'keepsOneOfTwo', 400],
    ['what is not written said to be saved', 'saysSavedUnwritten', 60],
    ['facts folded in the order in which they came', 'foldsAsItCame', 60],
    ['the last writer who wins', 'lastWriterWins', 120],
    ['what was removed merged again from an older root', 'mergesOldEpoch', 600],
    ['a snapshot that takes facts along', 'forgetsFacts', 250],
  ];

  it.each(plants)(
    '%s',
    async (_words, plant, within) => {
      expect(await findPlant(plant, { seed: 5, runs: within })).not.toBeNull();
    },
    120_000,
  );
});
