/** What the load process can be asked to do (loader.ts), and what it answers. */

export type DialectName = 'sip' | 'share' | 'hocuspocus' | 'yWebsocket' | 'evolu';

export interface Target {
  /** Of the system; it has had what was sent to it before. */
  readonly name: string;
  readonly dialect: DialectName;
  readonly ports: readonly number[];
  /** What is sent again is taken for new: no more need be made than once. */
  readonly takesAgain?: boolean;
}

/** One writer a channel, each on a connection of its own; their names are `prefix`0, `prefix`1 … */
export interface Channels {
  readonly prefix: string;
  readonly count: number;
  readonly records: number;
}

export interface FloodJob {
  readonly is: 'flood';
  readonly target: Target;
  readonly channels: Channels;
  readonly ms: number;
  /** Updates made ready beforehand, all channels together. When they are used up, the time is over. */
  readonly ready: number;
}

export interface PaceJob {
  readonly is: 'pace';
  readonly target: Target;
  readonly channels: Channels;
  readonly perSecond: number;
  readonly ms: number;
}

/** Until the server closes every connection. */
export interface UntilKilledJob {
  readonly is: 'untilKilled';
  readonly target: Target;
  readonly channels: Channels;
  /** Null: as fast as it goes, one outstanding each. */
  readonly perSecond: number | null;
  readonly ready: number;
}

export interface LossJob {
  readonly is: 'loss';
  readonly target: Target;
  readonly channels: Channels;
  readonly told: readonly number[];
}

export interface PushJob {
  readonly is: 'push';
  readonly target: Target;
  readonly channel: string;
  readonly followers: number;
  readonly updates: number;
  readonly everyMs: number;
}

/** Connects that many, spread over the channels, and keeps them until `letGo`. */
export interface FollowJob {
  readonly is: 'follow';
  readonly target: Target;
  readonly channels: Channels;
  readonly followers: number;
}

export interface LetGoJob {
  readonly is: 'letGo';
}

/** One device that follows all of them from the beginning on one connection. */
export interface CatchUpJob {
  readonly is: 'catchUp';
  readonly target: Target;
  readonly channels: Channels;
}

export interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
}

interface Answers {
  readonly flood: Times & { readonly perSecond: number };
  readonly pace: Times;
  readonly untilKilled: { readonly told: readonly number[] };
  readonly loss: { readonly lost: number };
  /** `missing`: followers that did not get the last one. One on the way may be passed over for a newer. */
  readonly push: Times & { readonly missing: number };
  readonly follow: { readonly ms: number };
  readonly letGo: { readonly done: true };
  readonly catchUp: { readonly ms: number };
}

export type Job =
  | FloodJob
  | PaceJob
  | UntilKilledJob
  | LossJob
  | PushJob
  | FollowJob
  | LetGoJob
  | CatchUpJob;

export type Answer<J extends Job> = Answers[J['is']];
