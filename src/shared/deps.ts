/** The world comes in as `deps`, so that every test is deterministic and a failure replays from a seed. */

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A calendar date in Sweden, `YYYY-MM-DD`. */
export type LocalDate = string;

export interface ClockDep {
  readonly clock: {
    /** Wall time; may jump when somebody changes the clock. */
    readonly now: () => Instant;
    /** Milliseconds that only grow while the page lives. */
    readonly monotonic: () => number;
  };
}

export interface RandomDep {
  readonly random: {
    /** `length` bytes fit for keys. */
    readonly bytes: (length: number) => Uint8Array<ArrayBuffer>;
  };
}
