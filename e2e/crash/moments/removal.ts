/** What is removed: the notes of a meeting, a plan, everything. Finished or not begun, and never half. */
import { layRows } from '../deviceRows.ts';
import { Broken, expectWorld } from '../expected.ts';
import { tap, unlockFast } from '../killedDevice.ts';
import { type Death, type Scene, within } from './moment.ts';

const nextOf = <T extends { readonly caseId: string }>(
  { expected }: Scene,
  cases: readonly T[],
  isLeft: (caseId: string) => boolean,
): T => {
  const found = cases.find(({ caseId }) => expected.has(caseId) && isLeft(caseId));
  if (found === undefined) throw new Error('There is nothing left to remove.');
  return found;
};

/** **Ta bort det ni skrev på mötet**: the case is written anew under a new key. */
export const killRemoveNotes = async (scene: Scene): Promise<Death> => {
  const { device, world, expected } = scene;
  const { caseId } = nextOf(
    scene,
    world.withNotes,
    (id) => expected.get(id)?.notesPresence === 'there',
  );
  const plan = expected.get(caseId);
  if (plan === undefined) throw new Error('There is no such plan.');
  const way = `/sip/${caseId}/efter`;
  const page = await device.goTo(way);
  await unlockFast(page);
  await page.press('button', 'Ta bort det ni skrev på mötet');
  await page.press('radio', 'Vi som håller i planen');
  plan.notesPresence = 'either';
  let acknowledged = false;
  await device.dieDuring(
    async () => {
      await tap(page, 'Ta bort för alltid');
      await page.waitForText('togs bort härifrån');
      plan.notesPresence = 'gone';
      acknowledged = true;
    },
    within(scene, 300),
  );
  return {
    moment: 'removeNotes',
    acknowledged,
    way,
    look: async (opened) => {
      // `compare` has found out which of the two it is.
      if (plan.notesPresence === 'gone') await opened.waitForText('togs bort härifrån');
      else await opened.waitFor('button', 'Ta bort det ni skrev på mötet');
    },
  };
};

/** **Ta bort planen härifrån** */
export const killRemoveCase = async (scene: Scene): Promise<Death> => {
  const { device, world, expected } = scene;
  const { caseId, words } = nextOf(
    scene,
    world.toRemove,
    (id) => expected.get(id)?.presence === 'there',
  );
  const plan = expected.get(caseId);
  if (plan === undefined) throw new Error('There is no such plan.');
  const page = await device.goTo(`/sip/${caseId}/efter`);
  await unlockFast(page);
  await page.press('button', 'Ta bort nu');
  plan.presence = 'either';
  let acknowledged = false;
  await device.dieDuring(
    async () => {
      await tap(page, 'Ta bort planen härifrån');
      await page.waitUntil(() => location.pathname === '/', []);
      plan.presence = 'gone';
      acknowledged = true;
    },
    within(scene, 200),
  );
  return {
    moment: 'removeCase',
    acknowledged,
    way: `/sip/${caseId}/plan`,
    look: async (opened) => {
      if (plan.presence === 'gone') await opened.waitForText('Planen finns inte här.');
      else await opened.waitForText(words[0] ?? '');
    },
  };
};

/** **Radera allt här**. The device is empty or as it was; what was begun is finished when the program is opened. */
export const killWipe = async (scene: Scene): Promise<Death> => {
  const { device, world } = scene;
  if (![...scene.expected.values()].some(({ presence }) => presence === 'there')) {
    await layRows(await device.goAside(), world.rows);
    scene.expected = expectWorld(world.all);
    scene.compacted.clear();
  }
  const { expected } = scene;
  const page = await device.goTo('/installningar');
  await unlockFast(page);
  await page.press('button', 'Radera allt här');
  await page.fill('Skriv ordet radera', 'radera');
  for (const plan of expected.values()) if (plan.presence === 'there') plan.presence = 'either';
  let acknowledged = false;
  await device.dieDuring(
    async () => {
      await tap(page, 'Radera allt');
      await page.waitFor('button', 'Skydda uppgifterna');
      for (const plan of expected.values()) plan.presence = 'gone';
      acknowledged = true;
    },
    within(scene, 350),
  );
  return {
    moment: 'wipe',
    acknowledged,
    way: '/',
    look: async (opened, found) => {
      if (found.size > 0) {
        const missing = [...expected.values()].filter(({ presence }) => presence === 'gone');
        // Removed before, one by one, or all of them now.
        if (acknowledged) throw new Broken(`There are ${missing.length} plans left.`);
        await opened.waitFor('button', 'Alla planer');
      } else await opened.waitFor('button', 'Skydda uppgifterna');
    },
  };
};
