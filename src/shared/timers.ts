/** Timers come in as a dependency, so that tests move time themselves. */
export interface TimersDep {
  readonly timers: {
    /** Calls `run` once after `ms` milliseconds; the function given back calls it off. */
    readonly after: (ms: number, run: () => void) => () => void;
  };
}
