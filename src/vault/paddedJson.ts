/** JSON values before they are sealed: u32 length ‖ JSON ‖ zeros, in the same steps as records, so that lengths say little. */
import { bodySteps } from '../protocol/limits.ts';
import { type Bytes, bytesToText, textToBytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';

export interface ValueTooLarge {
  readonly kind: 'tooLarge';
  readonly bytes: number;
  readonly limit: number;
}

const prefix = 4;

/** `undefined` is stored as null. */
export const packJson = (value: unknown): Result<Bytes, ValueTooLarge> => {
  const text = textToBytes(JSON.stringify(value ?? null));
  const step = bodySteps.find((size) => size >= text.length + prefix);
  if (step === undefined) {
    return err({ kind: 'tooLarge', bytes: text.length, limit: (bodySteps.at(-1) ?? 0) - prefix });
  }
  const bytes = new Uint8Array(step);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(text, prefix);
  return ok(bytes);
};

export const unpackJson = (bytes: Bytes): Result<unknown, { readonly kind: 'damaged' }> => {
  if (bytes.length < prefix) return err({ kind: 'damaged' });
  const end = prefix + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (end > bytes.length) return err({ kind: 'damaged' });
  try {
    return ok(JSON.parse(bytesToText(bytes.subarray(prefix, end))));
  } catch {
    return err({ kind: 'damaged' });
  }
};
