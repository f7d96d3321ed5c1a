/**
 * The outside of a sealed record: what anybody who stores or forwards it can read, and nothing more.
 *
 *   version (1) ‖ channel id (32) ‖ epoch (u32) ‖ nonce (12) ‖ AES-256-GCM ciphertext and tag
 */
import { type Bytes, concatBytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import {
  associatedBytes,
  bodySteps,
  channelIdBytes,
  envelopeBytes,
  maxRecordBytes,
  nonceBytes,
} from './limits.ts';
import { recordVersion } from './version.ts';

export interface Envelope {
  readonly channelId: Bytes;
  readonly epoch: number;
  readonly nonce: Bytes;
  /** Ciphertext with its tag. */
  readonly sealed: Bytes;
  /** version ‖ channel id ‖ epoch, as bound to the seal. */
  readonly associated: Bytes;
}

export type EnvelopeError =
  | { readonly kind: 'tooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'wrongSize'; readonly bytes: number }
  | { readonly kind: 'unknownVersion'; readonly version: number };

/** version ‖ channel id ‖ epoch. */
export const associatedData = (channelId: Bytes, epoch: number): Bytes => {
  const number = new Uint8Array(4);
  new DataView(number.buffer).setUint32(0, epoch);
  return concatBytes(Uint8Array.of(recordVersion), channelId, number);
};

export const joinEnvelope = (associated: Bytes, nonce: Bytes, sealed: Bytes): Bytes =>
  concatBytes(associated, nonce, sealed);

/** Takes a sealed record apart, or what is sealed alike in other lengths (`steps` of its body). Looks at lengths and version only; nothing is trusted yet. */
export const splitEnvelope = (
  bytes: Bytes,
  steps: readonly number[] = bodySteps,
): Result<Envelope, EnvelopeError> => {
  if (bytes.length > maxRecordBytes) {
    return err({ kind: 'tooLarge', bytes: bytes.length, limit: maxRecordBytes });
  }
  if (!steps.includes(bytes.length - envelopeBytes)) {
    return err({ kind: 'wrongSize', bytes: bytes.length });
  }
  const version = bytes[0] ?? 0;
  if (version !== recordVersion) return err({ kind: 'unknownVersion', version });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return ok({
    channelId: bytes.slice(1, 1 + channelIdBytes),
    epoch: view.getUint32(1 + channelIdBytes),
    nonce: bytes.slice(associatedBytes, associatedBytes + nonceBytes),
    sealed: bytes.slice(associatedBytes + nonceBytes),
    associated: bytes.slice(0, associatedBytes),
  });
};
