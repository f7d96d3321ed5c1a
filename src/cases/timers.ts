import type { TimersDep } from '../shared/timers.ts';

export type { TimersDep };

export const browserTimers: TimersDep['timers'] = {
  after: (ms, run) => {
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  },
};
