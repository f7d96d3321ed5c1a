/**
 * Opens a backup file and finds out what is in it, what ought to be, and what is missing. Changes nothing on the device;
 * never throws, whatever the file holds.
 */
import { unpackBody } from '../../protocol/backupBody.ts';
import type { Bytes } from '../../shared/bytes.ts';
import type { Instant } from '../../shared/deps.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type BackupContents, type BackupPiece, readPiece } from '../../storage/backupPieces.ts';
import type { BackupHead, BackupRecord, CaseRows, KeyRows } from '../../storage/backupPort.ts';
import type { Argon2Dep } from '../../vault/argon2.ts';
import type { MissingCrypto } from '../../vault/errors.ts';
import { createBackupOpener } from '../../vault/sealBackup.ts';
import type { Secret } from '../../vault/secret.ts';
import type { AccessRow, VaultRow } from '../../vault/vaultStore.ts';
import {
  type FileError,
  type Going,
  openPiece,
  type PiecePlace,
  readHeader,
  walkPieces,
} from './readPieces.ts';

export interface BackedUpCase {
  readonly caseId: string;
  /** That can be read. */
  readonly records: number;
  /** That ought to be there and are not; null when the file no longer says. */
  readonly missing: number | null;
  /** Who has keys to it. */
  readonly vaultIds: readonly string[];
  readonly card: Bytes | null;
}

export interface OpenedBackup {
  /** When it was made; null when that part is damaged. */
  readonly at: Instant | null;
  /** Every piece is there and opens, and the counts hold. */
  readonly whole: boolean;
  readonly keys: KeyRows;
  readonly vaults: readonly VaultRow[];
  /** Of which something can be brought back. */
  readonly cases: readonly BackedUpCase[];
  /** Cases of which nothing is left, and records that they had. */
  readonly lost: { readonly cases: number; readonly records: number };
  /** Reads the rows of a case from the file; what no longer opens is left out. */
  readonly rowsOf: (caseId: string) => Promise<Result<CaseRows, { readonly kind: 'unreadable' }>>;
}

export type OpenBackupError =
  | FileError
  | MissingCrypto
  | { readonly kind: 'wrongPassword' }
  | { readonly kind: 'aborted' };

export const openBackup = async (
  deps: Argon2Dep,
  file: Blob,
  password: Secret,
  going: Going = {},
): Promise<Result<OpenedBackup, OpenBackupError>> => {
  const header = await readHeader(file);
  if (!header.ok) return header;
  const opener = await createBackupOpener(deps, header.value, password);
  if (!opener.ok) return opener;
  const found = createFound();
  const walk = await walkPieces(
    file,
    opener.value,
    (place, body) => found.take(place, readPiece(unpackBody(body))),
    going,
  );
  if (!walk.ok) return walk;
  if (walk.value.opened === 0) {
    return err({ kind: walk.value.closed > 0 ? 'wrongPassword' : 'damaged' });
  }
  const keys = found.keys();
  // Without keys to anything there is nothing that could be brought back.
  if (keys.vaults.length === 0) return err({ kind: 'damaged' });

  const rowsOf: OpenedBackup['rowsOf'] = async (caseId) => {
    const records: BackupRecord[] = [];
    const heads = new Map<string, BackupHead>();
    let card: Bytes | null = null;
    for (const place of found.placesOf(caseId)) {
      const body = await openPiece(file, opener.value, place);
      if (!body.ok) return body;
      const piece = body.value === null ? null : readPiece(unpackBody(body.value));
      if (piece?.kind !== 'case') continue;
      records.push(...piece.records);
      for (const head of piece.heads) {
        if (head.seq > (heads.get(head.device)?.seq ?? 0)) heads.set(head.device, head);
      }
      card ??= piece.card;
    }
    return ok({ caseId, records, heads: [...heads.values()], card });
  };

  const contents = found.contents();
  const cases = found.cases(keys.access, contents);
  const there = new Set(cases.map(({ caseId }) => caseId));
  const gone = (contents?.cases ?? []).filter(({ caseId }) => !there.has(caseId));
  return ok({
    at: contents?.at ?? null,
    whole:
      found.isComplete() &&
      contents !== null &&
      contents.vaults === keys.vaults.length &&
      gone.length === 0 &&
      cases.every(({ missing }) => missing === 0),
    keys,
    vaults: keys.vaults,
    cases,
    lost: { cases: gone.length, records: gone.reduce((sum, { records }) => sum + records, 0) },
    rowsOf,
  });
};

interface FoundCase {
  readonly places: PiecePlace[];
  records: number;
  card: Bytes | null;
}

/** What the pieces said, gathered while the file is walked through. Keys stand twice and are counted once. */
const createFound = () => {
  const seen = new Set<number>();
  const vaults = new Map<string, VaultRow>();
  const access = new Map<string, AccessRow>();
  const sealed = new Map<string, KeyRows['sealed'][number]>();
  const cases = new Map<string, FoundCase>();
  let contents: BackupContents | null = null;
  let end: number | null = null;
  let strange = false;

  const takeCase = (place: PiecePlace, rows: CaseRows): void => {
    const known = cases.get(rows.caseId) ?? { places: [], records: 0, card: null };
    known.places.push(place);
    known.records += rows.records.length;
    known.card ??= rows.card;
    cases.set(rows.caseId, known);
  };

  return {
    take: (place: PiecePlace, piece: BackupPiece | null): void => {
      if (seen.has(place.index)) return;
      seen.add(place.index);
      if (place.last) end = place.index;
      if (piece === null) strange = true;
      else if (piece.kind === 'contents') contents = piece;
      else if (piece.kind === 'case') takeCase(place, piece);
      else {
        for (const row of piece.vaults) vaults.set(row.vaultId, row);
        for (const row of piece.access) access.set(`${row.vaultId} ${row.caseId}`, row);
        for (const row of piece.sealed) sealed.set(`${row.vaultId} ${row.name}`, row);
      }
    },
    contents: (): BackupContents | null => contents,
    isComplete: (): boolean => !strange && end !== null && seen.size === end + 1,
    keys: (): KeyRows => ({
      vaults: [...vaults.values()],
      sealed: [...sealed.values()],
      access: [...access.values()],
    }),
    placesOf: (caseId: string): readonly PiecePlace[] => cases.get(caseId)?.places ?? [],
    cases: (keys: readonly AccessRow[], ought: BackupContents | null): readonly BackedUpCase[] => {
      const expected = new Map(ought?.cases.map((each) => [each.caseId, each.records]));
      const holders = new Map<string, string[]>();
      for (const { caseId, vaultId } of keys) {
        if (!vaults.has(vaultId)) continue;
        holders.set(caseId, [...(holders.get(caseId) ?? []), vaultId]);
      }
      return [...cases].flatMap(([caseId, { records, card }]) => {
        const vaultIds = holders.get(caseId) ?? [];
        const full = expected.get(caseId);
        const missing = full === undefined ? null : Math.max(0, full - records);
        return records === 0 || vaultIds.length === 0
          ? []
          : [{ caseId, records, missing, vaultIds, card }];
      });
    },
  };
};
