/** LZ4 as Firefox keeps its sessions in (`mozLz40`): read only. Null when it is none. */
export const unmozLz4 = (bytes: Buffer): Buffer | null => {
  if (bytes.length < 12 || bytes.toString('latin1', 0, 7) !== 'mozLz40') return null;
  const out = Buffer.alloc(Math.min(bytes.readUInt32LE(8), 64 * 1024 * 1024));
  let at = 12;
  let to = 0;
  const more = (count: number): number => {
    if (count !== 15) return count;
    for (let byte = 255; byte === 255; at += 1) {
      byte = bytes[at] ?? 0;
      count += byte;
    }
    return count;
  };
  while (at < bytes.length) {
    const token = bytes[at] ?? 0;
    at += 1;
    const literals = more(token >> 4);
    bytes.copy(out, to, at, at + literals);
    at += literals;
    to += literals;
    if (at + 2 > bytes.length) break;
    const back = bytes.readUInt16LE(at);
    at += 2;
    if (back === 0 || back > to) return null;
    for (let count = more(token & 15) + 4; count > 0 && to < out.length; count -= 1, to += 1)
      out[to] = out[to - back] ?? 0;
  }
  return out.subarray(0, to);
};
