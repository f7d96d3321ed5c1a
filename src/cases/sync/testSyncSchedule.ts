/**
 * Schedules of two to five devices that write, sync, die, lose answers, remove and are removed, through a server that
 * may lose everything; and one that never had anything and must never get it. What was saved is remembered beside them
 * and held against what all read in the end. For tests only.
 */
import fc from 'fast-check';
import { addNote } from '../../plan/commands/addRows.ts';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import { createMemory } from '../../storage/memoryJournal.ts';
import { createMemorySession } from '../../vault/memorySession.ts';
import { openRecord } from '../../vault/sealRecord.ts';
import { createSnapshotStore } from '../../vault/snapshotStore.ts';
import { realRandom, unwrap } from '../../vault/testing.ts';
import { casePrinted } from '../caseFacts.ts';
import { compactCase } from '../compactCase.ts';
import { createCase } from '../createCase.ts';
import { type OpenCase, openCase } from '../openCase.ts';
import { rewriteCase } from '../rewriteCase.ts';
import { createTestTimers } from '../testTimers.ts';
import { readSettledUpTo } from './channelState.ts';
import { readLate } from './lateRecords.ts';
import { removeDevice } from './removeMember.ts';
import { toText } from './ringFacts.ts';
import { makeRing, welcomeMember } from './rings.ts';
import { createTestServer, type TestServer } from './testRelay.ts';
import {
  caseDepsOf,
  type Mishap,
  noMishap,
  startDevice,
  type TestDisk,
  withKeysKept,
} from './testSyncDevice.ts';

export const moves = [
  'note',
  'fact',
  'set',
  'sync',
  'syncAndDie',
  'syncAndLose',
  'syncOffline',
  'join',
  'compact',
  'removeNotes',
  'removeDevice',
  'serverLoses',
  'serverForgets',
] as const;
export type SyncMove = (typeof moves)[number];

export interface SyncStep {
  readonly device: number;
  readonly move: SyncMove;
  readonly n: number;
}

const often: readonly SyncMove[] = ['note', 'note', 'fact', 'set', 'sync', 'sync', 'syncAndDie'];
const sometimes: readonly SyncMove[] = [
  ...often,
  'syncAndDie',
  'syncAndLose',
  'syncOffline',
  'join',
];
const weighted: readonly SyncMove[] = [...often, ...often, ...sometimes, ...sometimes, ...moves];

export const mostDevices = 5;

export const syncSchedules: fc.Arbitrary<readonly SyncStep[]> = fc
  .integer({ min: 2, max: mostDevices })
  .chain((count) =>
    fc.array(
      fc.record({
        device: fc.nat(count - 1),
        move: fc.constantFrom(...weighted),
        n: fc.nat(200),
      }),
      { minLength: 4, maxLength: 26, size: 'max' },
    ),
  );

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

interface Deed {
  readonly name: string;
  readonly kind: 'note' | 'fact';
  readonly place: number;
}

export interface SyncOutcome {
  readonly broken: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Runs one schedule to its end, with all who are not removed in reach of the server, and judges it. */
export const runSyncSchedule = async (
  world: SyncWorld,
  steps: readonly SyncStep[],
): Promise<SyncOutcome> => {
  world.begin();
  const { disks, caseId } = world;
  const count = Math.max(1, ...steps.map(({ device }) => device)) + 1;
  const time = createTestTimers();
  const server = createTestServer(6);
  const counts: Record<string, number> = {};
  const broken = new Set<string>();
  const saved: Deed[] = [];
  const removedNotes = new Set<string>();
  const removedDevices = new Map<number, number>();
  /** Who takes part: the others come when they are joined, or at the end. */
  const joined = new Set([0, 1]);
  const windows = new Map<number, OpenCase>();
  let named = 0;

  const add = (what: string, times = 1): void => {
    counts[what] = (counts[what] ?? 0) + times;
  };

  const closeWindow = async (place: number): Promise<void> => {
    windows.get(place)?.abandon();
    windows.delete(place);
  };

  const windowOf = async (place: number): Promise<OpenCase | null> => {
    const known = windows.get(place);
    if (known !== undefined) return known;
    const disk = disks[place];
    if (disk === undefined) return null;
    const opened = await openCase(caseDepsOf(disk, time), disk.session, caseId, { log: false });
    if (!opened.ok) return null;
    windows.set(place, opened.value);
    return opened.value;
  };

  const sync = async (place: number, mishap: Mishap): Promise<boolean> => {
    const disk = disks[place];
    if (disk === undefined) return false;
    await closeWindow(place);
    const { engine, died } = startDevice(disk, server.relay, time, mishap);
    const done = await Promise.race([engine.pass(), died]);
    if (done === 'died') add('kills');
    return done !== 'died' && [...done.channels.values()].every(({ trouble }) => trouble === null);
  };

  const write = async (place: number, kind: Deed['kind'] | 'set'): Promise<void> => {
    const opened = await windowOf(place);
    if (opened === null) return;
    named += 1;
    const name = `${kind}${named}`;
    const workspace = opened.workspace();
    if (kind === 'set') {
      await workspace.edit((doc, ctx) =>
        setPlanField(doc, ctx, { field: 'meetingPlace', value: name }),
      );
    } else if (kind === 'note') {
      const written = await workspace.edit((doc, ctx) => addNote(doc, ctx, { text: name }));
      if (written.ok) saved.push({ name, kind, place });
    } else {
      const written = await workspace.record((ctx) => casePrinted(ctx, 'plan'));
      if (written.ok) saved.push({ name: written.value.id, kind, place });
    }
  };

  const removeNotes = async (): Promise<void> => {
    const opened = await windowOf(0);
    const [disk] = disks;
    if (opened === null || disk === undefined) return;
    const { notes } = opened.workspace().state.plan;
    const { deps } = startDevice(disk, server.relay, time, noMishap);
    const done = await rewriteCase(caseDepsOf(disk, time), disk.session, deps.removal, opened, {
      scope: { scope: 'part', choice: 'individual' },
      keepsItem: ({ kind }) => kind !== 'note',
      keepsField: () => true,
      keepsFact: () => true,
    });
    if (!done.ok) return;
    add('removals');
    windows.set(0, done.value);
    for (const { text } of notes) removedNotes.add(text);
  };

  const take = async ({ device: place, move, n }: SyncStep): Promise<void> => {
    add(move);
    const disk = disks[place];
    if (disk === undefined || !joined.has(place)) {
      if (move === 'join') joined.add(place);
      return;
    }
    switch (move) {
      case 'note':
      case 'fact':
      case 'set':
        return write(place, move);
      case 'sync':
        await sync(place, noMishap);
        return;
      case 'syncAndDie':
        await sync(place, { ...noMishap, diesAfter: n % 70 });
        return;
      case 'syncAndLose':
        await sync(place, { ...noMishap, losesAnswers: 1 + (n % 3) });
        return;
      case 'syncOffline':
        await sync(place, { ...noMishap, isOffline: true });
        return;
      case 'join':
        return;
      case 'compact': {
        const keys = await disk.session.openCase(caseId);
        if (!keys.ok || keys.value.coming === true) return;
        const { journal, clock } = caseDepsOf(disk, time);
        const settledUpTo = (id: string) => readSettledUpTo(disk.session, id);
        const done = await compactCase({ journal, clock, settledUpTo }, keys.value, 2);
        if (done.ok) add('snapshots');
        return closeWindow(place);
      }
      case 'removeNotes':
        return removeNotes();
      case 'removeDevice': {
        const [first] = disks;
        if (place === 0 || removedDevices.size > 0 || first === undefined) return;
        await closeWindow(0);
        await sync(0, noMishap);
        const { deps } = startDevice(first, server.relay, time, noMishap);
        const done = await removeDevice(deps, toText(disk.session.publicKey));
        if (done.ok) removedDevices.set(place, saved.length);
        return;
      }
      case 'serverLoses':
        for (const channel of server.channels.values()) {
          const keep = n % (channel.log.length + 1);
          if (channel.ended) continue;
          channel.log = channel.log.slice(0, keep);
          channel.last = channel.log.at(-1)?.cursor ?? 0;
          if (!channel.log.some(({ id }) => id === channel.snapshotId)) channel.snapshotId = null;
        }
        return;
      case 'serverForgets':
        for (const [id, channel] of server.channels) if (!channel.ended) server.channels.delete(id);
        return;
    }
  };

  for (const step of steps) await take(step);
  return {
    counts,
    broken: await finish(),
  };

  /** All come together, but who was removed; then everybody reads. */
  async function finish(): Promise<readonly string[]> {
    const staying = Array.from({ length: count }, (_, place) => place).filter(
      (place) => !removedDevices.has(place),
    );
    for (const place of [...windows.keys()]) await closeWindow(place);
    let isDone = false;
    for (let round = 0; round < 12 && !isDone; round += 1) {
      const frames = server.counts.frames;
      isDone = round > 0;
      for (const place of staying) {
        isDone = (await sync(place, noMishap)) && isDone;
      }
      isDone &&= server.counts.frames === frames;
    }
    if (!isDone) broken.add('they do not come to rest');
    for (const place of removedDevices.keys()) await sync(place, noMishap);
    await judge(staying);
    return [...broken];
  }

  async function judge(staying: readonly number[]): Promise<void> {
    const readings: {
      readonly place: number;
      readonly look: string;
      readonly names: Set<string>;
    }[] = [];
    const late = new Set<string>();
    for (const place of staying) {
      const disk = disks[place];
      if (disk === undefined) continue;
      for (const each of unwrap(await readLate(disk.session, caseId))) {
        if (each.kind === 'fact') late.add(each.fact.id);
        else for (const word of each.words) late.add(word);
      }
      const opened = await windowOf(place);
      if (opened === null) {
        broken.add('somebody cannot open the case');
        continue;
      }
      const { plan, log, missingRecords, setAsideRecords } = opened.workspace().state;
      if (missingRecords.length > 0) broken.add('something is still missing');
      if (setAsideRecords.some(({ device }) => device !== null))
        broken.add('something is set aside');
      const names = [...plan.notes.map(({ text }) => text), ...log.map(({ fact }) => fact.id)];
      if (new Set(names).size < names.length) broken.add('something is there twice');
      readings.push({
        place,
        look: JSON.stringify([plan, log.map(({ fact }) => fact.id)]),
        names: new Set(names),
      });
      opened.abandon();
    }
    const [first] = readings;
    for (const { place, look, names } of readings) {
      if (look !== first?.look) broken.add('two readers read differently');
      for (const note of removedNotes) if (names.has(note)) broken.add('what was removed is back');
      for (const deed of saved) {
        const mayLack = removedNotes.has(deed.name) || late.has(deed.name);
        // Written on a device that was taken out: what had not come then stays there.
        if (names.has(deed.name) || mayLack || removedDevices.has(deed.place)) continue;
        broken.add(
          `a saved ${deed.kind} is lost on ${place === deed.place ? 'its' : 'another'} device`,
        );
      }
    }
    await judgeOutsiders(server);
  }

  /** Who was removed reads nothing that was written since; who never had anything has nothing. */
  async function judgeOutsiders({ channels }: TestServer): Promise<void> {
    for (const [place, since] of removedDevices) {
      const disk = disks[place];
      const opened = await windowOf(place);
      if (opened === null || disk === undefined) continue;
      const { plan, log } = opened.workspace().state;
      const names = new Set([
        ...plan.notes.map(({ text }) => text),
        ...log.map(({ fact }) => fact.id),
      ]);
      for (const deed of saved.slice(since)) {
        if (deed.place !== place && names.has(deed.name)) broken.add('who was removed got more');
      }
      opened.abandon();
    }
    const own = await world.stranger.session.listRoots();
    if (!own.ok || own.value.length > 0) broken.add('a stranger has a root');
    const outsiders = [...removedDevices.keys()].flatMap((place) => disks[place] ?? []);
    for (const disk of outsiders) {
      const keys = await disk.session.openCase(caseId);
      const inside = disks[0] && (await disks[0].session.openCase(caseId));
      if (!keys.ok) continue;
      if (!inside?.ok || keys.value.channelId === inside.value.channelId) {
        broken.add('who was removed has the present root');
        continue;
      }
      for (const { bytes } of channels.get(inside.value.channelId)?.log ?? []) {
        if ((await openRecord(keys.value, bytes)).ok) broken.add('who was removed can read');
      }
    }
    const tags = [...channels.values()].flatMap(({ log }) => log.map(({ tag }) => tag));
    if (new Set(tags).size < tags.length) broken.add('the server has something twice');
    counts['frames'] = server.counts.frames;
    counts['snapshotsTaken'] = server.counts.snapshots;
    counts['framesAgain'] = server.counts.again;
    counts['saved'] = saved.length;
    counts['devicesRemoved'] = removedDevices.size;
  }
};
