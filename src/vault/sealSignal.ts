/**
 * A signal, sealed to be sent (docs/sync-protocol.md 5). As a record from outside, under a key of its own: the one is never
 * taken for the other. In a case's channel or a share's. Neither sealing nor opening keeps anything, and opening never throws.
 */
import { decodeAnswered, encodeAnswered, type NotAnswered } from '../protocol/answered.ts';
import { decodeSignal, encodeSignal, type SignalError } from '../protocol/signal.ts';
import type { Bytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { AnsweredMessage, ShareMessage, SignalMessage } from '../shared/signalMessage.ts';
import { type ChannelKeys, channelSecrets } from './channelSecrets.ts';
import type { SealedError, VaultLocked } from './errors.ts';
import { decrypt } from './primitives.ts';
import { ownEnvelope, sealIn } from './sealIn.ts';

export const sealSignal = (
  keys: ChannelKeys,
  message: SignalMessage,
): Promise<Result<Bytes, SignalError | VaultLocked>> => sealBody(keys, encodeSignal(message));

/** **Hur var mötet?** from a phone, sealed as a signal is. */
export const sealAnswered = (
  keys: ChannelKeys,
  message: AnsweredMessage,
): Promise<Result<Bytes, NotAnswered | VaultLocked>> => sealBody(keys, encodeAnswered(message));

const sealBody = async <E>(
  keys: ChannelKeys,
  padded: Result<Bytes, E>,
): Promise<Result<Bytes, E | VaultLocked>> => {
  const secrets = channelSecrets(keys);
  if (secrets === null) return err({ kind: 'locked' });
  return padded.ok ? ok(await sealIn(secrets, keys.epoch, secrets.signal, padded.value)) : padded;
};

/** What does not open is dropped, with the reason told to nobody but the log. */
export const openSignal = async (
  keys: ChannelKeys,
  bytes: Bytes,
): Promise<Result<SignalMessage, SealedError | SignalError>> => {
  const body = await openBody(keys, bytes);
  return body.ok ? decodeSignal(body.value) : body;
};

/** A signal, or what was answered. */
export const openShareMessage = async (
  keys: ChannelKeys,
  bytes: Bytes,
): Promise<Result<ShareMessage, SealedError | SignalError>> => {
  const body = await openBody(keys, bytes);
  if (!body.ok) return body;
  const answered = decodeAnswered(body.value);
  return answered.ok ? answered : decodeSignal(body.value);
};

const openBody = async (keys: ChannelKeys, bytes: Bytes): Promise<Result<Bytes, SealedError>> => {
  const secrets = channelSecrets(keys);
  if (secrets === null) return err({ kind: 'locked' });
  const envelope = ownEnvelope(secrets, keys.epoch, bytes);
  if (!envelope.ok) return envelope;
  const { nonce, sealed, associated } = envelope.value;
  const padded = await decrypt(secrets.signal, nonce, sealed, associated);
  return padded === null ? err({ kind: 'cannotOpen' }) : ok(padded);
};
