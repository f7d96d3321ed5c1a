/** What reads a channel, or says something in it that is kept nowhere. All need its read token. */
import { timingSafeEqual } from 'node:crypto';
import type {
  FollowMessage,
  ReadMessage,
  SignalMessage,
  UnfollowMessage,
} from '../../src/protocol/wire/clientMessage.ts';
import type { WireError } from '../../src/protocol/wire/errors.ts';
import type { ServerMessage } from '../../src/protocol/wire/serverMessage.ts';
import { maxPageBytes, maxPageItems, signalGapMs } from '../../src/protocol/wire/wireLimits.ts';
import type { Bytes } from '../../src/shared/bytes.ts';
import { err, ok, type Result } from '../../src/shared/result.ts';
import { keyOf } from '../store/keyOf.ts';
import type { Channel } from '../store/store.ts';
import { pageToWire } from './hub.ts';
import type { Peer } from './peer.ts';
import { sha256 } from './signatures.ts';
import { refuse, type SyncContext, todayOf } from './syncContext.ts';

interface Asked {
  readonly channelId: Bytes;
  readonly readToken: Bytes;
}

const channelToRead = async (
  context: SyncContext,
  { channelId, readToken }: Asked,
): Promise<Result<Channel, WireError>> => {
  const found = await context.store.find(channelId);
  if (found.is === 'none') return err({ code: 'noChannel' });
  if (found.is === 'gone') return err({ code: found.why });
  if (!timingSafeEqual(sha256(readToken), found.channel.readTokenHash))
    return err({ code: 'badToken' });
  const today = todayOf(context);
  // A channel that is read is in use. Nobody waits for it.
  if (found.channel.usedOn < today)
    void context.group.write({ is: 'touch', channelId: new Uint8Array(channelId), today });
  return ok(found.channel);
};

export const read = async (
  context: SyncContext,
  peer: Peer,
  message: ReadMessage,
): Promise<ServerMessage | null> => {
  const { request, cursor } = message;
  const channelId = new Uint8Array(message.channelId);
  const channel = await channelToRead(context, message);
  if (!channel.ok) return refuse(request, channel.error);
  const maxBytes = Math.min(Math.max(message.maxBytes, 1), maxPageBytes);
  let isThere = true;
  await peer.inTurn(async () => {
    const page = await context.store.read(channelId, cursor, maxBytes, maxPageItems);
    isThere = page !== null;
    if (page === null) return;
    await peer.sendAndWait({ is: 'page', request, ...pageToWire(channelId, cursor, page) });
  });
  if (isThere) return null;
  const found = await context.store.find(channelId);
  return refuse(request, { code: found.is === 'gone' ? found.why : 'noChannel' });
};

export const follow = async (
  context: SyncContext,
  peer: Peer,
  message: FollowMessage,
): Promise<ServerMessage | null> => {
  const { request, cursor } = message;
  const channelId = new Uint8Array(message.channelId);
  const channel = await channelToRead(context, message);
  if (!channel.ok) return refuse(request, channel.error);
  const isKnown = peer.follows.has(keyOf(channelId));
  if (!isKnown && peer.follows.size >= context.limits.followed)
    return refuse(request, { code: 'full', retryAfterMs: 60_000 });
  if (!peer.isOpen()) return null;
  context.hub.follow(peer, request, channelId, cursor);
  // In work until its first page is given: who does not read cannot have ever more wait.
  await peer.inTurn(async () => {});
  return null;
};

export const unfollow = (
  context: SyncContext,
  peer: Peer,
  { request, channelId }: UnfollowMessage,
): ServerMessage => {
  context.hub.unfollow(peer, channelId);
  return { is: 'unfollowed', request };
};

export const signal = async (
  context: SyncContext,
  peer: Peer,
  message: SignalMessage,
): Promise<ServerMessage> => {
  const { request, channelId, signal: bytes } = message;
  const key = keyOf(channelId);
  const now = context.now();
  const wait = (peer.signalled.get(key) ?? Number.NEGATIVE_INFINITY) + signalGapMs - now;
  if (wait > 0) return refuse(request, { code: 'tooFast', retryAfterMs: Math.ceil(wait) });
  if (peer.signalled.size >= context.limits.followed) peer.signalled.clear();
  // Before anything is waited for: many may come at once.
  peer.signalled.set(key, now);
  const channel = await channelToRead(context, message);
  if (!channel.ok) {
    peer.signalled.delete(key);
    return refuse(request, channel.error);
  }
  const full = context.channelSignals.take(key, 1);
  if (full > 0) return refuse(request, { code: 'tooFast', retryAfterMs: full });
  context.hub.signal(channelId, bytes, peer);
  await context.store.relay(channelId, bytes);
  return { is: 'signalled', request };
};
