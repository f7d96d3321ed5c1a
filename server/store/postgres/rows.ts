/** Between the rows of the tables and the values of the store. */
import type { Channel, ChannelUse, Day, Found, GoneWhy, ItemKind } from '../store.ts';

const uses: Readonly<Record<number, ChannelUse>> = { 1: 'log', 2: 'share' };
export const useToNumber: Readonly<Record<ChannelUse, number>> = { log: 1, share: 2 };

const whys: Readonly<Record<number, GoneWhy>> = { 1: 'ended', 2: 'aged' };
export const whyToNumber: Readonly<Record<GoneWhy, number>> = { ended: 1, aged: 2 };
export const numberToWhy = (why: number): GoneWhy => whys[why] ?? 'ended';

export const numberToKind = (kind: number): 'record' | 'snapshot' =>
  kind === 2 ? 'snapshot' : 'record';
export const kindToNumber = (kind: Exclude<ItemKind, 'projection'>): number =>
  kind === 'snapshot' ? 2 : 1;

export const channelColumns =
  'id, use, gone, gone_on, public_key, read_token_hash, opener, opened_on, used_on, last, snapshot_id, bytes';

/** All but `id` and `gone_on` are null in a tombstone, all but these two and `gone` are set in a channel. */
export interface ChannelRow {
  readonly id: Uint8Array;
  readonly use: number | null;
  readonly gone: number | null;
  readonly gone_on: Day | null;
  readonly public_key: Uint8Array | null;
  readonly read_token_hash: Uint8Array | null;
  readonly opener: Uint8Array | null;
  readonly opened_on: Day | null;
  readonly used_on: Day | null;
  readonly last: number | null;
  readonly snapshot_id: Uint8Array | null;
  readonly bytes: number | null;
}

const none: Found = { is: 'none' };

/** A row without use and without `gone` is one that a group has only just made: no channel yet. */
export const rowToFound = (row: ChannelRow | undefined): Found => {
  if (row === undefined) return none;
  if (row.gone !== null) return { is: 'gone', why: numberToWhy(row.gone) };
  const use = row.use === null ? undefined : uses[row.use];
  if (use === undefined || row.public_key === null || row.read_token_hash === null) return none;
  const channel: Channel = {
    id: row.id,
    publicKey: row.public_key,
    readTokenHash: row.read_token_hash,
    use,
    opener: row.opener ?? new Uint8Array(),
    openedOn: row.opened_on ?? 0,
    usedOn: row.used_on ?? 0,
    end: row.last ?? 0,
    snapshotId: row.snapshot_id,
    bytes: row.bytes ?? 0,
  };
  return { is: 'channel', channel };
};
