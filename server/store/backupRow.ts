/** One row of a backup as bytes and back: a line of JSON that says what it is, and the sealed bytes after it. */
import * as v from 'valibot';
import { base64UrlToBytes, bytesToBase64Url } from '../../src/shared/bytes.ts';
import { type BackupRow, openerBytes } from './store.ts';

export interface RowParts {
  readonly head: string;
  readonly bytes: Uint8Array;
}

const bytesOf = (length: number) =>
  v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const bytes = base64UrlToBytes(dataset.value);
      if (bytes !== null && bytes.length === length) return bytes;
      addIssue({ message: `${length} bytes are needed` });
      return NEVER;
    }),
  );

const id = bytesOf(32);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Of an invitation, as long as anybody may have written it. */
const label = v.pipe(v.string(), v.maxLength(1_000));
const why = v.picklist(['ended', 'aged']);

const heads = v.variant('is', [
  v.object({ is: v.literal('tombstone'), channelId: id, why, on: count }),
  v.object({
    is: v.literal('invite'),
    key: bytesOf(openerBytes),
    label,
    channels: count,
    bytes: count,
    madeOn: count,
    isRevoked: v.boolean(),
  }),
  v.object({
    is: v.literal('channel'),
    id,
    publicKey: id,
    readTokenHash: id,
    use: v.picklist(['log', 'share']),
    opener: bytesOf(openerBytes),
    openedOn: count,
    usedOn: count,
    end: count,
    snapshotId: v.nullable(id),
    bytes: count,
  }),
  v.object({
    is: v.literal('record'),
    channelId: id,
    cursor: count,
    id,
    kind: v.picklist(['record', 'snapshot']),
    replacedOn: v.nullable(count),
    /** Replaced and deleted: only its id is known. */
    isKnownOnly: v.boolean(),
  }),
  v.object({ is: v.literal('projection'), channelId: id, number: count }),
]);

const noBytes = new Uint8Array();

const toJson = (head: object): string =>
  JSON.stringify(head, (_name, value: unknown) =>
    value instanceof Uint8Array ? bytesToBase64Url(value) : value,
  );

export const rowToParts = (row: BackupRow): RowParts => {
  switch (row.is) {
    case 'tombstone':
      return { head: toJson({ is: row.is, ...row.tombstone }), bytes: noBytes };
    case 'invite':
      return { head: toJson({ is: row.is, ...row.invite }), bytes: noBytes };
    case 'channel':
      return { head: toJson({ is: row.is, ...row.channel }), bytes: noBytes };
    case 'record': {
      const { bytes, ...head } = row;
      return { head: toJson({ ...head, isKnownOnly: bytes === null }), bytes: bytes ?? noBytes };
    }
    case 'projection': {
      const { bytes, ...head } = row;
      return { head: toJson(head), bytes };
    }
  }
};

/** Null when it is none. */
export const partsToRow = ({ head, bytes }: RowParts): BackupRow | null => {
  let json: unknown;
  try {
    json = JSON.parse(head);
  } catch {
    return null;
  }
  const parsed = v.safeParse(heads, json);
  if (!parsed.success) return null;
  const { output } = parsed;
  switch (output.is) {
    case 'tombstone': {
      const { is, ...tombstone } = output;
      return { is, tombstone };
    }
    case 'invite': {
      const { is, ...invite } = output;
      return { is, invite };
    }
    case 'channel': {
      const { is, ...channel } = output;
      return { is, channel };
    }
    case 'record': {
      const { isKnownOnly, ...row } = output;
      return { ...row, bytes: isKnownOnly ? null : bytes };
    }
    case 'projection':
      return { ...output, bytes };
  }
};
