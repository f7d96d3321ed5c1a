/** Holds what was done in a schedule against what all read in the end. For tests only. */
import { openRecord } from '../../vault/sealRecord.ts';
import { unwrap } from '../../vault/testing.ts';
import { type OpenCase, openCase } from '../openCase.ts';
import type { TestTimers } from '../testTimers.ts';
import { readLate } from './lateRecords.ts';
import type { TestServer } from './testRelay.ts';
import { caseDepsOf } from './testSyncDevice.ts';
import type { SyncWorld } from './testSyncWorld.ts';

export interface Deed {
  readonly name: string;
  readonly kind: 'note' | 'fact';
  readonly place: number;
}

/** How much had been saved when a device was taken out, and when that had come to the server; null until it has. */
export interface TakenOut {
  readonly since: number;
  readonly heardSince: number | null;
}

/** On which device the whole case was taken away, and what was known there. */
export interface TakenAway {
  readonly place: number;
  readonly known: ReadonlySet<string>;
}

/** What has happened so far, beside what the devices have on their disks. */
export interface SyncRun {
  readonly world: SyncWorld;
  readonly server: TestServer;
  readonly time: TestTimers;
  readonly saved: Deed[];
  readonly removedNotes: Set<string>;
  readonly removedDevices: Map<number, TakenOut>;
  takenAway: TakenAway | null;
}

/** What can be told apart of what was written: notes, the place of the meeting, facts. */
export const readNames = async (run: SyncRun, place: number): Promise<ReadonlySet<string>> => {
  const opened = await openOn(run, place);
  if (opened === null) return new Set();
  const { plan, log } = opened.workspace().state;
  const { value, both } = plan.meeting.place;
  opened.abandon();
  return new Set([
    ...plan.notes.map(({ text }) => text),
    ...(value === null ? [] : [value]),
    ...both.map((write) => write.value),
    ...log.map(({ fact }) => fact.id),
  ]);
};

const openOn = async ({ world, time }: SyncRun, place: number): Promise<OpenCase | null> => {
  const disk = world.disks[place];
  if (disk === undefined) return null;
  const { caseId } = world;
  const opened = await openCase(caseDepsOf(disk, time), disk.session, caseId, { log: false });
  return opened.ok ? opened.value : null;
};

/** What is broken: nothing, when all is as it should be. `staying`: who was not taken out. */
export const judgeSync = async (
  run: SyncRun,
  staying: readonly number[],
): Promise<readonly string[]> => {
  const { world, saved, removedNotes, removedDevices, takenAway } = run;
  const { disks, caseId } = world;
  const broken = new Set<string>();
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
    const opened = await openOn(run, place);
    if (opened === null) {
      if (takenAway === null) broken.add('somebody cannot open the case');
      continue;
    }
    // What had not come to who took it away stays where it is, for a person.
    const isAllKnown = [...(await readNames(run, place))].every((name) =>
      takenAway?.known.has(name),
    );
    if (takenAway !== null && (place === takenAway.place || isAllKnown))
      broken.add('what was taken away is still there');
    const { plan, log, missingRecords, setAsideRecords } = opened.workspace().state;
    if (missingRecords.length > 0) broken.add('something is still missing');
    if (setAsideRecords.some(({ device }) => device !== null)) broken.add('something is set aside');
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
    if (look !== first?.look && takenAway === null) broken.add('two readers read differently');
    for (const note of removedNotes) if (names.has(note)) broken.add('what was removed is back');
    for (const deed of saved) {
      if (takenAway !== null && place !== deed.place) continue;
      const mayLack = removedNotes.has(deed.name) || late.has(deed.name);
      // Written on a device that was taken out: what had not come then stays there.
      if (names.has(deed.name) || mayLack || removedDevices.has(deed.place)) continue;
      broken.add(
        `a saved ${deed.kind} is lost on ${place === deed.place ? 'its' : 'another'} device`,
      );
    }
  }
  for (const each of await judgeOutsiders(run)) broken.add(each);
  return [...broken];
};

/** Who was removed reads nothing that was written since; who never had anything has nothing. */
const judgeOutsiders = async (run: SyncRun): Promise<ReadonlySet<string>> => {
  const { world, saved, removedDevices } = run;
  const { disks, caseId } = world;
  const { channels } = run.server;
  const broken = new Set<string>();
  for (const [place, { since, heardSince }] of removedDevices) {
    const opened = await openOn(run, place);
    if (opened === null) continue;
    const { plan, log } = opened.workspace().state;
    const names = new Set([
      ...plan.notes.map(({ text }) => text),
      ...log.map(({ fact }) => fact.id),
    ]);
    for (const [n, deed] of saved.entries()) {
      // Who took it out writes under new keys at once; the others when they can know.
      const isAfter = n >= (deed.place === 0 ? since : (heardSince ?? saved.length));
      if (isAfter && deed.place !== place && names.has(deed.name)) {
        broken.add('who was removed got more');
      }
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
  return broken;
};
