import { type Bytes, bytesToText, textToBytes } from '../shared/bytes.ts';
import type { Fact } from '../shared/fact.ts';
import { err, ok, type Result } from '../shared/result.ts';

/** A fact as the payload of a record, and back. What is inside `data` is judged by those who fold it. */
export const factToPayload = (fact: Fact): Bytes => textToBytes(JSON.stringify(fact));

export const payloadToFact = (payload: Uint8Array): Result<Fact, 'notAFact'> => {
  try {
    const value: unknown = JSON.parse(bytesToText(payload));
    return isFact(value) ? ok(value) : err('notAFact');
  } catch {
    return err('notAFact');
  }
};

const isFact = (value: unknown): value is Fact =>
  isObject(value) &&
  typeof value.id === 'string' &&
  typeof value.type === 'string' &&
  typeof value.at === 'number' &&
  isObject(value.by) &&
  typeof value.by.name === 'string' &&
  typeof value.by.function === 'string' &&
  typeof value.by.unit === 'string' &&
  'data' in value;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
