/**
 * Devices for schedules of syncing: each may die between any two steps, and begins again on what is on its disk. For tests
 * only.
 */

import { err } from '../../shared/result.ts';
import type { JournalPort } from '../../storage/journalPort.ts';
import { type Memory, memoryJournal } from '../../storage/memoryJournal.ts';
import type { MemoryVaultStore } from '../../vault/memoryVaultStore.ts';
import { realRandom } from '../../vault/testing.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import type { AccessRow, VaultStore } from '../../vault/vaultStore.ts';
import type { CaseDeps } from '../caseDeps.ts';
import { testAuthor } from '../testCase.ts';
import type { TestTimers } from '../testTimers.ts';
import { createEngine, type Engine, type EngineDeps } from './engine.ts';
import type { ChannelLink, Relay } from './relay.ts';
import { memoryRemoval } from './testRemoval.ts';

/** What stays when a device dies. */
export interface TestDisk {
  readonly name: string;
  readonly session: VaultSession;
  readonly store: MemoryVaultStore;
  readonly memory: Memory;
}

export interface Mishap {
  /** Dies after this many steps; null: it does not. */
  readonly diesAfter: number | null;
  /** This many of its next requests are done, and never answered. */
  readonly losesAnswers: number;
  readonly isOffline: boolean;
}

export const noMishap: Mishap = { diesAfter: null, losesAnswers: 0, isOffline: false };

export interface RunningDevice {
  readonly engine: Engine;
  readonly deps: EngineDeps;
  readonly died: Promise<'died'>;
}

const never = new Promise<never>(() => undefined);

/** A device that has just been started; everything it does passes a gate where it may die. */
export const startDevice = (
  disk: TestDisk,
  relay: Relay,
  time: TestTimers,
  mishap: Mishap,
): RunningDevice => {
  let left = mishap.diesAfter ?? Number.POSITIVE_INFINITY;
  let toLose = mishap.losesAnswers;
  let isDead = false;
  let die = (): void => undefined;
  const died = new Promise<'died'>((done) => {
    die = () => done('died');
  });

  /** One step; after the last one nothing is ever heard of again. */
  const step = async (): Promise<void> => {
    if (isDead) return never;
    left -= 1;
    if (left >= 0) return;
    isDead = true;
    die();
    return never;
  };

  const gated =
    <A extends readonly unknown[], T>(run: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      await step();
      const done = await run(...given);
      await step();
      return done;
    };

  /** As `gated`, over a network that may be away or swallow the answer. */
  const sent =
    <A extends readonly unknown[], T>(run: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T | ReturnType<typeof offline>> => {
      await step();
      if (mishap.isOffline) return offline();
      const done = await run(...given);
      await step();
      if (toLose === 0) return done;
      toLose -= 1;
      return offline();
    };

  const inner = memoryJournal(disk.memory);
  const journal: JournalPort = {
    ...inner,
    onGrown: () => () => undefined,
    readSince: gated(inner.readSince),
    append: async (caseId, since, prepare) => {
      await step();
      const done = await inner.append(caseId, since, prepare);
      await step();
      return done;
    },
  };
  const { session } = disk;
  const removal = memoryRemoval(disk.memory, disk.store);
  const deps: EngineDeps = {
    clock: { now: time.now, monotonic: time.now },
    random: realRandom,
    journal,
    session: {
      ...session,
      readValue: gated(session.readValue),
      writeValue: gated(session.writeValue),
      keepRoot: gated(session.keepRoot),
      rootArrived: gated(session.rootArrived),
      createRing: gated(session.createRing),
      listRoots: gated(session.listRoots),
    },
    removal: {
      removeCase: gated(removal.removeCase),
      rewriteCase: async (caseId, since, prepare) => {
        await step();
        const done = await removal.rewriteCase(caseId, since, prepare);
        await step();
        return done;
      },
    },
    relay: {
      end: sent(relay.end),
      link: (keys): ChannelLink => {
        const link = relay.link(keys);
        return {
          open: sent(link.open),
          append: sent(link.append),
          read: sent(link.read),
          snapshot: sent(link.snapshot),
          signal: link.signal,
          follow: () => () => undefined,
        };
      },
    },
    deviceName: () => disk.name,
    serverName: 'server.test',
  };
  return { engine: createEngine(deps), deps, died };
};

const offline = () => err({ kind: 'offline' } as const);

export const caseDepsOf = ({ memory }: TestDisk, time: TestTimers): CaseDeps => ({
  clock: { now: time.now, monotonic: time.now },
  random: realRandom,
  timers: time.timers,
  journal: memoryJournal(memory),
  locks: null,
  author: () => testAuthor,
  serverName: 'server.test',
});

/** Keys of a case are derived once for each access row: schedules are many, and deriving takes longer than most. */
export const withKeysKept = (session: VaultSession, store: VaultStore): VaultSession => {
  const kept = new Map<AccessRow, ReturnType<VaultSession['openCase']>>();
  return {
    ...session,
    openCase: async (caseId) => {
      const row = await store.getAccess(session.vaultId, caseId);
      if (!row.ok || row.value === null) return session.openCase(caseId);
      const known = kept.get(row.value) ?? session.openCase(caseId);
      kept.set(row.value, known);
      return known;
    },
  };
};
