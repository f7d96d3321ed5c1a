/**
 * Every bound of the wire, looked at before any work (docs/sync-protocol.md 8). Sizes are bytes.
 * A server may hold lower ones for rates and room, and says them in `welcome`; never higher ones than these.
 */
import { bodySteps, envelopeBytes, maxRecordBytes, signalBodyBytes } from '../limits.ts';

/** version ‖ type ‖ request. */
export const messageHeadBytes = 6;

export const publicKeyBytes = 32;
export const hashBytes = 32;
export const readTokenBytes = 32;
export const signatureBytes = 64;
export const frameIdBytes = 16;

export const maxFrameBytes = 1_048_576;
export const maxFrameRecords = 64;

/** What a client sends is never longer. */
export const maxClientMessageBytes = messageHeadBytes + maxFrameBytes;

/** Lengths that a sealed record may have. */
export const sealedRecordSteps: readonly number[] = bodySteps.map((step) => step + envelopeBytes);

/** The only lengths of a padded projection. */
export const projectionSteps: readonly number[] = [4_096, 16_384, 32_768];

export const sealedProjectionSteps: readonly number[] = projectionSteps.map(
  (step) => step + envelopeBytes,
);

export const sealedSignalBytes = signalBodyBytes + envelopeBytes;

/** publicKey ‖ number ‖ length ‖ the largest projection ‖ signature. */
export const maxPublicationBytes =
  publicKeyBytes + 8 + 4 + (sealedProjectionSteps.at(-1) ?? 0) + signatureBytes;

/** Records in one page. */
export const maxPageItems = 4_096;
/** A page is filled up to here, and holds one record at least. */
export const maxPageBytes = 1_048_576;

/** What a server sends is never longer: a page, one record past its bytes, and what stands around each. */
export const maxServerMessageBytes = maxPageBytes + maxRecordBytes + 65_536;

/** An invitation or a proof of having signed in. */
export const maxCredentialBytes = 4_096;

/** One signal in so many milliseconds, for each connection and channel. */
export const signalGapMs = 2_000;
