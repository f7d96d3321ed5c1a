/** What two devices say to each other in a one-time channel, sealed like records of a case. */
import * as v from 'valibot';
import { type Bytes, bytesToText, textToBytes } from '../../../shared/bytes.ts';
import type { RandomDep } from '../../../shared/deps.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CaseKeys } from '../../../vault/caseKeys.ts';
import { openRecord, sealRecord } from '../../../vault/sealRecord.ts';
import type { ChannelLink, RelayError } from '../relay.ts';

const text = v.pipe(v.string(), v.maxLength(400));

/** Who somebody is, as the other is to be told. */
const partySchema = v.object({
  /** X25519 public key of the vault, base64url. */
  publicKey: text,
  deviceName: text,
  person: v.object({ name: text, function: text, unit: text }),
  organisation: v.object({
    name: text,
    /** Of its recovery key, where the server tells one; base64url. */
    key: v.nullable(text),
  }),
});

export type Party = v.InferOutput<typeof partySchema>;

const talkSchema = v.variant('is', [
  v.object({ is: v.literal('offer'), what: v.picklist(['device', 'case']), from: partySchema }),
  v.object({ is: v.literal('hello'), from: partySchema }),
  /** A ring's root, to the other's public key alone. */
  v.object({ is: v.literal('root'), box: text }),
  v.object({ is: v.literal('taken') }),
]);

export type Talk = v.InferOutput<typeof talkSchema>;

export interface Said {
  readonly talk: Talk;
  readonly isOwn: boolean;
}

export const say = async (
  deps: RandomDep,
  keys: CaseKeys,
  link: ChannelLink,
  seq: number,
  talk: Talk,
): Promise<Result<void, RelayError>> => {
  const sealed = await sealRecord(keys, {
    device: keys.device,
    seq,
    // Each says few things, and nobody asks in what order.
    prev: seq === 1 ? null : keys.channelId,
    seen: {},
    kind: 'fact',
    at: 0,
    payload: textToBytes(JSON.stringify(talk)),
  });
  if (!sealed.ok) return err({ kind: sealed.error.kind === 'locked' ? 'locked' : 'offline' });
  const sent = await link.append({
    frameId: deps.random.bytes(16),
    records: [sealed.value.bytes],
  });
  return sent.ok ? ok(undefined) : sent;
};

/** What cannot be read is passed over. */
export const hear = async (keys: CaseKeys, records: readonly Bytes[]): Promise<readonly Said[]> => {
  const opened = await Promise.all(records.map((bytes) => openRecord(keys, bytes)));
  return opened.flatMap((record): readonly Said[] => {
    if (!record.ok) return [];
    const talk = v.safeParse(talkSchema, parse(record.value.body.payload));
    if (!talk.success) return [];
    return [{ talk: talk.output, isOwn: record.value.body.device === keys.device }];
  });
};

const parse = (payload: Bytes): unknown => {
  try {
    return JSON.parse(bytesToText(payload));
  } catch {
    return null;
  }
};

/** All that was said. */
export const hearAll = async (
  keys: CaseKeys,
  link: ChannelLink,
): Promise<Result<readonly Said[], RelayError>> => {
  const said: Said[] = [];
  for (let cursor = 0; ; ) {
    const page = await link.read(cursor);
    if (!page.ok) return page;
    said.push(...(await hear(keys, page.value.records)));
    cursor = page.value.next;
    if (!page.value.more) return ok(said);
  }
};
