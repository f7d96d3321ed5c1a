/** What a server keeps and answers, in memory, as docs/sync-protocol.md says. For tests only. */
import type {
  AppendMessage,
  ChannelUse,
  ClientMessage,
  FollowMessage,
  OpenMessage,
  PublishMessage,
  ReadMessage,
  SignalMessage,
  SnapshotMessage,
} from '../protocol/wire/clientMessage.ts';
import type { ErrorCode, WireError } from '../protocol/wire/errors.ts';
import { decodeFrame, isRecordOf } from '../protocol/wire/frame.ts';
import { encodePublication } from '../protocol/wire/publication.ts';
import type { PageItem, ServerMessage } from '../protocol/wire/serverMessage.ts';
import { type SignedMessage, signedPart } from '../protocol/wire/signedBytes.ts';
import { maxPageBytes } from '../protocol/wire/wireLimits.ts';
import { type Bytes, bytesEqual, bytesToBase64Url } from '../shared/bytes.ts';
import { sha256 } from '../vault/primitives.ts';
import { isSignedBy } from '../vault/signing.ts';
import type { ChannelPage } from './syncPort.ts';

export interface TestChannel {
  readonly id: string;
  readonly channelId: Bytes;
  readonly use: ChannelUse;
  readonly readTokenHash: Bytes;
  items: PageItem[];
  end: number;
  snapshotId: Bytes | null;
  /** Record ids that the present snapshot takes the place of. */
  replaced: readonly string[];
}

/** An answer without the number of what it answers. */
export type Answer = ServerMessage extends infer M
  ? M extends { readonly request: number }
    ? Omit<M, 'request'>
    : never
  : never;

export interface Grown {
  readonly answer: Answer;
  /** Grew by this, or is gone; to be told to those who follow. */
  readonly channel?: TestChannel;
  readonly isEnded?: true;
}

const no = (
  code: Exclude<
    ErrorCode,
    'tooFast' | 'full' | 'busy' | 'unknownVersion' | 'staleParent' | 'oldNumber'
  >,
): Grown => ({
  answer: { is: 'error', error: { code } },
});

const noBut = (error: WireError): Grown => ({ answer: { is: 'error', error } });

export interface TestChannels {
  readonly open: Map<string, TestChannel>;
  readonly gone: Map<string, 'ended' | 'aged'>;
  /** Codes that may open; null lets anybody. */
  invitations: Set<string> | null;
  readonly answer: (message: ClientMessage, serverName: string) => Promise<Grown>;
  readonly pageOf: (channel: TestChannel, cursor: number, maxBytes?: number) => ChannelPage;
  /** The channel, when it may be read with this. */
  readonly readable: (
    message: ReadMessage | FollowMessage | SignalMessage,
  ) => Promise<TestChannel | Grown>;
}

export const recordIdOf = async (record: Bytes): Promise<string> =>
  bytesToBase64Url(await sha256(record));

export const createTestChannels = (): TestChannels => {
  const open: TestChannels['open'] = new Map();
  const gone: TestChannels['gone'] = new Map();

  const find = (id: string): TestChannel | Grown => {
    const why = gone.get(id);
    return why === undefined ? (open.get(id) ?? no('noChannel')) : no(why);
  };

  const isSigned = async (message: SignedMessage, publicKey: Bytes, serverName: string) => {
    const body = signedPart(message);
    const signature = message.is === 'append' ? message.frame.slice(-64) : message.signature;
    return (
      body !== null && isSignedBy({ publicKey, method: message.is, body, serverName, signature })
    );
  };

  const add = (channel: TestChannel, kind: PageItem['kind'], bytes: Bytes): void => {
    channel.end += 1;
    channel.items.push({ cursor: channel.end, kind, bytes });
  };

  const cursorOf = async (channel: TestChannel, record: Bytes): Promise<number | null> =>
    channel.items.find((item) => bytesEqual(item.bytes, record))?.cursor ?? null;

  const openChannel = async (message: OpenMessage): Promise<Grown> => {
    const channelId = await sha256(message.publicKey);
    const id = bytesToBase64Url(channelId);
    const there = find(id);
    const { readTokenHash, use, credential } = message;
    if (!('answer' in there)) {
      const isSame = bytesEqual(there.readTokenHash, readTokenHash) && there.use === use;
      return isSame ? { answer: { is: 'opened' } } : no('conflict');
    }
    if (gone.has(id)) return there;
    if (channels.invitations?.has(new TextDecoder().decode(credential)) === false)
      return no('mayNotOpen');
    open.set(id, {
      id,
      channelId,
      use,
      readTokenHash,
      items: [],
      end: 0,
      snapshotId: null,
      replaced: [],
    });
    return { answer: { is: 'opened' } };
  };

  const append = async ({ frame }: AppendMessage): Promise<Grown> => {
    const read = decodeFrame(frame);
    if (!read.ok) return no(read.error.kind);
    const channel = find(await recordIdOf(read.value.publicKey));
    if ('answer' in channel) return channel;
    const { records } = read.value;
    const isOwn = records.every((record) => isRecordOf(record, channel.channelId));
    if (!isOwn || channel.use !== 'log') return no('wrongChannel');
    let cursor = 0;
    for (const record of records) {
      if ((await cursorOf(channel, record)) === null) add(channel, 'record', record);
      cursor = Math.max(cursor, (await cursorOf(channel, record)) ?? 0);
    }
    return { answer: { is: 'appended', cursor }, channel };
  };

  const snapshot = async (message: SnapshotMessage): Promise<Grown> => {
    const channel = find(await recordIdOf(message.publicKey));
    if ('answer' in channel) return channel;
    const { record, parent, replaces } = message;
    if (!isRecordOf(record, channel.channelId) || channel.use !== 'log') return no('wrongChannel');
    const id = await sha256(record);
    const present = channel.snapshotId;
    if (present === null || !bytesEqual(present, id)) {
      const isParent =
        parent === null ? present === null : present !== null && bytesEqual(parent, present);
      if (!isParent) return noBut({ code: 'staleParent', parent: present });
      add(channel, 'snapshot', record);
      channel.snapshotId = id;
      channel.replaced = replaces.map(bytesToBase64Url);
    }
    const cursor = (await cursorOf(channel, record)) ?? 0;
    return { answer: { is: 'snapshotted', cursor }, channel };
  };

  const publish = async (message: PublishMessage): Promise<Grown> => {
    const channel = find(await recordIdOf(message.publicKey));
    if ('answer' in channel) return channel;
    const bytes = encodePublication(message);
    if (bytes === null || channel.use !== 'share') return no('wrongChannel');
    const [present] = channel.items;
    const { number } = message;
    const isSame = present !== undefined && bytesEqual(present.bytes, bytes);
    if (!isSame && number <= channel.end) return noBut({ code: 'oldNumber', number: channel.end });
    channel.items = [{ cursor: number, kind: 'projection', bytes }];
    channel.end = number;
    return { answer: { is: 'published', number }, channel };
  };

  const end = async (publicKey: Bytes): Promise<Grown> => {
    const id = await recordIdOf(publicKey);
    const channel = open.get(id);
    if (gone.get(id) === 'aged') return no('aged');
    open.delete(id);
    // Also where no such channel was: its open may still be under way.
    gone.set(id, 'ended');
    const answer = { is: 'ended' } as const;
    return channel === undefined ? { answer } : { answer, channel, isEnded: true };
  };

  const signed = async (message: SignedMessage, serverName: string): Promise<Grown> => {
    const publicKey = message.is === 'append' ? message.frame.slice(0, 32) : message.publicKey;
    if (!(await isSigned(message, publicKey, serverName))) return no('badSignature');
    switch (message.is) {
      case 'open':
        return openChannel(message);
      case 'append':
        return append(message);
      case 'snapshot':
        return snapshot(message);
      case 'publish':
        return publish(message);
      case 'end':
        return end(message.publicKey);
    }
  };

  const readable: TestChannels['readable'] = async ({ channelId, readToken }) => {
    const channel = find(bytesToBase64Url(channelId));
    if ('answer' in channel) return channel;
    return bytesEqual(await sha256(readToken), channel.readTokenHash) ? channel : no('badToken');
  };

  const pageOf: TestChannels['pageOf'] = (channel, cursor, maxBytes = maxPageBytes) => {
    const after = channel.items.filter((item) => item.cursor > cursor);
    const items: PageItem[] = [];
    let bytes = 0;
    for (const item of after) {
      bytes += item.bytes.length;
      if (items.length > 0 && bytes > maxBytes) break;
      items.push(item);
    }
    const more = items.length < after.length;
    const { end, snapshotId } = channel;
    const next = more ? (items.at(-1)?.cursor ?? cursor) : Math.max(cursor, end);
    return { from: cursor, next, end, more, snapshotId, items };
  };

  const channels: TestChannels = {
    open,
    gone,
    invitations: null,
    readable,
    pageOf,
    answer: async (message, serverName) => {
      switch (message.is) {
        case 'open':
        case 'append':
        case 'snapshot':
        case 'publish':
        case 'end':
          return signed(message, serverName);
        case 'read': {
          const channel = await readable(message);
          if ('answer' in channel) return channel;
          const page = pageOf(channel, message.cursor, message.maxBytes);
          return { answer: { is: 'page', channelId: channel.channelId, ...page } };
        }
        default:
          return no('malformed');
      }
    },
  };
  return channels;
};
