/** What all that answers messages works with. */
import type { WireError } from '../../src/protocol/wire/errors.ts';
import type { WireVersions } from '../../src/protocol/wire/messages.ts';
import type { ServerMessage } from '../../src/protocol/wire/serverMessage.ts';
import type { Bytes } from '../../src/shared/bytes.ts';
import type { GroupCommit } from '../store/groupCommit.ts';
import { type Day, dayOf, type Refusal, type Store } from '../store/store.ts';
import type { Buckets } from './buckets.ts';
import type { Hub } from './hub.ts';
import type { SyncLimits } from './limits.ts';
import type { OpenPolicy } from './openPolicy.ts';
import type { Quotas } from './quotas.ts';
import { asBytes, type Signatures } from './signatures.ts';

/** Counts since the start, of all together: nothing about anybody. */
export interface SyncCounts {
  connected: number;
  refusedConnections: number;
  droppedSlow: number;
  messages: number;
  bytesIn: number;
  bytesOut: number;
  errors: number;
  faults: number;
}

export interface SyncContext {
  readonly store: Store;
  readonly group: GroupCommit;
  readonly hub: Hub;
  readonly signatures: Signatures;
  readonly policy: OpenPolicy;
  readonly quotas: Quotas;
  readonly limits: SyncLimits;
  readonly now: () => number;
  readonly versions: WireVersions;
  readonly channelWrites: Buckets;
  readonly channelSignals: Buckets;
  /** Tombstones of channels that never were, of each address. */
  readonly strangeEnds: Buckets;
  readonly counts: SyncCounts;
  /** Something was deleted: its bytes must leave the files. */
  readonly deleted: () => void;
  readonly onFault: (error: unknown) => void;
}

export const todayOf = ({ now }: SyncContext): Day => dayOf(now());

export const refuse = (request: number, error: WireError): ServerMessage => ({
  is: 'error',
  request,
  error,
});

export const busyFor = 1_000;

const nullOrBytes = (bytes: Uint8Array | null): Bytes | null =>
  bytes === null ? null : asBytes(bytes);

/** How the store's refusal is told. */
export const refusalToError = (refusal: Refusal): WireError => {
  switch (refusal.why) {
    case 'staleParent':
      return { code: 'staleParent', parent: nullOrBytes(refusal.snapshotId) };
    case 'oldNumber':
      return { code: 'oldNumber', number: refusal.number };
    case 'wrongUse':
      return { code: 'wrongChannel' };
    case 'noChannel':
    case 'ended':
    case 'aged':
    case 'conflict':
      return { code: refusal.why };
  }
};
