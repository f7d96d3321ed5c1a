/** One writer at a time in a case, over all windows of the device (Web Locks). */
import { err, ok, type Result } from '../shared/result.ts';

export interface JournalLock {
  /** Waits at most `waitMs` for the lock, then runs `work` under it. */
  hold<T>(
    caseId: string,
    waitMs: number,
    work: () => Promise<T>,
  ): Promise<Result<T, { readonly kind: 'busy' }>>;
}

export const webJournalLock = (locks: LockManager): JournalLock => ({
  hold: async (caseId, waitMs, work) => {
    let started = false;
    try {
      const value = await locks.request(
        `journal:${caseId}`,
        { signal: AbortSignal.timeout(waitMs) },
        () => {
          started = true;
          return work();
        },
      );
      return ok(value);
    } catch (error) {
      // Before the lock was given, the only thing that can be thrown is our own time limit.
      if (!started) return err({ kind: 'busy' });
      throw error;
    }
  },
});
