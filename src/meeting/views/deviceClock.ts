import type { ClockDep } from '../../shared/deps.ts';

/** The clock of this device. */
export const deviceClock: ClockDep['clock'] = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
};
