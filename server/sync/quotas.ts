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
  /** Whether so much more fits. */
  readonly fits: (opener: Uint8Array, more: Usage) => Promise<boolean>;
  /** The same; then it is counted. */
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

  const countOf = async (opener: Uint8Array): Promise<Known> => {
    const key = channelKey(opener);
    const old = known.get(key);
    return old !== undefined && now() - old.at < trustedMs ? old : load(key, opener);
  };

  const isWithin = ({ channels, bytes, limits }: Known, more: Usage): boolean =>
    channels + more.channels <= limits.channels && bytes + more.bytes <= limits.bytes;

  return {
    fits: async (opener, more) => isWithin(await countOf(opener), more),
    take: async (opener, more) => {
      const own = await countOf(opener);
      if (!isWithin(own, more)) return false;
      own.channels += more.channels;
      own.bytes += more.bytes;
      return true;
    },
  };
};
