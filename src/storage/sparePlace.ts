/** A storage bucket of its own: in Chromium, where it is needed, and in no other browser yet. */
import type { SparePlace } from './spare.ts';

interface Buckets {
  readonly open: (name: string) => Promise<{ readonly indexedDB: IDBFactory }>;
  readonly delete: (name: string) => Promise<void>;
}

const bucketName = 'spare';

/** Null where the browser has no buckets. */
export const bucketPlace = (): SparePlace | null => {
  const { storageBuckets } = navigator as { readonly storageBuckets?: Buckets };
  if (storageBuckets === undefined) return null;
  return {
    open: async () => (await storageBuckets.open(bucketName)).indexedDB,
    remove: () => storageBuckets.delete(bucketName),
    hold: (work) => navigator.locks.request('sip-spare', work),
  };
};
