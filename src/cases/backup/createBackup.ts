/**
 * Makes one sealed file of everything on this device, and reads it back whole before it is said to be done. No vault is
 * opened for it: rows go in as they lie, sealed with their own keys (docs/decisions/0040, docs/backup-format.md).
 */
import { packBody } from '../../protocol/backupBody.ts';
import type { Bytes } from '../../shared/bytes.ts';
import type { ClockDep, Instant } from '../../shared/deps.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { BackupContents, BackupPiece } from '../../storage/backupPieces.ts';
import type { BackupStore, CaseRows, KeyRows } from '../../storage/backupPort.ts';
import type { MissingCrypto } from '../../vault/errors.ts';
import { judgePassword, type WeakPassword } from '../../vault/passwordPolicy.ts';
import { type BackupSealDeps, createBackupSealer } from '../../vault/sealBackup.ts';
import type { Secret } from '../../vault/secret.ts';
import type { StoreError } from '../../vault/vaultStore.ts';
import { openBackup } from './openBackup.ts';
import { type Going, isAborted } from './readPieces.ts';
import { takeAlong } from './takeAlong.ts';

export interface BackupDeps extends ClockDep, BackupSealDeps {}

export interface MadeBackup {
  readonly file: Blob;
  readonly at: Instant;
  readonly vaults: number;
  readonly cases: number;
  readonly records: number;
  /** Rows so damaged that nobody could read them back: all else is in the file. */
  readonly leftOut: number;
}

export type CreateBackupError =
  | StoreError
  | MissingCrypto
  | WeakPassword
  | { readonly kind: 'aborted' }
  /** It was written, but what was read back was not the same. Nothing is to be kept of it. */
  | { readonly kind: 'notWhole' };

/** About what a piece holds, in bytes: small enough that a damaged one takes little with it. */
const pieceBytes = 32_768;

/** Progress goes from 0 to 1; the second half is the reading back. */
export const createBackup = async (
  deps: BackupDeps,
  store: Pick<BackupStore, 'readAll'>,
  password: Secret,
  going: Going = {},
): Promise<Result<MadeBackup, CreateBackupError>> => {
  const strong = await judgePassword(password);
  if (!strong.ok) return strong;
  const rows = await store.readAll();
  if (!rows.ok) return rows;
  const sealer = await createBackupSealer(deps, password);
  if (!sealer.ok) return sealer;
  const { keys, cases, leftOut } = takeAlong(rows.value);
  const contents: BackupContents = {
    at: deps.clock.now(),
    vaults: keys.vaults.length,
    cases: cases.map(({ caseId, records }) => ({ caseId, records: records.length })),
  };
  const bodies = [...toPieces(contents, keys, cases)];
  const parts: Bytes[] = [sealer.value.header];
  for (const [index, body] of bodies.entries()) {
    if (isAborted(going)) return err({ kind: 'aborted' });
    const last = index === bodies.length - 1;
    parts.push(await sealer.value.seal({ index, last }, packBody(body)));
    going.onProgress?.((index + 1) / bodies.length / 2);
  }
  parts.push(sealer.value.header);
  const file = new Blob(parts, { type: 'application/octet-stream' });

  const back = await openBackup(deps, file, password, {
    ...(going.signal === undefined ? {} : { signal: going.signal }),
    onProgress: (part) => going.onProgress?.(0.5 + part / 2),
  });
  if (!back.ok) return err({ kind: back.error.kind === 'aborted' ? 'aborted' : 'notWhole' });
  const records = count(contents.cases);
  const read = back.value;
  const isWhole =
    read.whole &&
    read.at === contents.at &&
    read.vaults.length === contents.vaults &&
    read.cases.length === cases.length &&
    count(read.cases) === records;
  if (!isWhole) return err({ kind: 'notWhole' });
  const { at, vaults } = contents;
  return ok({ file, at, vaults, cases: cases.length, records, leftOut });
};

const count = (cases: readonly { readonly records: number }[]): number =>
  cases.reduce((sum, { records }) => sum + records, 0);

/** Says nothing about anybody. */
export const backupFileName = (date: string): string => `sip-sakerhetskopia-${date}.sip`;

/** What is in the file, and the keys without which nothing opens, stand at both ends. */
function* toPieces(
  contents: BackupContents,
  keys: KeyRows,
  cases: readonly CaseRows[],
): Generator<BackupPiece> {
  const keyPieces = [...toKeyPieces(keys)];
  yield { kind: 'contents', ...contents };
  yield* keyPieces;
  for (const rows of cases) yield* toCasePieces(rows);
  yield* keyPieces;
  yield { kind: 'contents', ...contents };
}

function* toKeyPieces({ vaults, sealed, access }: KeyRows): Generator<BackupPiece> {
  const none = { kind: 'keys', vaults: [], sealed: [], access: [] } as const;
  for (const group of inGroups(vaults, () => 1_024)) yield { ...none, vaults: group };
  for (const group of inGroups(access, () => 512)) yield { ...none, access: group };
  for (const group of inGroups(sealed, ({ bytes }) => bytes.length)) {
    yield { ...none, sealed: group };
  }
}

/** Heads go with every piece: a damaged one must not make a gap unseen. */
function* toCasePieces({ caseId, records, heads, card }: CaseRows): Generator<BackupPiece> {
  let isFirst = true;
  for (const group of inGroups(records, ({ bytes }) => bytes.length + 64)) {
    yield { kind: 'case', caseId, records: group, heads, card: isFirst ? card : null };
    isFirst = false;
  }
}

function* inGroups<Row>(rows: readonly Row[], sizeOf: (row: Row) => number): Generator<Row[]> {
  let group: Row[] = [];
  let size = 0;
  for (const row of rows) {
    if (group.length > 0 && size + sizeOf(row) > pieceBytes) {
      yield group;
      group = [];
      size = 0;
    }
    group.push(row);
    size += sizeOf(row);
  }
  if (group.length > 0) yield group;
}
