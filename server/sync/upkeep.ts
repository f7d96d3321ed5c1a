/** What is done now and then: forgetting what was deleted, retention, dropping who is not there any more. */
import { dayOf, type Store } from '../store/store.ts';

export interface UpkeepOptions {
  readonly store: Pick<Store, 'prune' | 'scrub'>;
  readonly now: () => number;
  readonly retentionDays: number | null;
  readonly onAged: (channelId: Uint8Array) => void;
  readonly onFault: (error: unknown) => void;
  /** Within a minute of a deletion no byte of it may be in the files. */
  readonly scrubAfterMs?: number;
}

export interface Upkeep {
  /** Something was deleted. */
  readonly deleted: () => void;
  readonly prune: () => Promise<void>;
  /** After what is under way; scrubs once more where something is due. */
  readonly stop: () => Promise<void>;
}

const hour = 3_600_000;
const retryMs = 5_000;

export const createUpkeep = (options: UpkeepOptions): Upkeep => {
  const { store, now, retentionDays, onAged, onFault, scrubAfterMs = 15_000 } = options;
  let timer: NodeJS.Timeout | null = null;
  let isDue = false;
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    running = running.then(work).catch(onFault);
    return running;
  };

  const scrub = async (): Promise<void> => {
    isDue = false;
    try {
      await store.scrub();
    } catch (error) {
      // As while a backup reads: again soon, until it is done.
      isDue = true;
      plan(retryMs);
      throw error;
    }
  };

  const plan = (after: number): void => {
    if (timer !== null || isStopped) return;
    timer = setTimeout(() => {
      timer = null;
      void inTurn(scrub);
    }, after);
    timer.unref();
  };

  const deleted = (): void => {
    isDue = true;
    plan(scrubAfterMs);
  };

  const prune = (): Promise<void> =>
    inTurn(async () => {
      const gone = await store.prune(dayOf(now()), retentionDays);
      for (const channelId of gone) onAged(channelId);
      deleted();
    });

  // A server that was killed may have left what it had deleted.
  deleted();
  const everyHour = setInterval(() => void prune(), hour);
  everyHour.unref();

  return {
    deleted,
    prune,
    stop: async () => {
      isStopped = true;
      clearInterval(everyHour);
      if (timer !== null) clearTimeout(timer);
      await running;
      if (isDue) await scrub().catch(onFault);
    },
  };
};
