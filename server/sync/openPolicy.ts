/** Who may open channels on this server. Reading and writing need the channel's own keys only. */
import { err, ok, type Result } from '../../src/shared/result.ts';
import { openerKey } from '../store/store.ts';
import type { SyncLimits } from './limits.ts';

export interface Asker {
  /** As the client sent it: an invitation, a proof of having signed in, or empty. */
  readonly credential: Uint8Array;
  /** Whether it is on the same machine. */
  readonly isLoopback: boolean;
}

export interface OpenerLimits {
  readonly channels: number;
  readonly bytes: number;
}

export interface OpenPolicy {
  /** As /sync.json tells it. */
  readonly kind: 'open' | 'invite' | 'oidc';
  /** The opener (16 bytes, `openerKey`), or why not. */
  readonly opener: (asker: Asker) => Promise<Result<Uint8Array, 'mayNotOpen'>>;
  /** What that opener may hold. */
  readonly limitsOf: (opener: Uint8Array) => Promise<OpenerLimits>;
}

const anybody = openerKey('anybody');

/** Anybody on this machine, or anybody at all. */
export const createOpenPolicy = (
  where: 'loopback' | 'everywhere',
  { openerChannels: channels, openerBytes: bytes }: SyncLimits,
): OpenPolicy => ({
  kind: 'open',
  opener: async ({ isLoopback }) =>
    where === 'everywhere' || isLoopback ? ok(anybody) : err('mayNotOpen'),
  limitsOf: async () => ({ channels, bytes }),
});
