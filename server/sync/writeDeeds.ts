/** What changes a channel: each is checked whole before the store hears of it, and answered when it is on disk. */
import type {
  AppendMessage,
  EndMessage,
  OpenMessage,
  PublishMessage,
  SnapshotMessage,
} from '../../src/protocol/wire/clientMessage.ts';
import type { WireError } from '../../src/protocol/wire/errors.ts';
import { decodeFrame, isRecordOf } from '../../src/protocol/wire/frame.ts';
import { encodePublication } from '../../src/protocol/wire/publication.ts';
import type { ServerMessage } from '../../src/protocol/wire/serverMessage.ts';
import { type SignedMethod, signedPart } from '../../src/protocol/wire/signedBytes.ts';
import type { Bytes } from '../../src/shared/bytes.ts';
import { err, ok, type Result } from '../../src/shared/result.ts';
import { keyOf } from '../store/keyOf.ts';
import type { NewRecord, Outcome, Write } from '../store/store.ts';
import type { Peer } from './peer.ts';
import { asBytes, sha256 } from './signatures.ts';
import { busyFor, refusalToError, refuse, type SyncContext, todayOf } from './syncContext.ts';

type Done = Exclude<Outcome, { readonly is: 'refused' }>;

const fail = (code: 'badSignature' | 'wrongChannel' | 'wrongServer' | 'malformed') => err({ code });

const fullFor = 60_000;

const checkSignature = async (
  context: SyncContext,
  peer: Peer,
  method: SignedMethod,
  channelId: Bytes,
  { publicKey, signature }: { readonly publicKey: Bytes; readonly signature: Bytes },
  body: Bytes | null,
): Promise<Result<null, WireError>> => {
  const { serverName } = peer;
  if (serverName === null) return fail('wrongServer');
  if (body === null) return fail('malformed');
  const signed = { method, channelId, publicKey, body, signature, serverName };
  return (await context.signatures.isRight(signed)) ? ok(null) : fail('badSignature');
};

/**
 * Whether the channel is there, has room, and the message is signed. Looked at first and counted only when the signature
 * is right: whoever knows a public key could otherwise use up what its writer may do.
 */
const mayWrite = async (
  context: SyncContext,
  peer: Peer,
  method: SignedMethod,
  channelId: Bytes,
  message: { readonly publicKey: Bytes; readonly signature: Bytes },
  body: Bytes | null,
): Promise<Result<null, WireError>> => {
  const { channelWrites, quotas, limits } = context;
  const full = err({ code: 'full', retryAfterMs: fullFor } as const);
  const more = { channels: 0, bytes: body?.length ?? 0 };
  const key = keyOf(channelId);
  const early = channelWrites.look(key, 1);
  if (early > 0) return err({ code: 'tooFast', retryAfterMs: early });
  const found = await context.store.look(channelId);
  if (found.is === 'none') return err({ code: 'noChannel' });
  if (found.is === 'gone') return err({ code: found.why });
  const { opener, bytes } = found.channel;
  if (bytes + more.bytes > limits.channelBytes || !(await quotas.fits(opener, more))) return full;
  const right = await checkSignature(context, peer, method, channelId, message, body);
  if (!right.ok) return right;
  const retryAfterMs = channelWrites.take(key, 1);
  if (retryAfterMs > 0) return err({ code: 'tooFast', retryAfterMs });
  return (await quotas.take(opener, more)) ? ok(null) : full;
};

const commit = async (context: SyncContext, write: Write): Promise<Result<Done, WireError>> => {
  const written = await context.group.write(write);
  if (!written.ok) return err({ code: 'busy', retryAfterMs: busyFor });
  const outcome = written.value;
  return outcome.is === 'refused' ? err(refusalToError(outcome)) : ok(outcome);
};

/** Tells those who follow. */
const tell = (context: SyncContext, channelId: Bytes, outcome: Done): void => {
  if (outcome.is === 'published') context.hub.grew(channelId, outcome.fresh, null);
  else if (outcome.is === 'appended' || outcome.is === 'snapshotted') {
    const { fresh, snapshotId } = outcome;
    context.hub.grew(channelId, fresh, snapshotId === null ? null : asBytes(snapshotId));
  }
};

export const open = async (
  context: SyncContext,
  peer: Peer,
  message: OpenMessage,
): Promise<ServerMessage> => {
  const { request, credential, use } = message;
  // Copies: what is kept must not hold on to the memory of a whole message.
  const publicKey = new Uint8Array(message.publicKey);
  const readTokenHash = new Uint8Array(message.readTokenHash);
  const id = new Uint8Array(sha256(publicKey));
  const right = await checkSignature(context, peer, 'open', id, message, signedPart(message));
  if (!right.ok) return refuse(request, right.error);
  const found = await context.store.find(id);
  if (found.is === 'gone') return refuse(request, { code: found.why });
  let opener = found.is === 'channel' ? found.channel.opener : null;
  if (opener === null) {
    const asked = await context.policy.opener({ credential, isLoopback: peer.isLoopback });
    if (!asked.ok) return refuse(request, { code: 'mayNotOpen' });
    opener = asked.value;
    if (!(await context.quotas.take(opener, { channels: 1, bytes: 0 })))
      return refuse(request, { code: 'full', retryAfterMs: fullFor });
  }
  const channel = { id, publicKey, readTokenHash, use, opener };
  const done = await commit(context, { is: 'open', channel, today: todayOf(context) });
  return done.ok ? { is: 'opened', request } : refuse(request, done.error);
};

export const append = async (
  context: SyncContext,
  peer: Peer,
  { request, frame: bytes }: AppendMessage,
): Promise<ServerMessage> => {
  const frame = decodeFrame(bytes);
  if (!frame.ok) return refuse(request, { code: frame.error.kind });
  const { publicKey, records, signedPart: body } = frame.value;
  const channelId = sha256(publicKey);
  if (!records.every((record) => isRecordOf(record, channelId)))
    return refuse(request, { code: 'wrongChannel' });
  const right = await mayWrite(context, peer, 'append', channelId, frame.value, body);
  if (!right.ok) return refuse(request, right.error);
  const done = await commit(context, {
    is: 'append',
    channelId,
    records: records.map((record): NewRecord => ({ id: sha256(record), bytes: record })),
    today: todayOf(context),
  });
  if (!done.ok) return refuse(request, done.error);
  tell(context, channelId, done.value);
  return { is: 'appended', request, cursor: 'cursor' in done.value ? done.value.cursor : 0 };
};

export const snapshot = async (
  context: SyncContext,
  peer: Peer,
  message: SnapshotMessage,
): Promise<ServerMessage> => {
  const { request, record, parent, replaces } = message;
  const channelId = sha256(message.publicKey);
  if (!isRecordOf(record, channelId)) return refuse(request, { code: 'wrongChannel' });
  const body = signedPart(message);
  const right = await mayWrite(context, peer, 'snapshot', channelId, message, body);
  if (!right.ok) return refuse(request, right.error);
  const kept = new Uint8Array(record);
  const done = await commit(context, {
    is: 'snapshot',
    channelId,
    parent,
    replaces,
    record: { id: sha256(kept), bytes: kept },
    today: todayOf(context),
  });
  if (!done.ok) return refuse(request, done.error);
  tell(context, channelId, done.value);
  return { is: 'snapshotted', request, cursor: 'cursor' in done.value ? done.value.cursor : 0 };
};

export const publish = async (
  context: SyncContext,
  peer: Peer,
  message: PublishMessage,
): Promise<ServerMessage> => {
  const { request, number, projection } = message;
  const channelId = sha256(message.publicKey);
  if (!isRecordOf(projection, channelId)) return refuse(request, { code: 'wrongChannel' });
  const body = signedPart(message);
  const right = await mayWrite(context, peer, 'publish', channelId, message, body);
  if (!right.ok) return refuse(request, right.error);
  // With its signature: who follows must see that a writer signed it.
  const bytes = encodePublication(message);
  if (bytes === null || number === 0) return refuse(request, { code: 'malformed' });
  const today = todayOf(context);
  const done = await commit(context, { is: 'publish', channelId, number, bytes, today });
  if (!done.ok) return refuse(request, done.error);
  tell(context, channelId, done.value);
  context.deleted();
  return { is: 'published', request, number };
};

export const end = async (
  context: SyncContext,
  peer: Peer,
  message: EndMessage,
): Promise<ServerMessage> => {
  const { request } = message;
  const channelId = new Uint8Array(sha256(message.publicKey));
  const found = await context.store.find(channelId);
  if (found.is === 'none' && !peer.isLoopback) {
    const retryAfterMs = context.strangeEnds.take(peer.address, 1);
    if (retryAfterMs > 0) return refuse(request, { code: 'tooFast', retryAfterMs });
  }
  const right = await checkSignature(context, peer, 'end', channelId, message, signedPart(message));
  if (!right.ok) return refuse(request, right.error);
  const done = await commit(context, { is: 'end', channelId, today: todayOf(context) });
  if (!done.ok) return refuse(request, done.error);
  context.hub.gone(channelId, 'ended');
  context.deleted();
  return { is: 'ended', request };
};
