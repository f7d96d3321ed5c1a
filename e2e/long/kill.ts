/** 30 kills at random moments of the meeting, five on each profile. */
import { killMeeting } from '../crash/killMeeting.ts';
import type { LongTest } from '../longTest.ts';

export const longTest: LongTest = {
  promise:
    'Killed by SIGKILL at random moments of a meeting, no acknowledged word is lost and the meeting stands in its part.',
  pieces: 6,
  run: ({ piece, seed }) => killMeeting({ seed: seed + piece, kills: 5 }),
};
