/** Whether two values as they lie in the database are the same: plain objects, bytes, and what JSON has. */
import { bytesEqual } from '../shared/bytes.ts';

export const sameRow = (one: unknown, other: unknown): boolean => {
  if (one instanceof Uint8Array && other instanceof Uint8Array) return bytesEqual(one, other);
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return Object.is(one, other);
  }
  const fields = Object.entries(one);
  return (
    fields.length === Object.keys(other).length &&
    fields.every(([field, value]) => sameRow(value, (other as Record<string, unknown>)[field]))
  );
};
