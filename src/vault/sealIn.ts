/** The outside of what a channel seals: records, signals and projections alike (docs/sync-protocol.md 3). */
import {
  associatedData,
  type Envelope,
  joinEnvelope,
  splitEnvelope,
} from '../protocol/envelope.ts';
import { nonceBytes } from '../protocol/limits.ts';
import { type Bytes, bytesEqual } from '../shared/bytes.ts';
import { err, type Result } from '../shared/result.ts';
import type { ChannelSecrets } from './channelSecrets.ts';
import type { SealedError } from './errors.ts';
import { encrypt } from './primitives.ts';

export const sealIn = async (
  { deps, channel }: ChannelSecrets,
  epoch: number,
  key: CryptoKey,
  padded: Bytes,
): Promise<Bytes> => {
  const associated = associatedData(channel, epoch);
  const nonce = deps.random.bytes(nonceBytes);
  return joinEnvelope(associated, nonce, await encrypt(key, nonce, padded, associated));
};

/** Taken apart, and found to be of this channel and epoch. Not opened yet. */
export const ownEnvelope = (
  { channel }: ChannelSecrets,
  epoch: number,
  bytes: Bytes,
  steps?: readonly number[],
): Result<Envelope, SealedError> => {
  const envelope = splitEnvelope(bytes, steps);
  if (!envelope.ok) return envelope;
  const { value } = envelope;
  if (!bytesEqual(value.channelId, channel)) return err({ kind: 'otherChannel' });
  return value.epoch === epoch ? envelope : err({ kind: 'otherEpoch', epoch: value.epoch });
};
