/** Syncing as the views of the program see it; `appSync.ts` makes one, tests make their own. */

import type { OpenCase } from '../../cases/openCase.ts';
import type { Giving } from '../../cases/pairing/giveAccess.ts';
import type { Joining } from '../../cases/pairing/joinDevice.ts';
import type { SyncState } from '../../cases/sync/syncState.ts';
import type { SyncInfoAnswer } from '../../sync/fetchSyncInfo.ts';
import type { PairingCodeError } from '../../vault/pairingCode.ts';

export interface AppSyncState {
  readonly sync: SyncState;
  /** What this device is called among one's own; empty until it is read. */
  readonly deviceName: string;
  /** What the server says of itself; null until it was asked. */
  readonly server: SyncInfoAnswer | null;
  /** Cases of colleagues that this vault was invited to write in. */
  readonly invited: ReadonlySet<string>;
}

/** How much of what another device has is here. */
export interface Fetched {
  readonly done: number;
  readonly all: number;
  /** All that was told of is here as a whole. */
  readonly whole: boolean;
}

export interface AppSync {
  readonly get: () => AppSyncState;
  readonly subscribe: (listener: () => void) => () => void;
  /** **Försök igen**. */
  readonly retry: () => void;
  /** Asks the server what it offers. Nothing is sent but the question. */
  readonly askServer: () => Promise<void>;
  /** False: it could not be kept. */
  readonly renameDevice: (name: string) => Promise<boolean>;
  /** What lets this device open channels: an invitation, or what **Logga in** gave. False: not kept. */
  readonly keepCredential: (text: string) => Promise<boolean>;
  readonly giveDevice: () => Promise<Giving | null>;
  readonly giveCase: (opened: OpenCase) => Promise<Giving | null>;
  readonly join: (typed: string) => Promise<Joining | PairingCodeError | null>;
  /** Null: it cannot be read now. */
  readonly fetched: () => Promise<Fetched | null>;
  /** New keys; the other devices go on. False: nothing is changed. */
  readonly removeDevice: (member: string) => Promise<boolean>;
}
