/** Snappy, as browsers press values together with it: read only, as lenient as a search needs (no checksums). */

const maxBytes = 64 * 1024 * 1024;

/** A length of up to 32 bits, seven at a time; null when it is none. */
const readLength = (bytes: Uint8Array, at: number): readonly [number, number] | null => {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = bytes[at];
    if (byte === undefined) return null;
    at += 1;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
  return null;
};

/** A raw block that begins at `from`; what comes after it does not matter. Null when there is none. */
export const unsnap = (bytes: Uint8Array, from = 0): Buffer | null => {
  const length = readLength(bytes, from);
  if (length === null || length[0] === 0 || length[0] > maxBytes) return null;
  const out = Buffer.alloc(length[0]);
  let at = length[1];
  let to = 0;
  const little = (count: number): number => {
    let value = 0;
    for (let nth = 0; nth < count; nth += 1) value += (bytes[at + nth] ?? 0) * 2 ** (8 * nth);
    at += count;
    return value;
  };
  while (to < out.length) {
    const tag = bytes[at];
    if (tag === undefined) return null;
    at += 1;
    const upper = tag >> 2;
    if ((tag & 3) === 0) {
      const count = (upper < 60 ? upper : little(upper - 59)) + 1;
      if (at + count > bytes.length || to + count > out.length) return null;
      out.set(bytes.subarray(at, at + count), to);
      at += count;
      to += count;
      continue;
    }
    const short = (tag & 3) === 1;
    const count = short ? ((tag >> 2) & 7) + 4 : upper + 1;
    const back = short ? ((tag >> 5) << 8) + little(1) : little((tag & 3) === 2 ? 2 : 4);
    if (back === 0 || back > to || to + count > out.length) return null;
    for (let nth = 0; nth < count; nth += 1, to += 1) out[to] = out[to - back] ?? 0;
  }
  return out;
};

/** A stream of blocks, as Firefox keeps cached files in; null when it is none. */
export const unsnapStream = (bytes: Buffer): Buffer | null => {
  if (bytes.length < 10 || bytes.toString('latin1', 4, 10) !== 'sNaPpY') return null;
  const parts: Buffer[] = [];
  for (let at = 10; at + 4 <= bytes.length; ) {
    const kind = bytes[at];
    const length = bytes.readUIntLE(at + 1, 3);
    const inside = bytes.subarray(at + 8, at + 4 + length);
    const plain = kind === 0 ? unsnap(inside) : kind === 1 ? inside : null;
    if (plain !== null) parts.push(plain);
    at += 4 + length;
  }
  return Buffer.concat(parts);
};
