/** Canaries in plans that are synced, five times on each store. */
import type { LongTest } from '../longTest.ts';
import { searchSyncCanaries } from '../secrets/syncCanaryJourney.ts';

const stores = ['SQLite', 'PostgreSQL'] as const;
const rounds = 5;

export const longTest: LongTest = {
  promise:
    "A canary of 24 random letters in every field of a plan that is written and synced: none is in the store's files, its log written ahead, the logs of the server and of PostgreSQL, or the captured traffic; the one that was sent in clear is found in each.",
  pieces: rounds * stores.length,
  sideBySide: true,
  run: async ({ piece }) => {
    const store = stores[piece % stores.length] ?? 'SQLite';
    const { canaries = 0, synced = 0, ...rest } = await searchSyncCanaries({ store });
    return {
      ...rest,
      'canaries written': canaries,
      'bytes synced': synced,
      [`journeys: ${store}`]: 1,
    };
  },
};
