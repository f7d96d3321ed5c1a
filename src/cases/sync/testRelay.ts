/** A server in memory, as the engine sees one. For tests only. */
import { type Bytes, base64UrlToBytes, bytesToBase64Url } from '../../shared/bytes.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { sha256 } from '../../vault/primitives.ts';
import { unpackEnd } from './farewell.ts';
import { tagOf } from './outbox.ts';
import type { ChannelPage, Relay, RelayError } from './relay.ts';

interface Channel {
  log: {
    readonly cursor: number;
    readonly bytes: Bytes;
    readonly tag: string;
    readonly id: string;
  }[];
  snapshotId: string | null;
  last: number;
  ended: boolean;
  readonly followers: Set<() => void>;
}

export interface TestServer {
  readonly channels: Map<string, Channel>;
  readonly relay: Relay;
  /** How many frames were taken, and how many of them a second time. */
  readonly counts: { frames: number; again: number; snapshots: number };
}

const newChannel = (): Channel => ({
  log: [],
  last: 0,
  snapshotId: null,
  ended: false,
  followers: new Set(),
});

const hashOf = async (bytes: Bytes): Promise<string> => bytesToBase64Url(await sha256(bytes));

/** `pageRecords`: how many records a page holds. */
export const createTestServer = (pageRecords = 3): TestServer => {
  const channels = new Map<string, Channel>();
  const counts = { frames: 0, again: 0, snapshots: 0 };
  const seen = new Set<string>();

  const find = (id: string): Result<Channel, RelayError> => {
    const channel = channels.get(id);
    if (channel === undefined) return err({ kind: 'noChannel' });
    return channel.ended ? err({ kind: 'ended' }) : ok(channel);
  };

  const pageOf = (channel: Channel, cursor: number): ChannelPage => {
    const after = channel.log.filter((entry) => entry.cursor > cursor);
    const records = after.slice(0, pageRecords);
    const more = after.length > records.length;
    return {
      from: cursor,
      next: more ? (records.at(-1)?.cursor ?? cursor) : channel.last,
      end: channel.last,
      more,
      snapshotId: channel.snapshotId === null ? null : base64UrlToBytes(channel.snapshotId),
      records: records.map(({ bytes }) => bytes),
      cursors: records.map(({ cursor }) => cursor),
    };
  };

  const relay: Relay = {
    end: async (signed) => {
      const id = await hashOf(unpackEnd(signed).publicKey);
      // Of one that never was a tombstone is left too: its `open` may still be under way.
      const channel = channels.get(id) ?? newChannel();
      channels.set(id, channel);
      channel.ended = true;
      channel.log = [];
      for (const tell of channel.followers) tell();
      return ok(undefined);
    },
    link: ({ channelId }) => ({
      open: async () => {
        const known = channels.get(channelId);
        if (known?.ended === true) return err({ kind: 'ended' });
        if (known === undefined) channels.set(channelId, newChannel());
        return ok(undefined);
      },
      append: async ({ frameId, records }) => {
        const channel = find(channelId);
        if (!channel.ok) return channel;
        const frame = bytesToBase64Url(frameId);
        counts.frames += 1;
        if (seen.has(frame)) counts.again += 1;
        seen.add(frame);
        for (const bytes of records) {
          const tag = tagOf(bytes);
          // Before it has a cursor: nobody may read past one whose record is not there yet.
          const id = await hashOf(bytes);
          if (channel.value.log.some((entry) => entry.tag === tag)) continue;
          channel.value.last += 1;
          channel.value.log.push({ cursor: channel.value.last, bytes, tag, id });
        }
        for (const tell of [...channel.value.followers]) tell();
        const cursors = records.map(
          (bytes) => channel.value.log.find(({ tag }) => tag === tagOf(bytes))?.cursor ?? 0,
        );
        return ok(Math.max(...cursors));
      },
      read: async (cursor) => {
        const channel = find(channelId);
        return channel.ok ? ok(pageOf(channel.value, cursor)) : channel;
      },
      follow: (cursor, on) => {
        const channel = find(channelId);
        if (!channel.ok) {
          on.stopped(channel.error);
          return () => undefined;
        }
        let at = cursor;
        const tell = (): void => {
          if (channel.value.ended) {
            on.stopped({ kind: 'ended' });
            return;
          }
          for (let more = true; more; ) {
            const page = pageOf(channel.value, at);
            if (page.records.length > 0) void on.page(page);
            at = page.next;
            more = page.more;
          }
        };
        channel.value.followers.add(tell);
        tell();
        return () => channel.value.followers.delete(tell);
      },
      signal: async () => ok(undefined),
      /** What it takes the place of goes at once, where a real server waits seven days. */
      snapshot: async ({ parent, replaces, record }) => {
        const channel = find(channelId);
        if (!channel.ok) return channel;
        const { value } = channel;
        const named = parent === null ? null : bytesToBase64Url(parent);
        if (named !== value.snapshotId) {
          const present = value.snapshotId === null ? null : base64UrlToBytes(value.snapshotId);
          return err({ kind: 'staleParent', parent: present });
        }
        const id = await hashOf(record);
        const gone = new Set(replaces.map(bytesToBase64Url));
        value.log = value.log.filter((entry) => !gone.has(entry.id) && entry.id !== id);
        value.last += 1;
        value.log.push({ cursor: value.last, bytes: record, tag: tagOf(record), id });
        value.snapshotId = id;
        counts.snapshots += 1;
        for (const tell of [...value.followers]) tell();
        return ok(value.last);
      },
    }),
  };
  return { channels, relay, counts };
};
