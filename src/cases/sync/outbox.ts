/** What of a journal the server has not taken yet, in frames. The rows of the journal are the outbox: nothing is kept twice. */
import { splitEnvelope } from '../../protocol/envelope.ts';
import { type Bytes, base64UrlToBytes, bytesToBase64Url } from '../../shared/bytes.ts';
import type { JournalRow } from '../../storage/journalPort.ts';
import type { CaseKeys } from '../../vault/caseKeys.ts';
import { openRow } from '../caseJournal.ts';
import { nobody } from '../keptApart.ts';
import { mostFrameBytes, mostRecords } from './relay.ts';

/** The end of a sealed record, enough to tell two of them apart. */
export const tagOf = (bytes: Bytes): string => bytesToBase64Url(bytes.slice(-24));

/** Whether a row belongs to the channel of these keys: not what is kept apart, nor what an older root sealed. */
export const isOfChannel = ({ channelId, epoch }: CaseKeys, row: JournalRow): boolean => {
  if (row.device === nobody) return false;
  const envelope = splitEnvelope(row.bytes);
  return (
    envelope.ok &&
    envelope.value.epoch === epoch &&
    bytesToBase64Url(envelope.value.channelId) === channelId
  );
};

/** A row of the case's own that these keys do not know: it was written anew since they were made. */
export const isOfPast = (keys: CaseKeys, row: JournalRow): boolean =>
  row.device !== nobody && !isOfChannel(keys, row);

export interface Outgoing {
  /** Every row up to here is in the channel. */
  readonly sentUpTo: number;
  /** The next to be sent, of one device; empty when nothing waits. */
  readonly next: readonly JournalRow[];
  /** How many wait, with those. */
  readonly waits: number;
}

/**
 * `rows`: those of the journal after `sentUpTo`, in their order. `inChannel`: tags of what is known to be there.
 */
export const nextOutgoing = (
  keys: CaseKeys,
  rows: readonly JournalRow[],
  sentUpTo: number,
  inChannel: ReadonlySet<string>,
): Outgoing => {
  const waiting = rows.filter((row) => isOfChannel(keys, row) && !inChannel.has(tagOf(row.bytes)));
  const [first] = waiting;
  if (first === undefined) {
    return { sentUpTo: Math.max(sentUpTo, ...rows.map(({ n }) => n)), next: [], waits: 0 };
  }
  const before = rows.filter(({ n }) => n < first.n).map(({ n }) => n);
  const next: JournalRow[] = [];
  let bytes = 0;
  for (const row of waiting) {
    bytes += row.bytes.length + 4;
    if (row.device !== first.device || next.length === mostRecords) break;
    if (bytes > mostFrameBytes && next.length > 0) break;
    next.push(row);
  }
  return { sentUpTo: Math.max(sentUpTo, ...before), next, waits: waiting.length };
};

/** Ids of records that a snapshot here has taken the place of: the channel needs them no more. */
const replacedIds = async (
  keys: CaseKeys,
  rows: readonly JournalRow[],
): Promise<ReadonlySet<string>> => {
  const records = await Promise.all(rows.map((row) => openRow(keys, row)));
  return new Set(
    records.flatMap((record) => (record.kind === 'open' ? (record.body.replaces ?? []) : [])),
  );
};

export interface OwnSnapshot {
  readonly id: Bytes;
  readonly replaces: readonly Bytes[];
}

/** Of the rows to be sent together, those before the first snapshot; or that one alone. */
export const upToSnapshot = async (
  keys: CaseKeys,
  rows: readonly JournalRow[],
): Promise<{ readonly rows: readonly JournalRow[]; readonly snapshot: OwnSnapshot | null }> => {
  const records = await Promise.all(rows.map((row) => openRow(keys, row)));
  const place = records.findIndex(
    (record) => record.kind === 'open' && record.body.kind === 'snapshot',
  );
  if (place !== 0) return { rows: place < 0 ? rows : rows.slice(0, place), snapshot: null };
  const [first] = records;
  const ids = first?.kind === 'open' ? [first.id, ...(first.body.replaces ?? [])] : [];
  const [id, ...replaces] = ids.flatMap((text) => base64UrlToBytes(text) ?? []);
  return {
    rows: rows.slice(0, 1),
    snapshot: id === undefined ? null : { id, replaces },
  };
};

/** Where others' records are to be sent again, not those that a snapshot here stands for. */
export const withoutReplaced = async (
  keys: CaseKeys,
  rows: readonly JournalRow[],
): Promise<readonly JournalRow[]> => {
  if (rows.every(({ device }) => device === keys.device)) return rows;
  const replaced = await replacedIds(keys, rows);
  if (replaced.size === 0) return rows;
  const records = await Promise.all(rows.map((row) => openRow(keys, row)));
  return rows.filter((_, place) => {
    const record = records[place];
    return record?.kind !== 'open' || !replaced.has(record.id);
  });
};
