/**
 * A signal, sealed to be sent (docs/sync-protocol.md 5). As a record from outside, under a key of its own: the one is never
 * taken for the other. In a case's channel or a share's. Neither sealing nor opening keeps anything, and opening never throws.
 */
import { decodeSignal, encodeSignal, type SignalError } from '../protocol/signal.ts';
import type { Bytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { SignalMessage } from '../shared/signalMessage.ts';
import { type ChannelKeys, channelSecrets } from './channelSecrets.ts';
import type { SealedError, VaultLocked } from './errors.ts';
import { decrypt } from './primitives.ts';
import { ownEnvelope, sealIn } from './sealIn.ts';

export const sealSignal = async (
  keys: ChannelKeys,
  message: SignalMessage,
): Promise<Result<Bytes, SignalError | VaultLocked>> => {
  const secrets = channelSecrets(keys);
  if (secrets === null) return err({ kind: 'locked' });
  const padded = encodeSignal(message);
  if (!padded.ok) return padded;
  return ok(await sealIn(secrets, keys.epoch, secrets.signal, padded.value));
};

/** What does not open is dropped, with the reason told to nobody but the log. */
export const openSignal = async (
  keys: ChannelKeys,
  bytes: Bytes,
): Promise<Result<SignalMessage, SealedError | SignalError>> => {
  const secrets = channelSecrets(keys);
  if (secrets === null) return err({ kind: 'locked' });
  const envelope = ownEnvelope(secrets, keys.epoch, bytes);
  if (!envelope.ok) return envelope;
  const { nonce, sealed, associated } = envelope.value;
  const padded = await decrypt(secrets.signal, nonce, sealed, associated);
  return padded === null ? err({ kind: 'cannotOpen' }) : decodeSignal(padded);
};
