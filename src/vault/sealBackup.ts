/**
 * The key of a backup file: its own password, stretched by Argon2id and derived once more with the file's id. Seals and
 * opens the pieces of one file; what is in them, and where they lie, it does not know (docs/backup-format.md).
 */
import {
  type BackupHeader,
  backupFileIdBytes,
  backupSaltBytes,
  encodeBackupHeader,
  encodePieceHead,
  maxPieceBytes,
  type PieceHead,
  pieceContext,
} from '../protocol/backupFile.ts';
import { type Bytes, concatBytes } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type Argon2Dep, defaultPasswordCost, type PasswordCost } from './argon2.ts';
import type { MissingCrypto } from './errors.ts';
import { keyInfos } from './keyInfos.ts';
import { needCrypto } from './needCrypto.ts';
import { derivePasswordKey } from './passwordKey.ts';
import { seal, unseal } from './primitives.ts';
import type { Secret } from './secret.ts';
import { isDearer } from './wrapVaultKey.ts';

/** More than this in a file from outside would hang or kill a tablet; it is not tried. */
const highestBackupCost: PasswordCost = { memoryKiB: 262_144, iterations: 10, parallelism: 4 };

export interface BackupSealDeps extends Argon2Dep, RandomDep {
  /** Only tests choose a lower one. */
  readonly passwordCost?: PasswordCost;
}

export interface BackupSealer {
  /** Stands first in the file, and last. */
  readonly header: Bytes;
  /** The whole piece, ready for the file. */
  readonly seal: (place: Pick<PieceHead, 'index' | 'last'>, body: Bytes) => Promise<Bytes>;
}

export interface BackupOpener {
  readonly header: BackupHeader;
  /** The sealed part of a piece; null when the password is wrong or a bit has changed. */
  readonly open: (place: Pick<PieceHead, 'index' | 'last'>, sealed: Bytes) => Promise<Bytes | null>;
}

/** For a new file. The password has been judged. */
export const createBackupSealer = async (
  deps: BackupSealDeps,
  password: Secret,
): Promise<Result<BackupSealer, MissingCrypto>> => {
  const header: BackupHeader = {
    ...(deps.passwordCost ?? defaultPasswordCost),
    salt: deps.random.bytes(backupSaltBytes),
    fileId: deps.random.bytes(backupFileIdBytes),
  };
  const key = await backupKey(deps, header, password);
  if (!key.ok) return key;
  return ok({
    header: encodeBackupHeader(header),
    seal: async (place, body) => {
      const sealed = await seal(deps, key.value, body, pieceContext(header, place));
      // Whoever packs a body keeps far below: what could not be read back is never written.
      if (sealed.length > maxPieceBytes) throw new RangeError('A piece is too large.');
      const head = { ...place, length: sealed.length };
      return concatBytes(encodePieceHead(header.fileId, head), sealed);
    },
  });
};

/** Whether the password is right shows only when a piece opens. */
export const createBackupOpener = async (
  deps: Argon2Dep,
  header: BackupHeader,
  password: Secret,
): Promise<Result<BackupOpener, MissingCrypto | { readonly kind: 'damaged' }>> => {
  if (isDearer(header, highestBackupCost)) return err({ kind: 'damaged' });
  const key = await backupKey(deps, header, password);
  if (!key.ok) return key;
  return ok({
    header,
    open: (place, sealed) => unseal(key.value, sealed, pieceContext(header, place)),
  });
};

const backupKey = async (
  deps: Argon2Dep,
  header: BackupHeader,
  password: Secret,
): Promise<Result<CryptoKey, MissingCrypto>> => {
  const able = needCrypto();
  if (!able.ok) return able;
  const use = { salt: header.fileId, info: keyInfos.backup };
  return derivePasswordKey(deps, password, header, use);
};
