import type { TimersDep } from './timers.ts';

/** Time that a test moves by hand. For tests only. */
export interface TestTimers {
  readonly timers: TimersDep['timers'];
  readonly now: () => number;
  /** Lets `ms` milliseconds pass and runs what is due, in order; lets promises settle between. */
  readonly pass: (ms: number) => Promise<void>;
}

export const createTestTimers = (start = 1_700_000_000_000): TestTimers => {
  let now = start;
  let due: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    timers: {
      after: (ms, run) => {
        const timer = { at: now + ms, run };
        due.push(timer);
        return () => {
          due = due.filter((other) => other !== timer);
        };
      },
    },
    pass: async (ms) => {
      const until = now + ms;
      for (;;) {
        const next = due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        due = due.filter((other) => other !== next);
        now = next.at;
        next.run();
        await settle();
      }
      now = until;
      await settle();
    },
  };
};

/** Lets what waits on memory alone finish. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};
