/**
 * What is inside every seal: a header and a payload, filled up so that the length says little (docs/sync-protocol.md 2).
 *
 *   u32 total ‖ u32 header length ‖ header (JSON, UTF-8) ‖ payload ‖ zeros up to a step
 *
 * Numbers are big-endian; `total` counts from the header length to the end of the payload. Reading never throws.
 */
import { type Bytes, textToBytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { bodyPrefixBytes, bodySteps } from './limits.ts';

export interface TooLarge {
  readonly kind: 'tooLarge';
  readonly bytes: number;
  readonly limit: number;
}

export type PaddingError =
  | { readonly kind: 'wrongSize'; readonly bytes: number }
  | { readonly kind: 'badLength' }
  | { readonly kind: 'badPadding' };

/** @param header its names in the order in which they are to be written */
export const padBody = (
  header: object,
  payload: Bytes,
  steps: readonly number[] = bodySteps,
): Result<Bytes, TooLarge> => {
  const head = textToBytes(JSON.stringify(header));
  const used = head.length + payload.length;
  const step = steps.find((size) => size >= bodyPrefixBytes + used);
  if (step === undefined) {
    return err({ kind: 'tooLarge', bytes: used, limit: (steps.at(-1) ?? 0) - bodyPrefixBytes });
  }
  const bytes = new Uint8Array(step);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 4 + used);
  view.setUint32(4, head.length);
  bytes.set(head, bodyPrefixBytes);
  bytes.set(payload, bodyPrefixBytes + head.length);
  return ok(bytes);
};

export interface Unpadded {
  /** Null when it is not a JSON object. */
  readonly header: Readonly<Record<string, unknown>> | null;
  readonly payload: Bytes;
}

export const unpadBody = (
  bytes: Bytes,
  steps: readonly number[] = bodySteps,
): Result<Unpadded, PaddingError> => {
  if (!steps.includes(bytes.length)) return err({ kind: 'wrongSize', bytes: bytes.length });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 4 + view.getUint32(0);
  const headEnd = bodyPrefixBytes + view.getUint32(4);
  if (end > bytes.length || headEnd > end) return err({ kind: 'badLength' });
  for (let at = end; at < bytes.length; at += 1) {
    if (bytes[at] !== 0) return err({ kind: 'badPadding' });
  }
  return ok({
    header: parseHeader(bytes.subarray(bodyPrefixBytes, headEnd)),
    payload: bytes.slice(headEnd, end),
  });
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const strictText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const parseHeader = (bytes: Uint8Array): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(strictText.decode(bytes));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
};
