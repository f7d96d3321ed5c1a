/** How much an opener holds, against what they may. Read from the store now and then, and counted on in between. */
import type { Store, Usage } from '../store/store.ts';
import type { OpenerLimits, OpenPolicy } from './openPolicy.ts';
import { channelKey } from './peer.ts';

interface Known {
  channels: number;
  bytes: number;
  readonly limits: OpenerLimits;
  readonly at: number;
}

export interface Quotas {
  /** Whether so much more fits; then it is counted. */
  readonly take: (opener: Uint8Array, more: Usage) => Promise<boolean>;
}

/** How long a count is trusted. What was deleted is seen after it. */
const trustedMs = 10_000;
const maxKnown = 10_000;

export const createQuotas = (
  store: Pick<Store, 'usage'>,
  policy: OpenPolicy,
  now: () => number,
): Quotas => {
  const known = new Map<string, Known>();

  const load = async (key: string, opener: Uint8Array): Promise<Known> => {
    const [usage, limits] = await Promise.all([store.usage(opener), policy.limitsOf(opener)]);
    const counted = { ...usage, limits, at: now() };
    if (known.size >= maxKnown) known.clear();
    known.set(key, counted);
    return counted;
  };

  return {
    take: async (opener, more) => {
      const key = channelKey(opener);
      const old = known.get(key);
      const own = old !== undefined && now() - old.at < trustedMs ? old : await load(key, opener);
      if (own.channels + more.channels > own.limits.channels) return false;
      if (own.bytes + more.bytes > own.limits.bytes) return false;
      own.channels += more.channels;
      own.bytes += more.bytes;
      return true;
    },
  };
};
