/**
 * The unit that is sent: 1 to 64 sealed records of one channel under one signature (docs/sync-protocol.md 6). Its id is
 * fixed before it is first sent, so that a frame sent again is the same frame.
 *
 *   publicKey (32) ‖ frameId (16) ‖ n u8 ‖ n × (u32 length ‖ sealed record) ‖ signature (64)
 */
import { type Bytes, bytesEqual } from '../../shared/bytes.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { recordVersion } from '../version.ts';
import { bytesOf, bytesOfSteps, listOf, readField, struct, writeField } from './fields.ts';
import {
  frameIdBytes,
  hashBytes,
  maxFrameBytes,
  maxFrameRecords,
  publicKeyBytes,
  sealedRecordSteps,
  signatureBytes,
} from './wireLimits.ts';

export interface FrameDraft {
  readonly publicKey: Bytes;
  /** 16 random bytes. */
  readonly frameId: Bytes;
  readonly records: readonly Bytes[];
}

export interface Frame extends FrameDraft {
  readonly signature: Bytes;
}

export interface ReadFrame extends Frame {
  /** What the signature is over: all bytes before it. */
  readonly signedPart: Bytes;
}

export interface FrameFault {
  readonly kind: 'malformed' | 'tooLarge';
}

const draftFields = struct<FrameDraft>({
  publicKey: bytesOf(publicKeyBytes),
  frameId: bytesOf(frameIdBytes),
  records: listOf(bytesOfSteps(sealedRecordSteps), {
    countBytes: 1,
    least: 1,
    most: maxFrameRecords,
  }),
});

/** What is to be signed (method `append`). Refuses what would not be read back. */
export const frameToSign = (draft: FrameDraft): Result<Bytes, FrameFault> => {
  const bytes = writeField(draftFields, draft);
  if (bytes === null || !draft.records.every(hasKnownVersion)) return err({ kind: 'malformed' });
  return bytes.length + signatureBytes > maxFrameBytes ? err({ kind: 'tooLarge' }) : ok(bytes);
};

export const encodeFrame = ({ signature, ...draft }: Frame): Result<Bytes, FrameFault> => {
  const signedPart = frameToSign(draft);
  if (!signedPart.ok) return signedPart;
  return signature.length === signatureBytes
    ? ok(joinSignature(signedPart.value, signature))
    : err({ kind: 'malformed' });
};

/** What was signed, and its signature after it. */
export const joinSignature = (signedPart: Bytes, signature: Bytes): Bytes => {
  const bytes = new Uint8Array(signedPart.length + signature.length);
  bytes.set(signedPart);
  bytes.set(signature, signedPart.length);
  return bytes;
};

/**
 * Looks at lengths and versions only: the signature, and whose the records are, is for the caller. All of it shares the
 * memory of `bytes`.
 */
export const decodeFrame = (bytes: Bytes): Result<ReadFrame, FrameFault> => {
  if (bytes.length > maxFrameBytes) return err({ kind: 'tooLarge' });
  if (bytes.length < signatureBytes) return err({ kind: 'malformed' });
  const signedPart = bytes.subarray(0, bytes.length - signatureBytes);
  const draft = readField(draftFields, signedPart, true);
  if (draft === null || !draft.records.every(hasKnownVersion)) return err({ kind: 'malformed' });
  return ok({ ...draft, signature: bytes.subarray(signedPart.length), signedPart });
};

/** Whether a sealed record of the right length says that it is of this channel (32 bytes). */
export const isRecordOf = (record: Bytes, channelId: Bytes): boolean =>
  bytesEqual(record.subarray(1, 1 + hashBytes), channelId);

const hasKnownVersion = (record: Bytes): boolean => record[0] === recordVersion;
