/**
 * The body of a record: what is inside the seal. Bytes in, bytes out, no keys (docs/sync-protocol.md).
 * Decoding never throws: bytes come from disks and from others.
 */
import type { Bytes } from '../shared/bytes.ts';
import type { Instant } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { bodyPrefixBytes, bodySteps, maxReplaced, maxSeenDevices } from './limits.ts';
import { isObject, type PaddingError, padBody, type TooLarge, unpadBody } from './paddedBody.ts';

/** `doc`: a Yjs update. `fact`: something that happened. `snapshot`: a whole document that replaces `doc` records. */
export type RecordKind = 'doc' | 'fact' | 'snapshot';

export interface RecordBody {
  /** 16 random bytes as base64url: who wrote, anew for each vault and case and after a restore. */
  readonly device: string;
  /** 1, 2, 3 … of that device in that case. */
  readonly seq: number;
  /** Id of that device's record before this one; null for its first. */
  readonly prev: string | null;
  /** Highest `seq` known of each other device when this was written. */
  readonly seen: Readonly<Record<string, number>>;
  readonly kind: RecordKind;
  readonly at: Instant;
  readonly payload: Bytes;
  /**
   * Only in a fact: of this device's own records before it, the first and last of those that the writer did not have
   * before their eyes; another window of the device had just written them.
   */
  readonly unseen?: readonly [number, number];
  /** Only in a snapshot: ids of the `doc` and `snapshot` records that it replaces. */
  readonly replaces?: readonly string[];
  /**
   * Only in a snapshot: of each device the numbers of its facts up to `seen`, as first and last of each run, rising. All
   * other numbers up to there are in the snapshot. Absent in those of older programs.
   */
  readonly facts?: Readonly<Record<string, readonly number[]>>;
}

interface BadHeader {
  readonly kind: 'badHeader';
  readonly field: string;
}

export type EncodeError = TooLarge | BadHeader;

export type DecodeError = PaddingError | BadHeader;

/** Padded bytes, ready to be sealed. Refuses what would not be read back. */
export const encodeBody = (body: RecordBody): Result<Bytes, EncodeError> => {
  const limit = (bodySteps.at(-1) ?? 0) - bodyPrefixBytes;
  if (body.payload.length > limit)
    return err({ kind: 'tooLarge', bytes: body.payload.length, limit });
  const { payload, ...header } = body;
  const bad = faultyField(header);
  if (bad !== null) return err({ kind: 'badHeader', field: bad });
  return padBody(inOrder(header), payload);
};

/** The body of opened bytes. Names in the header that are not known here are passed over. */
export const decodeBody = (bytes: Bytes): Result<RecordBody, DecodeError> => {
  const body = unpadBody(bytes);
  if (!body.ok) return body;
  const { header, payload } = body.value;
  if (header === null) return err({ kind: 'badHeader', field: 'header' });
  const bad = faultyField(header);
  if (bad !== null || !isHeader(header)) return err({ kind: 'badHeader', field: bad ?? 'header' });
  return ok({ ...inOrder(header), payload });
};

/** Its own names in a fixed order, so that the same body is the same bytes everywhere. */
const inOrder = (header: Header): Header => ({
  device: header.device,
  seq: header.seq,
  prev: header.prev,
  seen: header.seen,
  kind: header.kind,
  at: header.at,
  ...(header.unseen === undefined ? {} : { unseen: header.unseen }),
  ...(header.replaces === undefined ? {} : { replaces: header.replaces }),
  ...(header.facts === undefined ? {} : { facts: header.facts }),
});

// The last character has unused bits, which must be zero: two spellings of one id would be two devices.
const deviceIdShape = /^[A-Za-z0-9_-]{21}[AQgw]$/;
const recordIdShape = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** 16 bytes as base64url in its one canonical spelling. */
export const isDeviceId = (value: unknown): value is string =>
  typeof value === 'string' && deviceIdShape.test(value);

/** SHA-256 of the sealed bytes, as base64url in its one canonical spelling. */
export const isRecordId = (value: unknown): value is string =>
  typeof value === 'string' && recordIdShape.test(value);

type Header = Omit<RecordBody, 'payload'>;

const isPositive = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0;

/** The first name whose value does not hold, or null when all do. */
const faultyField = (header: Readonly<Record<string, unknown>>): keyof Header | null => {
  const { device, seq, prev, seen, kind, at, unseen, replaces, facts } = header;
  if (!isDeviceId(device)) return 'device';
  if (!isPositive(seq)) return 'seq';
  if (seq === 1 ? prev !== null : !isRecordId(prev)) return 'prev';
  if (!isObject(seen)) return 'seen';
  const others = Object.entries(seen);
  if (others.length > maxSeenDevices) return 'seen';
  if (!others.every(([id, last]) => isDeviceId(id) && id !== device && isPositive(last))) {
    return 'seen';
  }
  if (kind !== 'doc' && kind !== 'fact' && kind !== 'snapshot') return 'kind';
  if (typeof at !== 'number' || !Number.isSafeInteger(at) || at < 0) return 'at';
  if (unseen !== undefined && !(kind === 'fact' && isUnseen(unseen, seq))) return 'unseen';
  if (replaces !== undefined && !(kind === 'snapshot' && isReplaces(replaces))) return 'replaces';
  if (facts !== undefined && !(kind === 'snapshot' && isFacts(facts))) return 'facts';
  return null;
};

const isUnseen = (value: unknown, seq: number): boolean =>
  Array.isArray(value) && value.length === 2 && isRuns(value) && value[1] < seq;

const isReplaces = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= maxReplaced && value.every(isRecordId);

const isFacts = (value: unknown): boolean =>
  isObject(value) &&
  Object.keys(value).length <= maxSeenDevices + 1 &&
  Object.entries(value).every(([device, runs]) => isDeviceId(device) && isRuns(runs));

/** First and last of each run: at least one number each, and one left out between. */
const isRuns = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length % 2 === 0 &&
  value.every(
    (number, place) =>
      isPositive(number) && (place === 0 || number >= value[place - 1] + (place % 2 === 0 ? 2 : 0)),
  );

/** Says to the type checker what `faultyField` has just found. */
const isHeader = (header: object): header is Header => faultyField({ ...header }) === null;
