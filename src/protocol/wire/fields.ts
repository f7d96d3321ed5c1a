/**
 * How values stand in a message: each field writes and reads one kind, so a message is described once and both ways agree.
 * Numbers are unsigned and big-endian. Neither way throws: a reader that meets what does not hold remembers it and gives
 * empty values from there on, and a writer refuses what would not be read back.
 */
import { type Bytes, concatBytes, textToBytes } from '../../shared/bytes.ts';

export interface Reader {
  readonly take: (length: number) => Bytes;
  readonly number: (length: 1 | 2 | 4 | 8) => number;
  readonly left: () => number;
  readonly refuse: () => void;
  readonly isRefused: () => boolean;
}

/** @param hasOwnMemory whether nobody else keeps or changes `bytes`: then what is taken is a part of it, else a copy. */
export const createReader = (bytes: Bytes, hasOwnMemory = false): Reader => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let isRefused = false;
  const step = (length: number): number | null => {
    if (isRefused || length > bytes.length - at) {
      isRefused = true;
      return null;
    }
    at += length;
    return at - length;
  };
  return {
    take: (length) => {
      const from = step(length);
      if (from === null) return new Uint8Array();
      // What is kept must not hold on to the whole message.
      return hasOwnMemory ? bytes.subarray(from, from + length) : bytes.slice(from, from + length);
    },
    number: (length) => {
      const from = step(length);
      if (from === null) return 0;
      if (length === 1) return view.getUint8(from);
      if (length === 2) return view.getUint16(from);
      if (length === 4) return view.getUint32(from);
      const value = view.getUint32(from) * 2 ** 32 + view.getUint32(from + 4);
      if (Number.isSafeInteger(value)) return value;
      isRefused = true;
      return 0;
    },
    left: () => bytes.length - at,
    refuse: () => {
      isRefused = true;
    },
    isRefused: () => isRefused,
  };
};

export interface Writer {
  readonly put: (bytes: Uint8Array) => void;
  readonly number: (value: number, length: 1 | 2 | 4 | 8) => void;
  readonly refuse: () => void;
  /** Null when something did not hold. */
  readonly bytes: () => Bytes | null;
}

/** Numbers are gathered here; a memory for each would cost more than all else that is done. */
const scratchBytes = 48;

export const createWriter = (): Writer => {
  const parts: Uint8Array[] = [];
  let scratch = new Uint8Array(scratchBytes);
  /** From where in `scratch` it is not among the parts yet, and to where it is filled. */
  let from = 0;
  let to = 0;
  let isRefused = false;
  const takeScratch = (): void => {
    if (to > from) parts.push(scratch.subarray(from, to));
    from = to;
  };
  return {
    put: (bytes) => {
      takeScratch();
      parts.push(bytes);
    },
    number: (value, length) => {
      if (!Number.isSafeInteger(value) || value < 0 || value >= 2 ** (8 * length)) {
        isRefused = true;
        return;
      }
      if (to + length > scratchBytes) {
        takeScratch();
        scratch = new Uint8Array(scratchBytes);
        from = 0;
        to = 0;
      }
      let rest = value;
      for (let at = to + length - 1; at >= to; at -= 1) {
        scratch[at] = rest % 256;
        rest = Math.floor(rest / 256);
      }
      to += length;
    },
    refuse: () => {
      isRefused = true;
    },
    bytes: () => {
      takeScratch();
      return isRefused ? null : concatBytes(...parts);
    },
  };
};

export interface Field<T> {
  readonly write: (to: Writer, value: T) => void;
  readonly read: (from: Reader) => T;
}

const numberField = (length: 1 | 2 | 4 | 8): Field<number> => ({
  write: (to, value) => to.number(value, length),
  read: (from) => from.number(length),
});

export const u32 = numberField(4);
/** Up to 2^53 − 1; a higher one is refused. */
export const u64 = numberField(8);

export const bytesOf = (length: number): Field<Bytes> => ({
  write: (to, value) => (value.length === length ? to.put(value) : to.refuse()),
  read: (from) => from.take(length),
});

/** Its length before it, which `holds` must allow. */
const sized = (lengthBytes: 1 | 2 | 4, holds: (length: number) => boolean): Field<Bytes> => ({
  write: (to, value) => {
    if (!holds(value.length)) to.refuse();
    to.number(value.length, lengthBytes);
    to.put(value);
  },
  read: (from) => {
    const length = from.number(lengthBytes);
    if (holds(length)) return from.take(length);
    from.refuse();
    return new Uint8Array();
  },
});

export const bytesUpTo = (lengthBytes: 2 | 4, most: number): Field<Bytes> =>
  sized(lengthBytes, (length) => length <= most);

export const bytesOfSteps = (steps: readonly number[]): Field<Bytes> =>
  sized(4, (length) => steps.includes(length));

/** All that is left of the message. */
export const restUpTo = (most: number): Field<Bytes> => ({
  write: (to, value) => (value.length <= most ? to.put(value) : to.refuse()),
  read: (from) => {
    if (from.left() <= most) return from.take(from.left());
    from.refuse();
    return new Uint8Array();
  },
});

const strictText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const shortText = sized(1, () => true);

/** UTF-8, up to 255 bytes. */
export const text: Field<string> = {
  write: (to, value) => {
    const bytes = textToBytes(value);
    if (bytes.length > 255) to.refuse();
    else shortText.write(to, bytes);
  },
  read: (from) => {
    try {
      return strictText.decode(shortText.read(from));
    } catch {
      from.refuse();
      return '';
    }
  },
};

/** Its place among the choices, counted from `first`. */
export const oneOf = <T extends string>(
  choices: readonly [T, ...(readonly T[])],
  first = 1,
): Field<T> => ({
  write: (to, value) => {
    const place = choices.indexOf(value);
    if (place < 0) to.refuse();
    else to.number(first + place, 1);
  },
  read: (from) => {
    const value = choices[from.number(1) - first];
    if (value === undefined) from.refuse();
    return value ?? choices[0];
  },
});

export const flag: Field<boolean> = {
  write: (to, value) => to.number(value ? 1 : 0, 1),
  read: (from) => {
    const value = from.number(1);
    if (value > 1) from.refuse();
    return value === 1;
  },
};

/** 32 bytes, or null as 32 zeros. */
export const hashOrNull: Field<Bytes | null> = {
  write: (to, value) => {
    if (value !== null && (value.length !== 32 || isZeros(value))) to.refuse();
    to.put(value ?? new Uint8Array(32));
  },
  read: (from) => {
    const value = from.take(32);
    return isZeros(value) ? null : value;
  },
};

const isZeros = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** How many, and then each. */
export const listOf = <T>(
  each: Field<T>,
  { countBytes, least, most }: { countBytes: 1 | 2; least: number; most: number },
): Field<readonly T[]> => ({
  write: (to, values) => {
    if (values.length < least || values.length > most) to.refuse();
    to.number(values.length, countBytes);
    for (const value of values) each.write(to, value);
  },
  read: (from) => {
    const count = from.number(countBytes);
    if (count < least || count > most) from.refuse();
    const values: T[] = [];
    while (values.length < count && !from.isRefused()) values.push(each.read(from));
    return values;
  },
});

/** Fields one after the other, in the order in which they are named here. */
export const struct = <T extends object>(
  fields: {
    readonly [K in keyof T]-?: Field<T[K]>;
  },
): Field<T> => ({
  write: (to, value) => {
    for (const name in fields) fields[name].write(to, value[name]);
  },
  read: (from) => {
    const value: Partial<T> = {};
    for (const name in fields) value[name] = fields[name].read(from);
    // Every field has been read, which the type of `fields` holds.
    return value as T;
  },
});

/** Bytes of a value, or null when it does not hold. */
export const writeField = <T>(field: Field<T>, value: T): Bytes | null => {
  const to = createWriter();
  field.write(to, value);
  return to.bytes();
};

/** The value of exactly these bytes, or null. `hasOwnMemory` as in `createReader`. */
export const readField = <T>(field: Field<T>, bytes: Bytes, hasOwnMemory = false): T | null => {
  const from = createReader(bytes, hasOwnMemory);
  const value = field.read(from);
  return from.isRefused() || from.left() > 0 ? null : value;
};
