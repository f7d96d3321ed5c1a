/** 1,000 kills of Chromium at random moments of the whole journey, twenty on each profile. */
import { killJourney } from '../crash/killJourney.ts';
import type { LongTest } from '../longTest.ts';

export const longTest: LongTest = {
  promise:
    'Chromium killed by SIGKILL at random moments of the journey: no acknowledged word is lost, every plan opens, and what was under way is finished, not begun, or can be done again.',
  pieces: 50,
  sideBySide: true,
  run: ({ piece, seed }) =>
    killJourney({
      engine: 'chromium',
      seed: seed * 1_000 + piece,
      moments: {
        meeting: 8,
        freeze: 2,
        snapshot: 1,
        removeNotes: 2,
        removeCase: 1,
        backup: 2,
        wipe: 1,
        migration: 2,
        restore: 1,
      },
    }),
};
