import * as v from 'valibot';
import type { Instant } from '../shared/deps.ts';
import type { Author, Register, Write } from './model.ts';

/**
 * Present writes of one register → what views read. One write is the value; two with different values
 * are `both`, and nobody's is taken away (design.md 5). Two who wrote the same are of one mind. A write
 * that clears the field gives way to one that fills it. Writes that cannot be read are counted.
 */
export interface ReadRegister<T> {
  readonly register: Register<T>;
  readonly unreadable: number;
}

export const readRegister = <T>(
  raw: ReadonlyMap<string, unknown>,
  schema: v.GenericSchema<unknown, T>,
): ReadRegister<T> => {
  if (raw.size === 0) return nothing;
  const { writes, unreadable } = readWriteList(raw, schema);
  return { register: toRegister(writes), unreadable };
};

const emptyRegister: Register<never> = { value: null, both: [] };
const nothing: ReadRegister<never> = { register: emptyRegister, unreadable: 0 };

const toRegister = <T>(writes: readonly Write<T>[]): Register<T> => {
  const [first, ...others] = writes;
  if (first === undefined) return emptyRegister;
  const text = JSON.stringify(first.value);
  return others.every(({ value }) => JSON.stringify(value) === text)
    ? { value: first.value, both: [] }
    : { value: null, both: writes };
};

/** Readable writes that hold a value, oldest first, ties by id: the same on every device. */
export const readWriteList = <T>(
  raw: ReadonlyMap<string, unknown>,
  schema: v.GenericSchema<unknown, T>,
): { readonly writes: readonly Write<T>[]; readonly unreadable: number } => {
  const writes: Write<T>[] = [];
  let unreadable = 0;
  for (const [writeId, entry] of raw) {
    const envelope = readEnvelope(entry);
    if (envelope === null) {
      unreadable += 1;
      continue;
    }
    if (envelope.value === null) continue;
    const parsed = v.safeParse(schema, envelope.value);
    if (parsed.success) writes.push({ ...envelope, writeId, value: parsed.output });
    else unreadable += 1;
  }
  if (writes.length > 1) writes.sort(byTime);
  return { writes, unreadable };
};

/** By hand: this is read for every write of every field, and a schema costs ten times more. */
const readEnvelope = (
  entry: unknown,
): { readonly value: unknown; readonly by: Author; readonly at: Instant } | null => {
  if (!isObject(entry) || !('value' in entry) || !isObject(entry['by'])) return null;
  const { value, at } = entry;
  const { name, function: role, unit } = entry['by'];
  if (typeof at !== 'number' || !Number.isFinite(at)) return null;
  if (typeof name !== 'string' || typeof role !== 'string' || typeof unit !== 'string') return null;
  return { value, at, by: { name, function: role, unit } };
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const byTime = (a: Write<unknown>, b: Write<unknown>): number =>
  a.at - b.at || (a.writeId < b.writeId ? -1 : 1);
