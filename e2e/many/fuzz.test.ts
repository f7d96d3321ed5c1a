/** Another 4,100 damaged inputs each day; the long run takes 100,000 (`npm run test:long -- fuzz`). */
import { describe, expect, it } from 'vitest';
import { runFuzz } from './fuzz.ts';

const seed = Number(
  process.env.SIP_SEED ?? new Date().toISOString().slice(0, 10).replaceAll('-', ''),
);

describe(`damaged records, facts, documents, cards, backups and addresses, seed ${seed}`, () => {
  it('throw nothing, hang nothing, and the rest is shown', async () => {
    const { counts } = await runFuzz({ seed, runs: 4_100 });
    expect(counts.inputs).toBeGreaterThanOrEqual(4_100);
  }, 240_000);
});
