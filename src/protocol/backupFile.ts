/**
 * The outside of a backup file (docs/backup-format.md): a header, sealed pieces, and the header once more.
 *
 *   header:  magic (8) ‖ version (1) ‖ Argon2id memory, passes, lanes (u32 each) ‖ salt (16) ‖ file id (16) ‖ CRC-32 (u32)
 *   piece:   file id (16) ‖ index (u32) ‖ last (1) ‖ length (u32) ‖ nonce (12) ‖ AES-256-GCM ciphertext and tag
 *
 * The file id before each piece is where reading goes on after a damaged one. Bytes in, bytes out, no keys; nothing
 * here throws on bytes from outside.
 */
import { type Bytes, concatBytes, textToBytes } from '../shared/bytes.ts';
import { crc32 } from '../shared/crc32.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { nonceBytes, tagBytes } from './limits.ts';

/** A higher one than ours is never guessed at. */
export const backupVersion = 0x01;

const magic = textToBytes('SIPKOPIA');
export const backupSaltBytes = 16;
export const backupFileIdBytes = 16;

export const backupHeaderBytes = 8 + 1 + 12 + backupSaltBytes + backupFileIdBytes + 4;
export const pieceHeadBytes = backupFileIdBytes + 4 + 1 + 4;

/** Of the sealed part: nonce, ciphertext and tag. Anything above is refused unread. */
export const maxPieceBytes = 2_097_152;
const leastPieceBytes = nonceBytes + tagBytes;

/** Anything larger is no backup of ours. */
export const maxBackupBytes = 2_147_483_648;

export interface BackupHeader {
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
  readonly salt: Bytes;
  /** 16 random bytes: names the file and stands before each piece. */
  readonly fileId: Bytes;
}

export type BackupHeaderError =
  /** Another kind of file. */
  | { readonly kind: 'notABackup' }
  | { readonly kind: 'newerVersion' }
  /** A backup, but bits of its header have changed. */
  | { readonly kind: 'damaged' };

export interface PieceHead {
  readonly index: number;
  readonly last: boolean;
  /** Of the sealed part that follows. */
  readonly length: number;
}

export const encodeBackupHeader = (header: BackupHeader): Bytes => {
  const { memoryKiB, iterations, parallelism, salt, fileId } = header;
  const body = concatBytes(
    magic,
    Uint8Array.of(backupVersion),
    u32(memoryKiB),
    u32(iterations),
    u32(parallelism),
    salt,
    fileId,
  );
  return concatBytes(body, u32(crc32(body)));
};

export const decodeBackupHeader = (bytes: Bytes): Result<BackupHeader, BackupHeaderError> => {
  if (!startsWith(bytes, magic)) return err({ kind: 'notABackup' });
  if (bytes.length !== backupHeaderBytes) return err({ kind: 'damaged' });
  const body = bytes.subarray(0, backupHeaderBytes - 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(backupHeaderBytes - 4) !== crc32(body)) return err({ kind: 'damaged' });
  if (bytes[8] !== backupVersion) return err({ kind: 'newerVersion' });
  return ok({
    memoryKiB: view.getUint32(9),
    iterations: view.getUint32(13),
    parallelism: view.getUint32(17),
    salt: bytes.slice(21, 21 + backupSaltBytes),
    fileId: bytes.slice(21 + backupSaltBytes, 21 + backupSaltBytes + backupFileIdBytes),
  });
};

/** What stands before the sealed part of a piece. */
export const encodePieceHead = (fileId: Bytes, { index, last, length }: PieceHead): Bytes =>
  concatBytes(fileId, u32(index), Uint8Array.of(last ? 1 : 0), u32(length));

/** Null where no piece of this file begins, or its lengths cannot be. */
export const decodePieceHead = (fileId: Bytes, bytes: Bytes): PieceHead | null => {
  if (bytes.length < pieceHeadBytes || !startsWith(bytes, fileId)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = bytes[backupFileIdBytes + 4] ?? 0;
  const length = view.getUint32(backupFileIdBytes + 5);
  if (last > 1 || length < leastPieceBytes || length > maxPieceBytes) return null;
  return { index: view.getUint32(backupFileIdBytes), last: last === 1, length };
};

/** What a piece is bound to, beside its key: the whole header, its place, and whether it is the last. */
export const pieceContext = (
  header: BackupHeader,
  { index, last }: Pick<PieceHead, 'index' | 'last'>,
): Bytes => concatBytes(encodeBackupHeader(header), u32(index), Uint8Array.of(last ? 1 : 0));

/** Where the file id next stands, from `from` on; -1 when it does not. */
export const findPiece = (bytes: Bytes, fileId: Bytes, from: number): number => {
  const [first = 0] = fileId;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (at + fileId.length > bytes.length) return -1;
    if (startsWith(bytes.subarray(at), fileId)) return at;
  }
  return -1;
};

const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  bytes.length >= start.length && start.every((byte, place) => bytes[place] === byte);

const u32 = (number: number): Bytes => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
};
