/** 300 kills of the sync server by SIGKILL on PostgreSQL, ten in a piece on a PostgreSQL of its own. */
import { startPostgres } from '../../server/store/postgres/testPostgres.ts';
import type { LongTest } from '../longTest.ts';
import { killServer } from '../many/killServer.ts';

export const longTest: LongTest = {
  promise:
    'The sync server on PostgreSQL killed by SIGKILL under load: every acknowledged record is there, none twice, all readers see the same, what was ended stays ended.',
  pieces: 30,
  sideBySide: true,
  run: async ({ piece, seed }) => {
    const postgres = await startPostgres();
    try {
      return await killServer({
        seed: seed * 1_000 + piece,
        kills: 10,
        env: { DATABASE_URL: postgres.url },
      });
    } finally {
      await postgres.stop();
    }
  },
};
