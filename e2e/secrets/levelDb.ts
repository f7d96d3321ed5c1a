/** The blocks of a LevelDB table (`.ldb`), in which Chromium keeps what pages store: pressed together by snappy. */
import { unsnap } from './snappy.ts';

const footerBytes = 48;
const magic = Buffer.from('57fb808b247547db', 'hex');

const readVarint = (bytes: Buffer, at: number): readonly [number, number] => {
  let value = 0;
  for (let shift = 0; shift < 63; shift += 7) {
    const byte = bytes[at] ?? 0;
    at += 1;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  return [value, at];
};

/** Where a block lies, and where its place was read up to. */
const readHandle = (bytes: Buffer, at: number): readonly [number, number, number] => {
  const [offset, after] = readVarint(bytes, at);
  const [size, end] = readVarint(bytes, after);
  return [offset, size, end];
};

const readBlock = (bytes: Buffer, offset: number, size: number): Buffer | null => {
  if (offset + size + 1 > bytes.length) return null;
  const inside = bytes.subarray(offset, offset + size);
  return bytes[offset + size] === 1 ? unsnap(inside) : inside;
};

/** Null when it is no such table. What is in a block and cannot be read is left out. */
export const readTable = (bytes: Buffer): readonly Buffer[] | null => {
  if (bytes.length < footerBytes || !bytes.subarray(-8).equals(magic)) return null;
  const footer = bytes.length - footerBytes;
  const [, , afterMeta] = readHandle(bytes, footer);
  const [indexAt, indexSize] = readHandle(bytes, afterMeta);
  const index = readBlock(bytes, indexAt, indexSize);
  if (index === null || index.length < 4) return null;
  const end = index.length - 4 * (index.readUInt32LE(index.length - 4) + 1);
  const blocks: Buffer[] = [];
  for (let at = 0; at < end; ) {
    const [, afterShared] = readVarint(index, at);
    const [unshared, afterUnshared] = readVarint(index, afterShared);
    const [valueSize, keyAt] = readVarint(index, afterUnshared);
    const [offset, size] = readHandle(index, keyAt + unshared);
    const block = readBlock(bytes, offset, size);
    if (block !== null) blocks.push(block);
    at = keyAt + unshared + valueSize;
  }
  return blocks.map(wholeKeys);
};

/** A key that begins as the one before it is written without that beginning: here it is written out. */
const wholeKeys = (block: Buffer): Buffer => {
  if (block.length < 4) return block;
  const end = block.length - 4 * (block.readUInt32LE(block.length - 4) + 1);
  const parts: Buffer[] = [block];
  let key = Buffer.alloc(0);
  for (let at = 0; at < end && at >= 0; ) {
    const [shared, afterShared] = readVarint(block, at);
    const [unshared, afterUnshared] = readVarint(block, afterShared);
    const [valueSize, keyAt] = readVarint(block, afterUnshared);
    if (keyAt + unshared + valueSize > block.length || shared > key.length) break;
    key = Buffer.concat([key.subarray(0, shared), block.subarray(keyAt, keyAt + unshared)]);
    if (shared > 0) parts.push(key);
    at = keyAt + unshared + valueSize;
  }
  return Buffer.concat(parts);
};
