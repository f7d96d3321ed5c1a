/** Bytes as the key of a map: the same bytes, the same key. Each byte is one character, which is quick to make. */
export const keyOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
