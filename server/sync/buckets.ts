/** Token buckets: so much in a second, and so much at once. One for each key, forgotten when it is full again. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

export interface Bucket {
  tokens: number;
  at: number;
}

/** Milliseconds to wait; 0 where it was taken. More than the whole burst is let through when the bucket is full. */
export const takeFrom = (bucket: Bucket, rate: Rate, amount: number, now: number): number => {
  const { perSecond, burst } = rate;
  bucket.tokens = Math.min(
    burst,
    bucket.tokens + (Math.max(0, now - bucket.at) * perSecond) / 1_000,
  );
  bucket.at = now;
  const needed = Math.min(amount, burst);
  if (bucket.tokens >= needed) {
    bucket.tokens -= needed;
    return 0;
  }
  return Math.ceil(((needed - bucket.tokens) * 1_000) / perSecond);
};

export interface Buckets {
  /** Milliseconds to wait; 0 where it was taken. */
  readonly take: (key: string, amount: number) => number;
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
    sweep: () => {
      const fullAfter = (rate.burst * 1_000) / rate.perSecond;
      const at = now();
      for (const [key, bucket] of buckets) if (at - bucket.at > fullAfter) buckets.delete(key);
    },
    size: () => buckets.size,
  };
};
