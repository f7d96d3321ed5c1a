/**
 * Schedules of two to five devices that write, sync, die, lose answers, remove and are removed, through a server that
 * may lose everything; and one that never had anything and must never get it. What was saved is remembered beside them
 * and held against what all read in the end. For tests only.
 */
import fc from 'fast-check';
import { addNote } from '../../plan/commands/addRows.ts';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import { casePrinted } from '../caseFacts.ts';
import { compactCase } from '../compactCase.ts';
import { type OpenCase, openCase } from '../openCase.ts';
import { rewriteCase } from '../rewriteCase.ts';
import { createTestTimers } from '../testTimers.ts';
import { readSettledUpTo } from './channelState.ts';
import { removeDevice } from './removeMember.ts';
import { toText } from './ringFacts.ts';
import { takeAwayCase } from './takeAwayCase.ts';
import { createTestServer } from './testRelay.ts';
import { caseDepsOf, type Mishap, noMishap, startDevice } from './testSyncDevice.ts';
import { type Deed, judgeSync, readNames, type SyncRun } from './testSyncJudge.ts';
import { mostDevices, type SyncWorld } from './testSyncWorld.ts';

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
  'takeAway',
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
  const run: SyncRun = {
    world,
    time: createTestTimers(),
    server: createTestServer(6),
    saved: [],
    removedNotes: new Set(),
    removedDevices: new Map(),
    takenAway: null,
  };
  const { time, server, saved, removedNotes, removedDevices } = run;
  const counts: Record<string, number> = {};
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
    const isWhole =
      done !== 'died' && [...done.channels.values()].every(({ trouble }) => trouble === null);
    if (place === 0 && isWhole && !mishap.isOffline) {
      for (const [taken, out] of removedDevices) {
        removedDevices.set(taken, { ...out, heardSince: out.heardSince ?? saved.length });
      }
    }
    return isWhole;
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
    const opened = run.takenAway === null ? await windowOf(0) : null;
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
        if (run.takenAway !== null) return;
        await closeWindow(0);
        await sync(0, noMishap);
        const { deps } = startDevice(first, server.relay, time, noMishap);
        const done = await removeDevice(deps, toText(disk.session.publicKey));
        if (done.ok) removedDevices.set(place, { since: saved.length, heardSince: null });
        return;
      }
      case 'takeAway': {
        // Seldom, so that most schedules go on; what two removals at once mean is not told here.
        if (n % 8 > 0 || run.takenAway !== null || removedDevices.size > 0) return;
        if (removedNotes.size > 0 || (counts['removals'] ?? 0) > 0) return;
        const keys = await disk.session.openCase(caseId);
        if (!keys.ok || keys.value.coming === true) return;
        await closeWindow(place);
        const { deps } = startDevice(disk, server.relay, time, noMishap);
        const known = await readNames(run, place);
        const done = await takeAwayCase(deps, caseId, false);
        if (done.ok) run.takenAway = { place, known };
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
        // Where it was kept, its channel is ended.
        isDone = ((await sync(place, noMishap)) || run.takenAway !== null) && isDone;
      }
      isDone &&= server.counts.frames === frames;
    }
    for (const place of removedDevices.keys()) await sync(place, noMishap);
    counts['frames'] = server.counts.frames;
    counts['snapshotsTaken'] = server.counts.snapshots;
    counts['framesAgain'] = server.counts.again;
    counts['saved'] = saved.length;
    counts['devicesRemoved'] = removedDevices.size;
    counts['takenAway'] = run.takenAway === null ? 0 : 1;
    const broken = await judgeSync(run, staying);
    return isDone ? broken : ['they do not come to rest', ...broken];
  }
};
