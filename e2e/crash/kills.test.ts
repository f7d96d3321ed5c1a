/** Killed at random moments of the meeting. `E2E_KILLS` and `SIP_SEED` choose how often and which moments. */
import { expect, it } from 'vitest';
import { killMeeting } from './killMeeting.ts';

const kills = Number(process.env.E2E_KILLS ?? 10);
const seed = Number(process.env.SIP_SEED ?? Date.now() % 1_000_000);

it(
  `keeps every acknowledged word and the part when the meeting is killed ${kills} times`,
  async () => {
    console.log(`Seed ${seed}`);
    const counts = await killMeeting({ seed, kills });
    console.log(JSON.stringify(counts));
    expect(counts.lost).toBe(0);
    // Without a word that was acknowledged nothing would be shown.
    expect(counts.rows).toBeGreaterThan(kills / 2);
  },
  60_000 + kills * 30_000,
);
