/**
 * A server in memory that behaves as the real one, with the bytes of the wire between. For tests only, of this
 * folder and of all that sync; `testClient.ts` makes clients of it.
 */
import type {
  ClientMessage,
  FollowMessage,
  SignalMessage,
} from '../protocol/wire/clientMessage.ts';
import type { WireError } from '../protocol/wire/errors.ts';
import { decodeClientMessage, encodeServerMessage } from '../protocol/wire/messages.ts';
import type { ServerMessage } from '../protocol/wire/serverMessage.ts';
import { type Bytes, bytesToBase64Url } from '../shared/bytes.ts';
import type { OpenSocket } from './socket.ts';
import {
  type Answer,
  createTestChannels,
  recordIdOf,
  type TestChannel,
  type TestChannels,
} from './testChannels.ts';

export interface FakeServer {
  readonly serverName: string;
  readonly channels: TestChannels;
  readonly openSocket: OpenSocket;
  /** False: nobody gets through, and who is connected is not any more. */
  readonly setReachable: (isReachable: boolean) => void;
  /** Breaks every connection; the next try gets through. */
  readonly cut: () => void;
  /** The next `count` requests are done, and the connection breaks before their answer. */
  readonly loseAnswers: (count: number) => void;
  /** The next request of that kind is answered with this, and not done. */
  readonly refuseNext: (is: ClientMessage['is'], error: WireError) => void;
  /** Gone by age. */
  readonly age: (channelId: string) => void;
  /** Deletes what the present snapshot takes the place of, as a real one does after seven days. */
  readonly deleteReplaced: (channelId: string) => Promise<void>;
  /** All requests so far, by kind. */
  readonly asked: readonly ClientMessage['is'][];
  /** When nothing is under way any more. */
  readonly settled: () => Promise<void>;
}

interface Peer {
  readonly tell: (message: ServerMessage) => void;
  readonly close: () => void;
  /** Cursor up to which each followed channel has been sent. */
  readonly follows: Map<string, number>;
  readonly signalledAt: Map<string, number>;
}

export const createFakeServer = ({
  serverName = 'sip.example',
  now = Date.now,
  pageBytes = 1_048_576,
}: {
  serverName?: string;
  now?: () => number;
  pageBytes?: number;
} = {}): FakeServer => {
  const channels = createTestChannels();
  const peers = new Set<Peer>();
  const refusals: { readonly is: ClientMessage['is']; readonly error: WireError }[] = [];
  const asked: ClientMessage['is'][] = [];
  let isReachable = true;
  let answersToLose = 0;
  let work: Promise<void> = Promise.resolve();
  let underWay = 0;

  const later = (act: () => Promise<void> | void): void => {
    underWay += 1;
    work = work.then(act).finally(() => {
      underWay -= 1;
    });
  };

  const cut = (): void => {
    for (const peer of [...peers]) peer.close();
  };

  const tellFollowers = (channel: TestChannel, isEnded: boolean): void => {
    const { id, channelId } = channel;
    for (const peer of peers) {
      const cursor = peer.follows.get(id);
      if (cursor === undefined) continue;
      if (isEnded) {
        peer.follows.delete(id);
        peer.tell({ is: 'gone', request: 0, channelId, why: channels.gone.get(id) ?? 'ended' });
      } else {
        const page = channels.pageOf(channel, cursor);
        if (page.next === cursor) continue;
        peer.follows.set(id, page.next);
        peer.tell({ is: 'push', request: 0, channelId, ...page });
      }
    }
  };

  const follow = async (peer: Peer, message: FollowMessage): Promise<readonly Answer[]> => {
    const channel = await channels.readable(message);
    if ('answer' in channel) return [channel.answer];
    const { id, channelId } = channel;
    const answers: Answer[] = [];
    let { cursor } = message;
    for (let more = true; more; ) {
      const page = channels.pageOf(channel, cursor, pageBytes);
      answers.push({ is: 'page', channelId, ...page });
      cursor = page.next;
      more = page.more;
    }
    peer.follows.set(id, cursor);
    return answers;
  };

  const signal = async (peer: Peer, message: SignalMessage): Promise<Answer> => {
    const channel = await channels.readable(message);
    if ('answer' in channel) return channel.answer;
    const { id, channelId } = channel;
    const wait = (peer.signalledAt.get(id) ?? Number.NEGATIVE_INFINITY) + 2_000 - now();
    if (wait > 0) return { is: 'error', error: { code: 'tooFast', retryAfterMs: wait } };
    peer.signalledAt.set(id, now());
    for (const other of peers) {
      if (other === peer || !other.follows.has(id)) continue;
      other.tell({ is: 'signal', request: 0, channelId, signal: message.signal });
    }
    return { is: 'signalled' };
  };

  const answersTo = async (peer: Peer, message: ClientMessage): Promise<readonly Answer[]> => {
    const place = refusals.findIndex(({ is }) => is === message.is);
    const [refusal] = place < 0 ? [] : refusals.splice(place, 1);
    if (refusal !== undefined) return [{ is: 'error', error: refusal.error }];
    if (message.is === 'ping') return [{ is: 'pong', serverTime: now() }];
    if (message.is === 'follow') return follow(peer, message);
    if (message.is === 'signal') return [await signal(peer, message)];
    if (message.is === 'unfollow') {
      peer.follows.delete(bytesToBase64Url(message.channelId));
      return [{ is: 'unfollowed' }];
    }
    const { answer, channel, isEnded } = await channels.answer(message, serverName);
    if (channel !== undefined) tellFollowers(channel, isEnded === true);
    return [answer];
  };

  const take = async (peer: Peer, bytes: Bytes): Promise<void> => {
    const read = decodeClientMessage(bytes);
    if (!read.ok) {
      const { kind, request } = read.error;
      if (kind !== 'unknownVersion') peer.tell({ is: 'error', request, error: { code: kind } });
      peer.close();
      return;
    }
    const { message } = read.value;
    asked.push(message.is);
    const answers = await answersTo(peer, message);
    if (answersToLose > 0) {
      answersToLose -= 1;
      peer.close();
      return;
    }
    for (const answer of answers)
      peer.tell({ ...answer, request: message.request } as ServerMessage);
  };

  const openSocket: OpenSocket = ({ onMessage, onClose }) => {
    let isClosed = false;
    const close = (): void => {
      if (isClosed) return;
      isClosed = true;
      peers.delete(peer);
      later(onClose);
    };
    const peer: Peer = {
      close,
      follows: new Map(),
      signalledAt: new Map(),
      tell: (message) => {
        const bytes = encodeServerMessage(message);
        if (bytes === null) throw new Error(`The fake server made no ${message.is}.`);
        later(() => {
          if (!isClosed) onMessage(bytes);
        });
      },
    };
    if (isReachable) {
      peers.add(peer);
      peer.tell({
        is: 'welcome',
        request: 0,
        serverTime: now(),
        name: 'Provservern',
        limits: {
          frameBytes: 1_048_576,
          frameRecords: 64,
          pageBytes,
          followed: 1_000,
          signalGapMs: 2_000,
        },
        served: [1],
      });
    } else close();
    return {
      send: (bytes) => {
        if (!isClosed) later(() => take(peer, bytes));
      },
      close,
    };
  };

  return {
    serverName,
    channels,
    openSocket,
    asked,
    cut,
    setReachable: (next) => {
      isReachable = next;
      if (!next) cut();
    },
    loseAnswers: (count) => {
      answersToLose = count;
    },
    refuseNext: (is, error) => {
      refusals.push({ is, error });
    },
    age: (channelId) => {
      const channel = channels.open.get(channelId);
      if (channel === undefined) return;
      channels.open.delete(channelId);
      channels.gone.set(channelId, 'aged');
      tellFollowers(channel, true);
    },
    deleteReplaced: async (channelId) => {
      const channel = channels.open.get(channelId);
      if (channel === undefined) return;
      const ids = await Promise.all(channel.items.map(({ bytes }) => recordIdOf(bytes)));
      channel.items = channel.items.filter(
        (_, index) => !channel.replaced.includes(ids[index] ?? ''),
      );
    },
    settled: async () => {
      // Several turns of rest: what was answered may be asked anew.
      for (let rest = 0; rest < 5; rest += 1) {
        if (underWay > 0) rest = 0;
        await work;
        await new Promise((turn) => setTimeout(turn));
      }
    },
  };
};
