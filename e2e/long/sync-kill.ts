/** 300 kills of the sync server by SIGKILL on the embedded store, ten in a piece on a folder of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LongTest } from '../longTest.ts';
import { killServer } from '../many/killServer.ts';

export const longTest: LongTest = {
  promise:
    'The sync server killed by SIGKILL under load: every acknowledged record is there, none twice, all readers see the same, what was ended stays ended.',
  pieces: 30,
  sideBySide: true,
  run: async ({ piece, seed }) => {
    const folder = await mkdtemp(join(tmpdir(), 'sip-kill-'));
    try {
      return await killServer({
        seed: seed * 1_000 + piece,
        kills: 10,
        env: { SIP_DATA: folder },
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
