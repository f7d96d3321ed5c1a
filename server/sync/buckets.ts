/** Token buckets: so much in a second, and so much at once. One for each key, forgotten when it is full again. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

export interface Bucket {
  tokens: number;
  at: number;
}

/** Milliseconds to wait; 0 where it could be taken now. More than the whole burst needs a full bucket. */
const waitFor = (
  bucket: Bucket,
  { perSecond, burst }: Rate,
  amount: number,
  now: number,
): number => {
  const filled = bucket.tokens + (Math.max(0, now - bucket.at) * perSecond) / 1_000;
  bucket.tokens = Math.min(burst, filled);
  bucket.at = now;
  const lacking = Math.min(amount, burst) - bucket.tokens;
  return lacking <= 0 ? 0 : Math.ceil((lacking * 1_000) / perSecond);
};

/** Milliseconds to wait; 0 where it was taken. */
export const takeFrom = (bucket: Bucket, rate: Rate, amount: number, now: number): number => {
  const wait = waitFor(bucket, rate, amount, now);
  if (wait === 0) bucket.tokens -= Math.min(amount, rate.burst);
  return wait;
};

export interface Buckets {
  /** Milliseconds to wait; 0 where it was taken. */
  readonly take: (key: string, amount: number) => number;
  /** The same, and nothing is taken. */
  readonly look: (key: string, amount: number) => number;
  /** Forgets what is full again. */
  readonly sweep: () => void;
  readonly size: () => number;
}

export const createBuckets = (rate: Rate, now: () => number): Buckets => {
  const buckets = new Map<string, Bucket>();
  return {
    take: (key, amount) => {
      const at = now();
      const bucket = buckets.get(key) ?? { tokens: rate.burst, at };
      buckets.set(key, bucket);
      return takeFrom(bucket, rate, amount, at);
    },
    look: (key, amount) => {
      const bucket = buckets.get(key);
      return bucket === undefined ? 0 : waitFor(bucket, rate, amount, now());
    },
    sweep: () => {
      const fullAfter = (rate.burst * 1_000) / rate.perSecond;
      const at = now();
      for (const [key, bucket] of buckets) if (at - bucket.at > fullAfter) buckets.delete(key);
    },
    size: () => buckets.size,
  };
};
