/** A storage bucket of its own: in Chromium, where it is needed, and in no other browser yet. */
import type { SparePlace } from './spare.ts';

interface Buckets {
  readonly open: (name: string) => Promise<{ readonly indexedDB: IDBFactory }>;
  readonly delete: (name: string) => Promise<void>;
}

const bucketName = 'spare';

/** Chromium says "Unknown error" when files of a connection that was just closed are still being let go. */
const attempts = 5;
const pauseMs = 200;

/** Null where the browser has no buckets. */
export const bucketPlace = (): SparePlace | null => {
  const { storageBuckets } = navigator as { readonly storageBuckets?: Buckets };
  if (storageBuckets === undefined) return null;
  return {
    open: async () => (await storageBuckets.open(bucketName)).indexedDB,
    remove: async () => {
      for (let left = attempts - 1; ; left -= 1) {
        try {
          return await storageBuckets.delete(bucketName);
        } catch (error) {
          if (left === 0) throw error;
          await new Promise((resolve) => setTimeout(resolve, pauseMs));
        }
      }
    },
    hold: (work) => navigator.locks.request('sip-spare', work),
  };
};
