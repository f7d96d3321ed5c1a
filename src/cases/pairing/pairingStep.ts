/** How far a pairing is, for those who draw it, and why one stopped. */
import type { Instant } from '../../shared/deps.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { RelayError } from '../sync/relay.ts';
import type { TimersDep } from '../timers.ts';

export type PairingStop =
  /** The ten minutes are over. */
  | 'expired'
  /** By a person here. */
  | 'cancelled'
  /** By a person on the other device. */
  | 'cancelledThere'
  /** The server knows no such code: mistyped all through, used, or too old. */
  | 'unknownCode'
  /** Somebody else came before with the same code. */
  | 'used'
  /** The two work for different organisations. */
  | 'otherOrganisation'
  /** **Verksamhet som ansvarar** is not written here. */
  | 'noOrganisation'
  /** Who was invited has the case already. */
  | 'alreadyHere'
  /** It was this very vault. */
  | 'self'
  | 'offline'
  /** An invitation or a sign-in is needed first. */
  | 'mayNotOpen'
  /** The one that is here is not taken. */
  | 'notAccepted'
  /** What may be kept at the server is used up. */
  | 'full'
  | 'update'
  /** What should have been kept could not be. */
  | 'notKept';

/** Asked of the server this often. */
export const askEveryMs = 1_000;
/** Without an answer for this long, a person is told. */
const patienceMs = 20_000;

export const stopOf = (error: RelayError): PairingStop => {
  switch (error.kind) {
    case 'offline':
    case 'wait':
      return 'offline';
    case 'mayNotOpen':
    case 'notAccepted':
    case 'full':
    case 'update':
      return error.kind;
    case 'noChannel':
    case 'ended':
    case 'aged':
      return 'unknownCode';
    default:
      return 'notKept';
  }
};

export interface Patience extends TimersDep {
  readonly now: () => Instant;
  readonly isOver: () => boolean;
}

export const pause = ({ timers }: TimersDep, ms: number): Promise<void> =>
  new Promise((resolve) => {
    timers.after(ms, resolve);
  });

/** Tries again while the server cannot be reached, but not for long: somebody sits and waits. */
export const insist = async <T>(
  patience: Patience,
  work: () => Promise<Result<T, RelayError>>,
): Promise<Result<T, PairingStop>> => {
  const until = patience.now() + patienceMs;
  for (;;) {
    const done = await work();
    if (patience.isOver()) return err('cancelled');
    if (done.ok) return ok(done.value);
    const { error } = done;
    const passes = error.kind === 'offline' || error.kind === 'wait';
    if (!passes || patience.now() >= until) return err(stopOf(error));
    await pause(patience, error.kind === 'wait' ? Math.min(error.ms, patienceMs) : askEveryMs);
    if (patience.isOver()) return err('cancelled');
  }
};

/** Keeps a state for those who draw it. */
export interface Sight<State> {
  readonly get: () => State;
  readonly subscribe: (listener: () => void) => () => void;
}

export const createSight = <State>(
  first: State,
): Sight<State> & { readonly set: (state: State) => void } => {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (next) => {
      state = next;
      for (const listener of [...listeners]) listener();
    },
  };
};
