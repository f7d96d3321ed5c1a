/** `npm run test:long -- sync-canary` does it many times; here once on each store. */
import { expect, it } from 'vitest';
import { postgresName } from '../../server/store/postgres/testPostgres.ts';
import { searchSyncCanaries } from './syncCanaryJourney.ts';

it.each([
  ['SQLite', 'SQLite'],
  [postgresName, 'PostgreSQL'],
] as const)(
  'leaves no word of a plan with the server on %s: not in its files, not in logs, not in traffic',
  async (_name, store) => {
    const counts = await searchSyncCanaries({ store });
    console.log(JSON.stringify(counts));
    expect(counts).toMatchObject({ searches: 3, planted: 3, found: 0 });
  },
  300_000,
);
