/** What a person can be told about syncing: of the whole, of each case, and of one's own devices. */
import type { Instant } from '../../shared/deps.ts';
import type { SyncStatus } from '../../sync/syncPort.ts';
import type { SyncTrouble } from './channelState.ts';
import type { RingMember } from './ringFacts.ts';

export interface SyncState {
  /**
   * `off`: the vault has no other device and nobody invited, and asks no server. `elsewhere`: another window of this
   * device does it.
   */
  readonly phase: 'off' | 'elsewhere' | SyncStatus['phase'];
  /** The clocks of device and server differ so much that a person should know. */
  readonly isSkewed: boolean;
  /** This device's clock minus the server's, in milliseconds; null until a server was heard. */
  readonly skewMs: number | null;
  /** When the next try comes by itself, while `backingOff`. */
  readonly nextTryAt: Instant | null;
  readonly cases: ReadonlyMap<string, CaseSyncState>;
  /** One's own devices, this one among them. */
  readonly devices: readonly DeviceSeen[];
  /** By case: who writes in it from another vault, this one among them. */
  readonly writers: ReadonlyMap<string, readonly DeviceSeen[]>;
  /** Another of one's own devices has taken this one out: nothing more comes here. What is here stays. */
  readonly removedHere: boolean;
  /** Two of one's own devices took somebody out at once: nobody follows either, and they are paired again. */
  readonly isDisputed: boolean;
  /** What was ended here and is not ended on the server yet: said until it is. */
  readonly endings: EndingsLeft;
}

export interface DeviceSeen extends RingMember {
  readonly isThis: boolean;
}

export interface CaseSyncState {
  /** Records that the server has not got yet. They are saved here. */
  readonly waits: number;
  readonly since: Instant | null;
  readonly trouble: SyncTrouble['kind'] | null;
  /** Not all of it has come here yet: it cannot be opened as a whole. */
  readonly isComing: boolean;
  /** Another device has written it anew at the same time: each goes on by itself, and people choose. */
  readonly isSplit?: boolean;
}

/** How many channels wait to be ended on the server. */
export type EndingsLeft = Readonly<Record<'share' | 'case', number>>;

export const noEndings: EndingsLeft = { share: 0, case: 0 };

export const isAnyLeft = (endings: EndingsLeft): boolean => endings.share + endings.case > 0;

export const offState: SyncState = {
  phase: 'off',
  isSkewed: false,
  skewMs: null,
  nextTryAt: null,
  cases: new Map(),
  devices: [],
  writers: new Map(),
  removedHere: false,
  isDisputed: false,
  endings: noEndings,
};
