/** "I am here", sealed as a signal is, in a case's channel (docs/sync-protocol.md 5). */
import {
  decodePresence,
  encodePresence,
  type NoPresence,
  type Presence,
} from '../protocol/presence.ts';
import type { Bytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type CaseKeys, caseSecrets } from './caseKeys.ts';
import type { SealedError, VaultLocked } from './errors.ts';
import { decrypt } from './primitives.ts';
import { ownEnvelope, sealIn } from './sealIn.ts';

export const sealPresence = async (
  keys: CaseKeys,
  presence: Presence,
): Promise<Result<Bytes, NoPresence | VaultLocked>> => {
  const secrets = caseSecrets(keys);
  if (secrets === null) return err({ kind: 'locked' });
  const padded = encodePresence(presence);
  return padded.ok ? ok(await sealIn(secrets, keys.epoch, secrets.signal, padded.value)) : padded;
};

export const openPresence = async (
  keys: CaseKeys,
  bytes: Bytes,
): Promise<Result<Presence, SealedError | NoPresence>> => {
  const secrets = caseSecrets(keys);
  if (secrets === null) return err({ kind: 'locked' });
  const envelope = ownEnvelope(secrets, keys.epoch, bytes);
  if (!envelope.ok) return envelope;
  const { nonce, sealed, associated } = envelope.value;
  const padded = await decrypt(secrets.signal, nonce, sealed, associated);
  return padded === null ? err({ kind: 'cannotOpen' }) : decodePresence(padded);
};
