/** For tests: which of many stand in a file, in one pass over it. Each must be four bytes at least. */
export const findBytes = (file: Buffer, wanted: readonly Uint8Array[]): ReadonlySet<Uint8Array> => {
  const begins = new Uint8Array(65_536);
  const byStart = new Map<number, Uint8Array[]>();
  for (const each of wanted) {
    const start = Buffer.from(each).readUInt32LE(0);
    begins[start & 0xffff] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), each]);
  }
  const found = new Set<Uint8Array>();
  for (let at = 0; at + 4 <= file.length; at += 1) {
    if (begins[(file[at] ?? 0) | ((file[at + 1] ?? 0) << 8)] === 0) continue;
    for (const each of byStart.get(file.readUInt32LE(at)) ?? [])
      if (file.subarray(at, at + each.length).equals(each)) found.add(each);
  }
  return found;
};
