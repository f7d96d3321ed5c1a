/** Killed at random moments of the journey. `E2E_KILLS` and `SIP_SEED` choose how often in the meeting, and which. */
import { expect, it } from 'vitest';
import { killJourney } from './killJourney.ts';

const kills = Number(process.env.E2E_KILLS ?? 4);
const seed = Number(process.env.SIP_SEED ?? Date.now() % 1_000_000);

it(
  `keeps every acknowledged word and the part when the meeting is killed ${kills} times`,
  async () => {
    console.log(`Seed ${seed}`);
    const counts = await killJourney({
      engine: 'chromium',
      seed,
      moments: { meeting: kills, freeze: 1 },
    });
    console.log(JSON.stringify(counts));
    expect(counts).toMatchObject({ kills: kills + 1, lost: 0 });
    // Without a word that was acknowledged nothing would be shown.
    expect(counts['words']).toBeGreaterThan(0);
  },
  90_000 + kills * 30_000,
);

it('finishes, leaves alone or can do again what was under way when it was killed', async () => {
  console.log(`Seed ${seed}`);
  const counts = await killJourney({
    engine: 'chromium',
    seed: seed + 1,
    moments: {
      snapshot: 1,
      removeNotes: 1,
      removeCase: 1,
      backup: 1,
      wipe: 1,
      migration: 1,
      restore: 1,
    },
  });
  console.log(JSON.stringify(counts));
  expect(counts).toMatchObject({ kills: 7, lost: 0 });
}, 240_000);
