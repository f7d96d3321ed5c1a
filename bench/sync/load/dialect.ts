/**
 * How one kind of server is spoken to: what opens a channel, what one update is, and how its answers are read. So the same
 * load is laid on every kind. All that is sent is made and signed before anything is timed.
 */

export interface Follower {
  readonly path: string;
  /** As they go on the wire (`toWire`); sent one after the other, each when the one before is answered (`isGreeting`). */
  readonly greetings: readonly Buffer[];
}

export interface Writer extends Follower {
  /** The update of that place, 0, 1, 2 …, as it goes on the wire; made when first asked for, then remembered. */
  readonly update: (index: number) => Buffer;
}

export interface Dialect {
  /** The same for the same channel and records. */
  readonly writer: (channel: string, records: number) => Writer;
  /** Only of a channel that a writer has opened. */
  readonly follower: (channel: string) => Follower;
  /** Whether this message answers a greeting. Throws when it says no. */
  readonly isGreeting: (message: Buffer) => boolean;
  /** Whether it says, as far as this kind says so, that one update is saved. Throws when it says no. */
  readonly isSaved: (message: Buffer) => boolean;
  /** The places of the updates that it brings. `heard`: how many came before, where a kind does not say the place. */
  readonly pushed: (message: Buffer, heard: number) => readonly number[];
  /**
   * For what a follower hears of a channel whose writer was told that its first `told` updates are saved: how many of them
   * are not there by what it has heard so far; null while nothing can be said.
   */
  readonly lossReader: (
    channel: string,
    records: number,
    told: number,
  ) => (message: Buffer) => number | null;
}
