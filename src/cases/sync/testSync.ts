/** Devices with a vault and a journal each, in memory, and a server between them. For tests only. */

import { setPlanField } from '../../plan/commands/wholePlan.ts';
import { createMemory, type Memory, memoryJournal } from '../../storage/memoryJournal.ts';
import { createMemorySession } from '../../vault/memorySession.ts';
import { memoryVaultStore } from '../../vault/memoryVaultStore.ts';
import { realRandom, unwrap } from '../../vault/testing.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import type { CaseDeps } from '../caseDeps.ts';
import { createCase } from '../createCase.ts';
import type { OpenCase } from '../openCase.ts';
import { testAuthor } from '../testCase.ts';
import { createTestTimers, type TestTimers } from '../testTimers.ts';
import { createEngine, type Engine, type EngineDeps } from './engine.ts';
import type { Relay } from './relay.ts';
import { makeRing } from './rings.ts';
import { keepRingUse, readRingUse } from './ringUse.ts';
import { memoryRemoval } from './testRemoval.ts';

export interface TestDevice {
  readonly session: VaultSession;
  readonly memory: Memory;
  readonly time: TestTimers;
  readonly engine: Engine;
  readonly engineDeps: EngineDeps;
  readonly caseDeps: CaseDeps;
}

export const createTestDevice = async (relay: Relay, name = 'Surfplatta'): Promise<TestDevice> => {
  const time = createTestTimers();
  const store = memoryVaultStore();
  const session = unwrap(await createMemorySession({ random: realRandom }, store));
  const memory = createMemory();
  const clock = { now: time.now, monotonic: time.now };
  const engineDeps: EngineDeps = {
    clock,
    random: realRandom,
    journal: memoryJournal(memory),
    session,
    relay,
    deviceName: () => name,
    removal: memoryRemoval(memory, store),
    serverName: 'server.test',
  };
  return {
    session,
    memory,
    time,
    engineDeps,
    engine: createEngine(engineDeps),
    caseDeps: {
      clock,
      random: realRandom,
      timers: time.timers,
      journal: memoryJournal(memory),
      locks: null,
      author: () => testAuthor,
      serverName: 'server.test',
    },
  };
};

/** As after a pairing: the other device has the ring's root. */
export const joinRing = async (from: TestDevice, to: TestDevice, ringId: string): Promise<void> => {
  const use = unwrap(await readRingUse(from.session, ringId));
  if (use === null) throw new Error('A ring for nothing.');
  const theirs = use.use === 'writers' ? { ...use, isOwn: false } : use;
  unwrap(await keepRingUse(to.session, ringId, theirs));
  const box = unwrap(await from.session.boxRoot(ringId, to.session.publicKey));
  unwrap(await to.session.keepRoot(unwrap(await to.session.openBoxedRoot(box))));
};

/** A plan, `Lars`, that the first device made and told the others of, as after a pairing of each. Nothing is synced yet. */
export const makeSharedCase = async (
  from: TestDevice,
  ...others: readonly TestDevice[]
): Promise<{ readonly first: OpenCase; readonly ringId: string }> => {
  const first = unwrap(
    await createCase(from.caseDeps, from.session, (doc, ctx) =>
      setPlanField(doc, ctx, { field: 'name', value: 'Lars' }),
    ),
  );
  const { caseId: ringId } = unwrap(
    await makeRing(from.engineDeps, { use: 'devices', caseId: null }),
  );
  for (const other of others) await joinRing(from, other, ringId);
  return { first, ringId };
};
