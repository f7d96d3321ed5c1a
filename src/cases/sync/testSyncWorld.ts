/** The devices that every schedule of syncing begins with, paired and with one case; made once. For tests only. */
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import { createMemory } from '../../storage/memoryJournal.ts';
import { createMemorySession } from '../../vault/memorySession.ts';
import { createSnapshotStore } from '../../vault/snapshotStore.ts';
import { realRandom, unwrap } from '../../vault/testing.ts';
import { createCase } from '../createCase.ts';
import { createTestTimers } from '../testTimers.ts';
import { makeRing, welcomeMember } from './rings.ts';
import { keepRingUse } from './ringUse.ts';
import { createTestServer } from './testRelay.ts';
import {
  caseDepsOf,
  noMishap,
  startDevice,
  type TestDisk,
  withKeysKept,
} from './testSyncDevice.ts';

export const mostDevices = 5;

/** Devices that are made once: each schedule begins with them as they were. */
export interface SyncWorld {
  readonly disks: readonly TestDisk[];
  readonly stranger: TestDisk;
  readonly caseId: string;
  readonly ringId: string;
  readonly begin: () => void;
}

export const createSyncWorld = async (): Promise<SyncWorld> => {
  const time = createTestTimers();
  const keeps: (() => () => void)[] = [];
  const make = async (name: string): Promise<TestDisk> => {
    const { store, keep } = createSnapshotStore();
    keeps.push(keep);
    const session = unwrap(await createMemorySession({ random: realRandom }, store));
    return { name, store, memory: createMemory(), session: withKeysKept(session, store) };
  };
  const disks: TestDisk[] = [];
  for (let n = 0; n < mostDevices; n += 1) disks.push(await make(`Platta ${n + 1}`));
  const stranger = await make('Främling');
  const [first] = disks;
  if (first === undefined) throw new Error('No device.');
  const opened = unwrap(
    await createCase(caseDepsOf(first, time), first.session, (doc, ctx) =>
      setPlanField(doc, ctx, { field: 'name', value: 'Lars' }),
    ),
  );
  await opened.close();
  const { deps } = startDevice(first, createTestServer().relay, time, noMishap);
  const ring = unwrap(await makeRing(deps, { use: 'devices', caseId: null }));
  for (const disk of disks.slice(1)) {
    unwrap(await welcomeMember(deps, ring.caseId, disk.session.publicKey, disk.name));
    unwrap(await keepRingUse(disk.session, ring.caseId, { use: 'devices', caseId: null }));
    const box = unwrap(await first.session.boxRoot(ring.caseId, disk.session.publicKey));
    unwrap(await disk.session.keepRoot(unwrap(await disk.session.openBoxedRoot(box))));
  }
  const backs = keeps.map((keep) => keep());
  const kept = [...first.memory.cases].map(([id, held]) => [id, { ...held }] as const);
  return {
    disks,
    stranger,
    caseId: opened.caseId,
    ringId: ring.caseId,
    begin: () => {
      for (const back of backs) back();
      for (const { memory } of [...disks, stranger]) {
        memory.cases.clear();
        memory.windows.clear();
      }
      for (const [id, held] of kept) {
        first.memory.cases.set(id, { ...held, queue: Promise.resolve() });
      }
    },
  };
};
