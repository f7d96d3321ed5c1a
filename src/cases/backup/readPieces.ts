/**
 * Walks through a backup file piece by piece. A piece that does not open is passed over: reading goes on where the file's
 * id next stands. Holds one piece at a time, whatever the size of the file.
 */
import {
  type BackupHeader,
  type BackupHeaderError,
  backupHeaderBytes,
  decodeBackupHeader,
  decodePieceHead,
  findPiece,
  maxBackupBytes,
  type PieceHead,
  pieceHeadBytes,
} from '../../protocol/backupFile.ts';
import { type Bytes, concatBytes } from '../../shared/bytes.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { BackupOpener } from '../../vault/sealBackup.ts';

/** Long work that a person watches and may break off. */
export interface Going {
  /** From 0 to 1. */
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

export const isAborted = ({ signal }: Going): boolean => signal?.aborted === true;

export interface PiecePlace extends PieceHead {
  /** Where the sealed part begins in the file. */
  readonly at: number;
}

export type FileError =
  | BackupHeaderError
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLarge' }
  /** The browser no longer gets at the file: moved, or not fetched from a cloud. */
  | { readonly kind: 'unreadable' };

const windowBytes = 1_048_576;
/** So many that do not open before one has: the password is wrong, and the rest need not be tried. */
const enoughClosed = 24;

export const readHeader = async (file: Blob): Promise<Result<BackupHeader, FileError>> => {
  if (file.size === 0) return err({ kind: 'empty' });
  const first = await slice(file, 0, backupHeaderBytes);
  const last = await slice(file, Math.max(0, file.size - backupHeaderBytes), file.size);
  if (first === null || last === null) return err({ kind: 'unreadable' });
  const head = decodeBackupHeader(first);
  // The same header stands at the end, for a file whose beginning is damaged.
  const found = head.ok || head.error.kind === 'newerVersion' ? head : decodeBackupHeader(last);
  if (!found.ok) return head.ok || found.error.kind !== 'notABackup' ? found : head;
  return file.size > maxBackupBytes ? err({ kind: 'tooLarge' }) : found;
};

export interface Walk {
  /** Of those that were found, how many opened. */
  readonly opened: number;
  readonly closed: number;
}

/** Calls with each piece that opens. */
export const walkPieces = async (
  file: Blob,
  opener: BackupOpener,
  take: (place: PiecePlace, body: Bytes) => void,
  going: Going,
): Promise<Result<Walk, { readonly kind: 'aborted' } | { readonly kind: 'unreadable' }>> => {
  let opened = 0;
  let closed = 0;
  let wasted = 0;
  let at = backupHeaderBytes;
  const { fileId } = opener.header;
  // A file made to waste time names more than it has.
  while (at < file.size && wasted < 2 * file.size + maxWaste) {
    if (isAborted(going)) return err({ kind: 'aborted' });
    going.onProgress?.(at / file.size);
    const head = await slice(file, at, at + pieceHeadBytes);
    if (head === null) return err({ kind: 'unreadable' });
    const piece = decodePieceHead(fileId, head);
    const from = at + pieceHeadBytes;
    if (piece !== null && from + piece.length <= file.size) {
      const place = { ...piece, at: from };
      const body = await openPiece(file, opener, place);
      if (!body.ok) return body;
      if (body.value !== null) {
        opened += 1;
        take(place, body.value);
        at = from + piece.length;
        continue;
      }
      closed += 1;
      wasted += piece.length;
      if (opened === 0 && closed >= enoughClosed) break;
    }
    const next = await findNext(file, fileId, at + 1);
    if (next === null) return err({ kind: 'unreadable' });
    if (next === -1) break;
    at = next;
  }
  going.onProgress?.(1);
  return ok({ opened, closed });
};

const maxWaste = 16_777_216;

/** Null when it does not open. */
export const openPiece = async (
  file: Blob,
  opener: BackupOpener,
  { at, length, index, last }: PiecePlace,
): Promise<Result<Bytes | null, { readonly kind: 'unreadable' }>> => {
  const sealed = await slice(file, at, at + length);
  if (sealed === null) return err({ kind: 'unreadable' });
  return ok(await opener.open({ index, last }, sealed));
};

/** Where the file's id next stands; -1 when it does not, null when the file cannot be read. */
const findNext = async (file: Blob, fileId: Bytes, from: number): Promise<number | null> => {
  let rest: Bytes = new Uint8Array();
  for (let at = from; at < file.size; at += windowBytes) {
    const read = await slice(file, at, at + windowBytes);
    if (read === null) return null;
    const joined = concatBytes(rest, read);
    const found = findPiece(joined, fileId, 0);
    if (found !== -1) return at - rest.length + found;
    rest = joined.slice(-(fileId.length - 1));
  }
  return -1;
};

const slice = async (file: Blob, from: number, to: number): Promise<Bytes | null> => {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch {
    return null;
  }
};
