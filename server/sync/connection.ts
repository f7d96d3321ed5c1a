/** One WebSocket: counts before it decodes, decodes before it works, and answers each message with its number. */
import type { WebSocket } from 'ws';
import type { ClientMessage } from '../../src/protocol/wire/clientMessage.ts';
import {
  answerUnknownVersion,
  decodeClientMessage,
  encodeServerMessage,
  type MessageFault,
  plainVersion,
} from '../../src/protocol/wire/messages.ts';
import type { ServerMessage } from '../../src/protocol/wire/serverMessage.ts';
import {
  maxFrameBytes,
  maxFrameRecords,
  maxPageBytes,
  messageHeadBytes,
  signalGapMs,
} from '../../src/protocol/wire/wireLimits.ts';
import type { Bytes } from '../../src/shared/bytes.ts';
import type { Origin } from './address.ts';
import { type Buckets, takeFrom } from './buckets.ts';
import type { HalfMessage } from './halfMessages.ts';
import type { Peer } from './peer.ts';
import { follow, read, signal, unfollow } from './readDeeds.ts';
import { asBytes } from './signatures.ts';
import { busyFor, refuse, type SyncContext } from './syncContext.ts';
import { append, end, open, publish, snapshot } from './writeDeeds.ts';

export interface ConnectionOptions {
  readonly socket: WebSocket;
  readonly origin: Origin;
  readonly serverName: string | null;
  /** What people call this server. */
  readonly title: string;
  readonly addressBytes: Buckets;
  /** What has come of a message that is not whole. */
  readonly half: HalfMessage;
}

export interface Connection {
  /** Since the last look: whether anything was heard of it, and no message lies here half all the time. */
  readonly wasHeard: () => boolean;
  readonly ping: () => void;
  /** Nothing more is taken; what is in work is answered first. */
  readonly close: (code: number) => Promise<void>;
  readonly drop: () => void;
}

/** As RFC 6455 names them. */
const closeFor = { unknownVersion: 1002, text: 1003, faults: 1008 } as const;

export const createConnection = (
  context: SyncContext,
  { socket, origin, serverName, title, addressBytes, half }: ConnectionOptions,
): Connection => {
  const { limits, counts, now, versions } = context;
  const messages = { tokens: limits.messageBurst, at: now() };
  const messageRate = { perSecond: limits.messagesPerSecond, burst: limits.messageBurst };
  const faults = { tokens: limits.faults, at: now() };
  const faultRate = { perSecond: limits.faults / 60, burst: limits.faults };
  let version = plainVersion;
  let inWork = 0;
  let bytesInWork = 0;
  let isHeard = true;
  let isClosing = false;
  let turn: Promise<void> = Promise.resolve();
  let resting: (() => void) | null = null;

  const isOpen = (): boolean => socket.readyState === socket.OPEN;

  const sendBytes = (bytes: Bytes, done?: () => void): void => {
    if (!isOpen()) {
      done?.();
      return;
    }
    counts.bytesOut += bytes.length;
    socket.send(bytes, done);
    if (socket.bufferedAmount <= limits.buffered) return;
    counts.droppedSlow += 1;
    socket.terminate();
  };

  const send = (message: ServerMessage, done?: () => void): void => {
    if (message.is === 'error') counts.errors += 1;
    const bytes = encodeServerMessage(message, version, versions);
    if (bytes !== null) {
      sendBytes(bytes, done);
      return;
    }
    // What a version cannot say is a fault of this program.
    context.onFault(new Error(`${message.is} could not be written`));
    done?.();
  };

  const peer: Peer = {
    address: origin.address,
    isLoopback: origin.isLoopback,
    serverName,
    version: () => version,
    isOpen,
    send,
    sendBytes,
    sendAndWait: (message) => new Promise((resolve) => send(message, resolve)),
    inTurn: (work) => {
      const own = turn.then(work);
      turn = own.catch(() => {});
      return own;
    },
    follows: new Map(),
    signalled: new Map(),
  };

  const answer = (message: ClientMessage): ServerMessage | null | Promise<ServerMessage | null> => {
    switch (message.is) {
      case 'open':
        return open(context, peer, message);
      case 'append':
        return append(context, peer, message);
      case 'snapshot':
        return snapshot(context, peer, message);
      case 'publish':
        return publish(context, peer, message);
      case 'end':
        return end(context, peer, message);
      case 'read':
        return read(context, peer, message);
      case 'follow':
        return follow(context, peer, message);
      case 'unfollow':
        return unfollow(context, peer, message);
      case 'signal':
        return signal(context, peer, message);
      case 'ping':
        return { is: 'pong', request: message.request, serverTime: now() };
    }
  };

  const countFault = (): void => {
    counts.faults += 1;
    if (takeFrom(faults, faultRate, 1, now()) > 0) socket.close(closeFor.faults);
  };

  const isFault = (message: ServerMessage): boolean =>
    message.is === 'error' &&
    ['badSignature', 'wrongChannel', 'badToken', 'malformed'].includes(message.error.code);

  const isOver = (): boolean => inWork >= limits.inWork || bytesInWork >= limits.bytesInWork;

  const work = async (message: ClientMessage, size: number): Promise<void> => {
    inWork += 1;
    bytesInWork += size;
    if (isOver()) socket.pause();
    try {
      const said = await answer(message);
      if (said !== null) send(said);
      if (said !== null && isFault(said)) countFault();
    } catch (error) {
      context.onFault(error);
      send(refuse(message.request, { code: 'busy', retryAfterMs: busyFor }));
    }
    inWork -= 1;
    bytesInWork -= size;
    if (socket.isPaused && !isOver()) socket.resume();
    if (inWork === 0) resting?.();
  };

  const tellFault = (fault: MessageFault): void => {
    if (fault.kind === 'unknownVersion') {
      const bytes = answerUnknownVersion(fault.request, versions);
      if (bytes !== null) sendBytes(bytes);
      socket.close(closeFor.unknownVersion);
      return;
    }
    send(refuse(fault.request, { code: fault.kind }));
    countFault();
  };

  const receive = (bytes: Bytes): void => {
    counts.messages += 1;
    counts.bytesIn += bytes.length;
    const wait = Math.max(
      takeFrom(messages, messageRate, 1, now()),
      addressBytes.take(origin.address, bytes.length),
    );
    if (wait > 0) {
      const hasHead = bytes.length >= messageHeadBytes;
      const request = hasHead ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(2) : 0;
      send(refuse(request, { code: 'tooFast', retryAfterMs: wait }));
      countFault();
      return;
    }
    const decoded = decodeClientMessage(bytes, versions);
    if (!decoded.ok) {
      tellFault(decoded.error);
      return;
    }
    version = decoded.value.version;
    void work(decoded.value.message, bytes.length);
  };

  socket.on('message', (data, isBinary) => {
    isHeard = true;
    if (data instanceof Uint8Array) half.whole(data.length);
    if (isClosing) return;
    if (isBinary && data instanceof Uint8Array) receive(asBytes(data));
    else socket.close(closeFor.text);
  });
  socket.on('pong', (data) => {
    isHeard = true;
    half.between(data.length);
  });
  socket.on('ping', (data) => half.between(data.length));
  // Too long a message, a broken frame: ws closes by itself.
  socket.on('error', () => {});
  socket.once('close', () => {
    context.hub.leave(peer);
    half.gone();
    resting?.();
  });

  send({
    is: 'welcome',
    request: 0,
    serverTime: now(),
    name: title,
    limits: {
      frameBytes: maxFrameBytes,
      frameRecords: maxFrameRecords,
      pageBytes: maxPageBytes,
      followed: limits.followed,
      signalGapMs,
    },
    served: [...versions.keys()].sort((a, b) => a - b),
  });

  return {
    wasHeard: () => {
      const was = isHeard;
      isHeard = false;
      return !half.isStuck() && was;
    },
    ping: () => {
      if (isOpen()) socket.ping();
    },
    close: async (code) => {
      isClosing = true;
      if (inWork > 0 && isOpen()) {
        await new Promise<void>((resolve) => {
          resting = resolve;
        });
      }
      if (!isOpen()) return;
      const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
      socket.resume();
      socket.close(code);
      await closed;
    },
    drop: () => socket.terminate(),
  };
};
