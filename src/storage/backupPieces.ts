/**
 * What the pieces of a backup file hold, version 1 (docs/backup-format.md). Everything is looked at before it is believed:
 * a file may come from anybody. A later version adds its own shapes here; these are never edited.
 */
import * as v from 'valibot';
import { maxRecordBytes } from '../protocol/limits.ts';
import { isDeviceId, isRecordId } from '../protocol/record.ts';
import type { Bytes } from '../shared/bytes.ts';
import type { BackupHead, BackupRecord, CaseRows, KeyRows } from './backupPort.ts';

/** What ought to be in the file: stands first and last, so that what is missing can be named. */
export interface BackupContents {
  readonly at: number;
  readonly vaults: number;
  readonly cases: readonly { readonly caseId: string; readonly records: number }[];
}

export type BackupPiece =
  | ({ readonly kind: 'contents' } & BackupContents)
  | ({ readonly kind: 'keys' } & KeyRows)
  | ({ readonly kind: 'case' } & CaseRows);

/** Null when it is no piece of ours. */
export const readPiece = (value: unknown): BackupPiece | null => {
  const read = v.safeParse(piece, value);
  return read.success ? read.output : null;
};

const bytes = (least: number, most: number) =>
  v.custom<Bytes>(
    (value) => value instanceof Uint8Array && value.length >= least && value.length <= most,
  );
/** 16 random bytes: vaults, cases and devices alike. */
const id = v.custom<string>(isDeviceId);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const epoch = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(2 ** 32));
const cost = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const wrapped = bytes(28, 1_024);
const sealedValue = bytes(28, maxRecordBytes);

const vault = v.object({
  vaultId: id,
  shortName: v.pipe(v.string(), v.maxLength(200)),
  publicKey: bytes(32, 32),
  password: v.object({
    salt: bytes(8, 64),
    memoryKiB: cost,
    iterations: cost,
    parallelism: cost,
    wrapped,
  }),
  reserve: v.object({ salt: bytes(8, 64), wrapped }),
  recovery: v.exactOptional(v.object({ publicKey: bytes(32, 32), box: wrapped })),
  attempts: v.object({ failed: count, lastAt: v.number() }),
});

const access = v.object({
  vaultId: id,
  caseId: id,
  epoch,
  state: v.picklist(['own', 'given']),
  sealed: wrapped,
  from: v.exactOptional(id),
  restored: v.exactOptional(v.literal(true)),
});

const record: v.GenericSchema<unknown, BackupRecord> = v.object({
  device: id,
  seq,
  bytes: bytes(0, maxRecordBytes),
});

const head: v.GenericSchema<unknown, BackupHead> = v.object({
  device: id,
  seq,
  id: v.custom<string>(isRecordId),
});

const piece = v.variant('kind', [
  v.object({
    kind: v.literal('contents'),
    at: count,
    vaults: count,
    cases: v.array(v.object({ caseId: id, records: count })),
  }),
  v.object({
    kind: v.literal('keys'),
    vaults: v.array(vault),
    sealed: v.array(
      v.object({
        vaultId: id,
        name: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]{1,60}$/)),
        bytes: sealedValue,
      }),
    ),
    access: v.array(access),
  }),
  v.object({
    kind: v.literal('case'),
    caseId: id,
    records: v.array(record),
    heads: v.array(head),
    card: v.nullable(sealedValue),
  }),
]);
