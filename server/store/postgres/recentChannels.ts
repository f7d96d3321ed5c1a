/** Channels as they were a moment ago, so that who writes one frame after the other is not looked up for each. */
import { keyOf } from '../keyOf.ts';
import type { Channel } from '../store.ts';

export interface RecentChannels {
  readonly get: (channelId: Uint8Array) => Channel | null;
  readonly keep: (channels: readonly Channel[]) => void;
}

const trustedMs = 1_000;
const mostChannels = 10_000;

export const createRecentChannels = (
  now: () => number = () => performance.now(),
): RecentChannels => {
  const kept = new Map<string, { readonly channel: Channel; readonly at: number }>();
  return {
    get: (channelId) => {
      const found = kept.get(keyOf(channelId));
      return found !== undefined && now() - found.at < trustedMs ? found.channel : null;
    },
    keep: (channels) => {
      if (kept.size + channels.length > mostChannels) kept.clear();
      const at = now();
      for (const channel of channels) kept.set(keyOf(channel.id), { channel, at });
    },
  };
};
