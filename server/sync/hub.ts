/**
 * Who follows what. A follower is first given what it lacks, page by page, and from then on each commit, encoded once for
 * all. None gets an item twice or misses one: each has its own cursor, and who is behind reads from the store.
 */
import { encodeServerMessage, type WireVersions } from '../../src/protocol/wire/messages.ts';
import type { PageItem, PushMessage } from '../../src/protocol/wire/serverMessage.ts';
import { maxPageBytes, maxPageItems } from '../../src/protocol/wire/wireLimits.ts';
import type { Bytes } from '../../src/shared/bytes.ts';
import { keyOf } from '../store/keyOf.ts';
import type { GoneWhy, Item, Page, Store } from '../store/store.ts';
import type { Peer } from './peer.ts';
import { asBytes } from './signatures.ts';

interface Follower {
  readonly peer: Peer;
  cursor: number;
  isLive: boolean;
  /** Something came while it was catching up. */
  isBehind: boolean;
  isStopped: boolean;
}

interface Followed {
  readonly channelId: Bytes;
  readonly followers: Set<Follower>;
}

export interface Hub {
  /** Gives pages with that request number until it has all, then pushes. A channel already followed begins anew. */
  readonly follow: (peer: Peer, request: number, channelId: Bytes, cursor: number) => void;
  readonly unfollow: (peer: Peer, channelId: Bytes) => void;
  /** A commit of this process. `fresh` rising and without gaps, as the store answered. */
  readonly grew: (channelId: Bytes, fresh: readonly Item[], snapshotId: Bytes | null) => void;
  /** A commit that is only known to have been. */
  readonly grewElsewhere: (channelId: Bytes) => void;
  readonly lookAtAll: () => void;
  readonly gone: (channelId: Bytes, why: GoneWhy) => void;
  /** To all followers but the one who sent it. */
  readonly signal: (channelId: Bytes, signal: Bytes, from: Peer | null) => void;
  readonly leave: (peer: Peer) => void;
  readonly counts: () => { readonly channels: number; readonly followers: number };
}

export const pageToWire = (channelId: Bytes, from: number, page: Page) => ({
  channelId,
  from,
  next: page.next,
  end: page.end,
  more: page.next < page.end,
  snapshotId: page.snapshotId === null ? null : asBytes(page.snapshotId),
  items: page.items.map(itemToWire),
});

const itemToWire = ({ cursor, kind, bytes }: Item): PageItem => ({
  cursor,
  kind,
  bytes: asBytes(bytes),
});

export const createHub = (
  store: Pick<Store, 'read' | 'find'>,
  versions: WireVersions,
  onFault: (error: unknown) => void,
): Hub => {
  const channels = new Map<string, Followed>();

  const remove = (key: string, follower: Follower): void => {
    follower.isStopped = true;
    const followed = channels.get(key);
    if (followed?.followers.delete(follower) && followed.followers.size === 0) channels.delete(key);
  };

  /** One page, and whether it was the last. Null where there is no such channel any more. */
  const givePage = async (
    follower: Follower,
    channelId: Bytes,
    request: number,
  ): Promise<boolean | null> => {
    const { peer, cursor } = follower;
    const page = await store.read(channelId, cursor, maxPageBytes, maxPageItems);
    if (page === null) return null;
    if (follower.isStopped) return true;
    const wire = pageToWire(channelId, cursor, page);
    if (request !== 0 || page.items.length > 0 || page.next > cursor) {
      await peer.sendAndWait(
        request === 0 ? { is: 'push', request, ...wire } : { is: 'page', request, ...wire },
      );
    }
    follower.cursor = page.next;
    return !wire.more;
  };

  const catchUp = async (
    key: string,
    follower: Follower,
    channelId: Bytes,
    request: number,
  ): Promise<void> => {
    follower.isLive = false;
    let asked = request;
    while (!follower.isStopped && follower.peer.isOpen()) {
      let isLast: boolean | null = null;
      follower.isBehind = false;
      await follower.peer.inTurn(async () => {
        isLast = follower.isStopped ? true : await givePage(follower, channelId, asked);
      });
      if (isLast === null) {
        const found = await store.find(channelId);
        if (!follower.isStopped && found.is === 'gone')
          follower.peer.send({ is: 'gone', request: 0, channelId, why: found.why });
        remove(key, follower);
        follower.peer.follows.delete(key);
        return;
      }
      if (!isLast) continue;
      // All that was asked for is given; what came meanwhile is told, not asked for.
      asked = 0;
      if (follower.isBehind) continue;
      follower.isLive = true;
      return;
    }
  };

  const start = (key: string, follower: Follower, channelId: Bytes, request: number): void => {
    catchUp(key, follower, channelId, request).catch((error: unknown) => {
      remove(key, follower);
      follower.peer.follows.delete(key);
      onFault(error);
      const busy = { code: 'busy', retryAfterMs: 1_000 } as const;
      follower.peer.send({ is: 'error', request, error: busy });
    });
  };

  const unfollow = (peer: Peer, channelId: Bytes): void => {
    const key = keyOf(channelId);
    peer.follows.get(key)?.();
    peer.follows.delete(key);
  };

  /** Encoded once for each version and place that followers are at; nearly always that is one. */
  const push = (key: string, followed: Followed, message: (from: number) => PushMessage | null) => {
    const encoded = new Map<string, Bytes | null>();
    for (const follower of followed.followers) {
      const { peer, cursor } = follower;
      if (!follower.isLive) {
        follower.isBehind = true;
        continue;
      }
      const version = peer.version();
      const name = `${version} ${cursor}`;
      let bytes = encoded.get(name);
      if (bytes === undefined) {
        const made = message(cursor);
        bytes = made === null ? null : encodeServerMessage(made, version, versions);
        encoded.set(name, bytes);
      }
      if (bytes === null) start(key, follower, followed.channelId, 0);
      else peer.sendBytes(bytes);
    }
  };

  return {
    follow: (peer, request, channelId, cursor) => {
      unfollow(peer, channelId);
      const key = keyOf(channelId);
      const followed = channels.get(key) ?? { channelId, followers: new Set<Follower>() };
      channels.set(key, followed);
      const follower = { peer, cursor, isLive: false, isBehind: false, isStopped: false };
      followed.followers.add(follower);
      peer.follows.set(key, () => remove(key, follower));
      start(key, follower, channelId, request);
    },
    unfollow,
    grew: (channelId, fresh, snapshotId) => {
      const key = keyOf(channelId);
      const followed = channels.get(key);
      const [first] = fresh;
      const last = fresh.at(-1);
      if (followed === undefined || first === undefined || last === undefined) return;
      const end = last.cursor;
      const items = fresh.map(itemToWire);
      const isNext = (from: number): boolean =>
        first.kind === 'projection' ? from < end : from === first.cursor - 1;
      push(key, followed, (from) =>
        isNext(from)
          ? {
              is: 'push',
              request: 0,
              channelId,
              from,
              next: end,
              end,
              more: false,
              snapshotId,
              items,
            }
          : null,
      );
      for (const follower of followed.followers)
        if (follower.isLive && isNext(follower.cursor)) follower.cursor = end;
    },
    grewElsewhere: (channelId) => {
      const key = keyOf(channelId);
      const followed = channels.get(key);
      if (followed !== undefined) push(key, followed, () => null);
    },
    lookAtAll: () => {
      for (const [key, followed] of channels) push(key, followed, () => null);
    },
    gone: (channelId, why) => {
      const followed = channels.get(keyOf(channelId));
      if (followed === undefined) return;
      channels.delete(keyOf(channelId));
      for (const follower of followed.followers) {
        follower.isStopped = true;
        follower.peer.follows.delete(keyOf(channelId));
        follower.peer.send({ is: 'gone', request: 0, channelId, why });
      }
    },
    signal: (channelId, signal, from) => {
      const followed = channels.get(keyOf(channelId));
      const message = { is: 'signal', request: 0, channelId, signal } as const;
      const encoded = new Map<number, Bytes | null>();
      for (const { peer, isStopped } of followed?.followers ?? []) {
        if (peer === from || isStopped) continue;
        const version = peer.version();
        const bytes = encoded.get(version) ?? encodeServerMessage(message, version, versions);
        encoded.set(version, bytes);
        if (bytes !== null) peer.sendBytes(bytes);
      }
    },
    leave: (peer) => {
      for (const stop of peer.follows.values()) stop();
      peer.follows.clear();
    },
    counts: () => {
      let followers = 0;
      for (const followed of channels.values()) followers += followed.followers.size;
      return { channels: channels.size, followers };
    },
  };
};
