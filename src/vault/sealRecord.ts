/**
 * A record is sealed once; the same bytes lie on disk, in the outbox and on the server.
 * Opening never throws: what does not open is set aside by the caller, with the reason.
 */
import { decodeBody, encodeBody, type RecordBody } from '../protocol/record.ts';
import { type Bytes, bytesToBase64Url } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type CaseKeys, caseSecrets } from './caseKeys.ts';
import type { OpenError, SealError } from './errors.ts';
import { decrypt, sha256 } from './primitives.ts';
import { ownEnvelope, sealIn } from './sealIn.ts';

export interface SealedRecord {
  readonly bytes: Bytes;
  /** SHA-256 of the bytes, as base64url. */
  readonly id: string;
}

export interface OpenedRecord {
  readonly id: string;
  readonly body: RecordBody;
}

export const sealRecord = async (
  keys: CaseKeys,
  body: RecordBody,
): Promise<Result<SealedRecord, SealError>> => {
  const secrets = caseSecrets(keys);
  if (secrets === null) return err({ kind: 'locked' });
  const padded = encodeBody(body);
  if (!padded.ok) return padded;
  const bytes = await sealIn(secrets, keys.epoch, secrets.content, padded.value);
  return ok({ bytes, id: await recordId(bytes) });
};

export const openRecord = async (
  keys: CaseKeys,
  bytes: Bytes,
): Promise<Result<OpenedRecord, OpenError>> => {
  const secrets = caseSecrets(keys);
  if (secrets === null) return err({ kind: 'locked' });
  const envelope = ownEnvelope(secrets, keys.epoch, bytes);
  if (!envelope.ok) return envelope;
  const { nonce, sealed, associated } = envelope.value;
  const [padded, id] = await Promise.all([
    decrypt(secrets.content, nonce, sealed, associated),
    recordId(bytes),
  ]);
  if (padded === null) return err({ kind: 'cannotOpen' });
  const body = decodeBody(padded);
  return body.ok ? ok({ id, body: body.value }) : err({ kind: 'badBody', error: body.error });
};

const recordId = async (bytes: Bytes): Promise<string> => bytesToBase64Url(await sha256(bytes));
