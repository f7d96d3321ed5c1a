/** **Gör planen klar**: a version is whole or absent, and one that was shown keeps its control code. */
import type { Page } from '../../driver/types.ts';
import { Broken } from '../expected.ts';
import { tap, unlockFast } from '../killedDevice.ts';
import { type Death, type Scene, within } from './moment.ts';

/** Number and control code of the version that is shown, or null. */
const shownVersion = async (page: Page): Promise<readonly [number, string] | null> => {
  const text = await page.evaluate(() => document.querySelector('main')?.innerText ?? '');
  const number = text.match(/Klar, version (\d+)/)?.[1];
  const code = text.match(/Kontrollkod ([0-9a-f ]+)/)?.[1];
  return number === undefined || code === undefined
    ? null
    : [Number(number), code.replaceAll(' ', '')];
};

export const killFreeze = async (scene: Scene): Promise<Death> => {
  const { device, world, expected } = scene;
  const plan = expected.get(world.ready.caseId);
  if (plan === undefined) throw new Error('There is no plan to make ready.');
  const way = `/sip/${plan.caseId}/plan`;
  const page = await device.goTo(way);
  await unlockFast(page);
  await page.press('button', 'Gör planen klar');
  await page.waitForText('En klar version ändras inte.');
  let acknowledged = false;
  await device.dieDuring(
    async () => {
      await tap(page, 'Gör planen klar');
      for (;;) {
        const shown = await shownVersion(page);
        if (shown === null) continue;
        plan.versions.set(...shown);
        acknowledged = true;
        return;
      }
    },
    within(scene, 350),
  );
  const least = plan.versions.size === 0 ? 0 : Math.max(...plan.versions.keys());
  return {
    moment: 'freeze',
    acknowledged,
    way,
    look: async (opened, found) => {
      const versions = found.get(plan.caseId)?.versions ?? [];
      // What was not yet told of may be there, whole; from now on it must stay.
      for (const { n, hash } of versions) if (!plan.versions.has(n)) plan.versions.set(n, hash);
      if (versions.length < least) throw new Broken('A version is gone.');
      if (versions.length === 0) {
        await opened.waitForText(world.ready.words[0] ?? '');
        return;
      }
      await opened.waitForText(`Klar, version ${versions.length}`);
    },
  };
};
