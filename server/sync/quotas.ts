/** How much an opener holds, against what they may. Read from the store now and then, and counted on in between. */

import { keyOf } from '../store/keyOf.ts';
import type { Store, Usage } from '../store/store.ts';
import type { OpenerLimits, OpenPolicy } from './openPolicy.ts';

interface Known {
  channels: number;
  bytes: number;
  readonly limits: OpenerLimits;
  readonly at: number;
}

/** At once where the opener's count is known; that is nearly always. */
type Soon<T> = T | Promise<T>;

export interface Quotas {
  /** Whether so much more fits. */
  readonly fits: (opener: Uint8Array, more: Usage) => Soon<boolean>;
  /** The same; then it is counted. */
  readonly take: (opener: Uint8Array, more: Usage) => Soon<boolean>;
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

  const withCount = <T>(opener: Uint8Array, work: (own: Known) => T): Soon<T> => {
    const key = keyOf(opener);
    const old = known.get(key);
    return old !== undefined && now() - old.at < trustedMs
      ? work(old)
      : load(key, opener).then(work);
  };

  const isWithin = ({ channels, bytes, limits }: Known, more: Usage): boolean =>
    channels + more.channels <= limits.channels && bytes + more.bytes <= limits.bytes;

  return {
    fits: (opener, more) => withCount(opener, (own) => isWithin(own, more)),
    take: (opener, more) =>
      withCount(opener, (own) => {
        if (!isWithin(own, more)) return false;
        own.channels += more.channels;
        own.bytes += more.bytes;
        return true;
      }),
  };
};
