/** 100 kills of WebKitGTK, the iPad's family of browser. It hands no files in or out here: backups are Chromium's. */
import { killJourney } from '../crash/killJourney.ts';
import type { LongTest } from '../longTest.ts';

export const longTest: LongTest = {
  promise:
    'WebKitGTK killed by SIGKILL (driver, window, web process and network process at once) at random moments of the journey: no acknowledged word is lost, every plan opens, and what was under way is finished or not begun.',
  pieces: 10,
  sideBySide: true,
  run: ({ piece, seed }) =>
    killJourney({
      engine: 'webkit',
      seed: seed * 1_000 + piece,
      moments: { meeting: 5, freeze: 1, removeNotes: 1, removeCase: 1, wipe: 1, migration: 1 },
    }),
};
