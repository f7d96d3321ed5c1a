/**
 * What is inside the seal of a piece: a JSON value, and the bytes that it speaks of behind it.
 *
 *   u32 length ‖ JSON (UTF-8) ‖ bytes
 *
 * In the JSON, bytes stand as `{"bytes": length}`, in the order in which they lie. Reading never throws.
 */
import { type Bytes, bytesToText, concatBytes, textToBytes } from '../shared/bytes.ts';

const prefix = 4;

export const packBody = (value: unknown): Bytes => {
  const parts: Uint8Array[] = [];
  const text = JSON.stringify(value, (_name, inner: unknown) => {
    if (!(inner instanceof Uint8Array)) return inner;
    parts.push(inner);
    return { bytes: inner.length };
  });
  const json = textToBytes(text);
  const head = new Uint8Array(prefix);
  new DataView(head.buffer).setUint32(0, json.length);
  return concatBytes(head, json, ...parts);
};

/** Null when the lengths do not hold. What the value is, the caller finds out. */
export const unpackBody = (packed: Bytes): unknown => {
  if (packed.length < prefix) return null;
  const end = prefix + new DataView(packed.buffer, packed.byteOffset).getUint32(0);
  if (end > packed.length) return null;
  let at = end;
  const take = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(take);
    if (typeof value !== 'object' || value === null) return value;
    const length = 'bytes' in value ? value.bytes : null;
    if (typeof length === 'number' && Object.keys(value).length === 1) {
      if (!Number.isSafeInteger(length) || length < 0 || at + length > packed.length) {
        throw new RangeError();
      }
      at += length;
      return packed.slice(at - length, at);
    }
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, take(inner)]));
  };
  try {
    const value = take(JSON.parse(bytesToText(packed.subarray(prefix, end))));
    return at === packed.length ? value : null;
  } catch {
    return null;
  }
};
