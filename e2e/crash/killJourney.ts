/**
 * Kills at random moments of the whole journey, on one profile. After each: opened again, every plan opens, every
 * acknowledged word stands in it, and the moment's own promise holds.
 */
import { karin } from '../app.ts';
import type { EngineName } from '../driver/types.ts';
import { createChance } from './chance.ts';
import { layRows, readRows } from './deviceRows.ts';
import { Broken, compare, expectWorld } from './expected.ts';
import { createKilledDevice, unlockFast } from './killedDevice.ts';
import { killBackup, killRestore } from './moments/backup.ts';
import { killFreeze } from './moments/freeze.ts';
import { beginMeeting, killMeeting } from './moments/meeting.ts';
import { killMigration } from './moments/migration.ts';
import type { Death, Moment, Scene } from './moments/moment.ts';
import { killRemoveCase, killRemoveNotes, killWipe } from './moments/removal.ts';
import { killSnapshot } from './moments/snapshot.ts';
import { readDevice } from './readDevice.ts';
import { makeWorld } from './world.ts';

const onTheWay = {
  meeting: killMeeting,
  freeze: killFreeze,
  snapshot: killSnapshot,
  removeNotes: killRemoveNotes,
  removeCase: killRemoveCase,
  backup: killBackup,
} satisfies Record<string, Moment>;

const atTheEnd = {
  wipe: killWipe,
  migration: killMigration,
  restore: killRestore,
} satisfies Record<string, Moment>;

export type MomentName = keyof typeof onTheWay | keyof typeof atTheEnd;

export interface KillInput {
  readonly engine: EngineName;
  readonly seed: number;
  /** How many of each. */
  readonly moments: Readonly<Partial<Record<MomentName, number>>>;
}

/** `kills`, `kills: freeze`, `acknowledged: freeze` …, `words`, `letters`, `lost`. */
export type KillCounts = Readonly<Record<string, number>>;

export const killJourney = async ({ engine, seed, moments }: KillInput): Promise<KillCounts> => {
  const chance = createChance(seed);
  const world = await makeWorld(chance, {
    long: moments.snapshot ?? 0,
    withNotes: moments.removeNotes ?? 0,
    toRemove: moments.removeCase ?? 0,
  });
  const device = await createKilledDevice(engine, chance);
  const scene: Scene = {
    device,
    world,
    expected: expectWorld(world.all),
    compacted: new Set(),
    pace: 1,
  };
  const counts: Record<string, number> = { kills: 0, lost: 0, unopenable: 0, words: 0, letters: 0 };
  const add = (name: string, more = 1): void => {
    counts[name] = (counts[name] ?? 0) + more;
  };

  const die = async (name: MomentName, kill: Moment): Promise<void> => {
    const place = `Seed ${seed}, ${engine}, kill ${counts['kills']}, ${name}`;
    try {
      const death = await kill(scene);
      await examine(scene, death);
      add('kills');
      add(`kills: ${death.moment}`);
      if (death.acknowledged) add(`acknowledged: ${death.moment}`);
    } catch (error) {
      throw new Error(`${place}: ${String(error)}`, { cause: error });
    }
  };

  try {
    await layRows(await device.goAside(), world.rows);
    if ((moments.meeting ?? 0) > 0) await beginMeeting(scene);
    for (const name of shuffled(moments, onTheWay, chance.below)) await die(name, onTheWay[name]);
    const { caseId, words: before } = world.meeting;
    const written = [...(scene.expected.get(caseId)?.words ?? [])];
    const whole = written.filter(
      (words) =>
        !before.includes(words) &&
        !written.some((other) => other !== words && other.startsWith(words)),
    );
    add('words', whole.length);
    add('letters', whole.join('').length);
    for (const name of ['wipe', 'migration', 'restore'] as const)
      for (let nth = 0; nth < (moments[name] ?? 0); nth += 1) await die(name, atTheEnd[name]);
    return counts;
  } finally {
    await device.end();
  }
};

/** What **Lås upp** takes where nothing else is running. */
const quietUnlockMs = 600;

/** Opened again: what lies on the disk first, then what the person sees. */
const examine = async (scene: Scene, death: Death): Promise<void> => {
  const { device } = scene;
  if (death.lookAside !== undefined) await death.lookAside(await device.goAside());
  const page = await device.goTo(death.way);
  await page.waitUntil(() => document.querySelector('h1') !== null, [], { timeout: 30_000 });
  const rows = await readRows(page);
  const found = rows === null ? new Map() : await readDevice(rows, karin.password);
  try {
    compare(scene.expected, found);
  } catch (broken) {
    const there = rows?.stores.map(({ name, rows: { length } }) => `${name} ${length}`).join(', ');
    throw new Broken(`${String(broken)} There lies: ${there ?? 'no database'}.`);
  }
  if (await page.exists('heading', 'Låst')) {
    const begun = performance.now();
    await unlockFast(page);
    scene.pace = Math.min(8, Math.max(1, (performance.now() - begun) / quietUnlockMs));
  }
  await death.look(page, found);
};

const shuffled = <Name extends string>(
  moments: Readonly<Partial<Record<string, number>>>,
  all: Readonly<Record<Name, unknown>>,
  below: (limit: number) => number,
): readonly Name[] => {
  const list = (Object.keys(all) as Name[]).flatMap((name) =>
    Array.from({ length: moments[name] ?? 0 }, () => name),
  );
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    const [a, b] = [list[last], list[other]];
    if (a !== undefined && b !== undefined) [list[last], list[other]] = [b, a];
  }
  return list;
};
