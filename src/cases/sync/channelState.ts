/** How far one channel is, as this vault keeps it sealed: what has come, what has been taken by the server, what waits. */
import * as v from 'valibot';
import type { Instant } from '../../shared/deps.ts';
import type { Result } from '../../shared/result.ts';
import type { SealError, VaultError } from '../../vault/errors.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import type { RelayError } from './relay.ts';

const schema = v.object({
  /** Which channel it speaks of: after a removal there is another. */
  channel: v.string(),
  /** Everything of the channel up to here is in the journal. */
  cursor: v.number(),
  /** The highest cursor that the server has said to have: less than that, and it has lost something. */
  reached: v.number(),
  /** The last record that was read: where another stands in its place, the channel is not the one that was read. */
  anchor: v.nullable(v.object({ cursor: v.number(), tag: v.string() })),
  /** When the channel was last compared as a whole with what is here. */
  checkedAt: v.number(),
  /** Every row of the journal up to this number is in the channel. */
  sentUpTo: v.number(),
  /** Every own row up to this number has also been read back from it. */
  readBack: v.number(),
  /** Fixed before it was sent; sent again as it is until it is answered. */
  frame: v.nullable(v.object({ id: v.string(), rows: v.array(v.number()) })),
  /** No more here: ended by somebody, or cleared away by age. */
  gone: v.nullable(v.picklist(['ended', 'aged'])),
  /** Since when something waits to be taken by the server; null when nothing does. */
  waitsSince: v.nullable(v.number()),
  /** How many came that could not be kept. */
  refused: v.number(),
});

export type ChannelState = v.InferOutput<typeof schema>;

export const emptyChannelState = (channel: string): ChannelState => ({
  channel,
  cursor: 0,
  reached: 0,
  anchor: null,
  checkedAt: 0,
  sentUpTo: 0,
  readBack: 0,
  frame: null,
  gone: null,
  waitsSince: null,
  refused: 0,
});

export const channelStateName = (caseId: string): string => `sync ${caseId}`;

/** One of another channel, or one that cannot be read, begins anew: nothing is lost by sending or reading twice. */
export const readChannelState = async (
  session: Pick<VaultSession, 'readValue'>,
  caseId: string,
  channel: string,
): Promise<Result<ChannelState, VaultError>> => {
  const found = await session.readValue(channelStateName(caseId));
  if (!found.ok && found.error.kind !== 'damaged') return found;
  const read = v.safeParse(schema, found.ok ? found.value : null);
  const fits = read.success && read.output.channel === channel;
  return { ok: true, value: fits ? read.output : emptyChannelState(channel) };
};

/** As `CaseDeps` asks for it. */
export const readSettledUpTo = async (
  session: Pick<VaultSession, 'readValue'>,
  caseId: string,
): Promise<number> => {
  const found = await session.readValue(channelStateName(caseId));
  if (found.ok && found.value === null) return Number.POSITIVE_INFINITY;
  const read = v.safeParse(schema, found.ok ? found.value : null);
  return read.success ? read.output.sentUpTo : 0;
};

export const writeChannelState = (
  session: Pick<VaultSession, 'writeValue'>,
  caseId: string,
  state: ChannelState,
): Promise<Result<void, VaultError | SealError>> =>
  session.writeValue(channelStateName(caseId), state);

/** Why something does not go on, in kinds that a person can be told. */
export type SyncTrouble =
  | {
      readonly kind:
        | 'offline'
        | 'mayNotOpen'
        | 'notAccepted'
        | 'update'
        | 'refused'
        | 'locked'
        /** The journal or the vault of this device cannot be read or written now. */
        | 'storage'
        /** Written anew under other keys meanwhile: asked again at once. */
        | 'changed'
        /** The channel is no more: ended by another device, or cleared away by age. */
        | 'ended'
        | 'aged'
        /** Told by another device, which has not sent it yet. */
        | 'notThereYet';
    }
  | { readonly kind: 'wait' | 'full'; readonly ms: number };

export interface ToldTrouble {
  readonly kind: SyncTrouble['kind'];
  readonly at: Instant;
}

export const toTrouble = (error: RelayError): SyncTrouble => {
  if (error.kind === 'noChannel') return { kind: 'notThereYet' };
  if (error.kind === 'staleParent') return { kind: 'refused' };
  return error.kind === 'wait' || error.kind === 'full' ? error : { kind: error.kind };
};

/** Of this device's own journal and vault. */
export const troubleOf = ({ kind }: { readonly kind: string }): SyncTrouble => ({
  kind: kind === 'locked' ? 'locked' : kind === 'rewritten' ? 'changed' : 'storage',
});
