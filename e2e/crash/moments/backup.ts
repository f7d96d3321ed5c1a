/**
 * A backup being made, and one being restored. A file that was said to be saved opens whole; a restore that was killed
 * can be done again, and nothing is there twice.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBackup } from '../../../src/cases/backup/openBackup.ts';
import { secretOf } from '../../../src/vault/secret.ts';
import type { ChromiumBrowser } from '../../driver/chromium.ts';
import type { Page } from '../../driver/types.ts';
import { clearOrigin } from '../deviceRows.ts';
import { Broken, expectWorld } from '../expected.ts';
import { type KilledDevice, tap, unlockFast } from '../killedDevice.ts';
import { rememberedArgon2 } from '../rememberedArgon2.ts';
import { filePassword } from '../world.ts';
import { type Death, type Scene, within } from './moment.ts';

const chromiumOf = async (device: KilledDevice): Promise<ChromiumBrowser> => {
  const browser = await device.browser();
  if (browser.engine !== 'chromium') throw new Error('Only Chromium hands files in and out here.');
  return browser as ChromiumBrowser;
};

export const killBackup = async (scene: Scene): Promise<Death> => {
  const { device, expected } = scene;
  const page = await device.goTo('/installningar');
  await unlockFast(page);
  const { playwrightPage } = await chromiumOf(device);
  await page.press('button', 'Gör en säkerhetskopia');
  await page.fill('Kopians lösenord', filePassword);
  await page.fill('Skriv det en gång till', filePassword);
  const path = join(device.profileDir, '..', `${device.profileDir.split('/').at(-1)}.sip`);
  let acknowledged = false;
  await device.dieDuring(
    async () => {
      await tap(page, 'Gör kopian');
      await page.waitForText('Kopian är läst tillbaka och hel', { timeout: 30_000 });
      const coming = playwrightPage.waitForEvent('download');
      await tap(page, 'Spara säkerhetskopian');
      await (await coming).saveAs(path);
      acknowledged = true;
    },
    within(scene, 2_000),
  );
  const plans = [...expected.values()].filter(({ presence }) => presence === 'there').length;
  return {
    moment: 'backup',
    acknowledged,
    way: '/',
    look: async (opened) => {
      await opened.waitFor('button', 'Alla planer');
      if (!acknowledged) return;
      const file = await openBackup(
        { argon2: rememberedArgon2 },
        new Blob([await readFile(path)]),
        secretOf(filePassword),
      );
      await rm(path, { force: true });
      if (!file.ok) throw new Broken(`The backup does not open: ${file.error.kind}`);
      if (!file.value.whole) throw new Broken('The backup is not whole.');
      if (file.value.cases.length !== plans)
        throw new Broken(`The backup holds ${file.value.cases.length} plans of ${plans}.`);
    },
  };
};

const readFileIn = async (device: KilledDevice, page: Page, path: string): Promise<void> => {
  await page.press('button', 'Hämta från en säkerhetskopia');
  const { playwrightPage } = await chromiumOf(device);
  await playwrightPage.setInputFiles('input[type=file]', path);
  await page.fill('Kopians lösenord', filePassword);
  await page.press('button', 'Läs kopian');
  await page.waitForText('Kopian är hel.', { timeout: 30_000 });
};

export const killRestore = async (scene: Scene): Promise<Death> => {
  const { device, world } = scene;
  await clearOrigin(await device.goAside());
  // Chromium writes localStorage some seconds later: a kill before that would bring the old mark of a vault back.
  await device.rest();
  scene.expected = expectWorld(world.all);
  for (const plan of scene.expected.values()) plan.presence = 'either';
  const path = join(device.profileDir, 'copy.sip');
  await writeFile(path, world.backup);
  const page = await device.goTo('/');
  await page.waitFor('button', 'Skydda uppgifterna');
  await readFileIn(device, page, path);
  let acknowledged = false;
  await device.dieDuring(
    async () => {
      await tap(page, 'Återställ allt');
      await page.waitFor('heading', 'Det här kom tillbaka');
      for (const plan of scene.expected.values()) plan.presence = 'there';
      acknowledged = true;
    },
    within(scene, 600),
  );
  return {
    moment: 'restore',
    acknowledged,
    way: '/',
    look: async (opened, found) => {
      const hasVault = !(await opened.exists('button', 'Skydda uppgifterna'));
      if (!hasVault && found.size > 0) throw new Broken('There are plans and nobody to open them.');
      // Again, from where a person then stands; afterwards all is there, once.
      if (hasVault) {
        await opened.evaluate(() => {
          history.pushState(null, '', '/installningar');
          dispatchEvent(new PopStateEvent('popstate'));
        });
        await opened.waitFor('heading', 'Säkerhetskopia');
      }
      await readFileIn(device, opened, path);
      await opened.press('button', 'Återställ allt');
      await opened.waitFor('heading', 'Det här kom tillbaka', { timeout: 30_000 });
      for (const plan of scene.expected.values()) plan.presence = 'there';
      const home = await device.goTo('/');
      await unlockFast(home);
      await home.press('button', 'Alla planer');
      for (const { name } of world.all) {
        await home.waitFor('link', name);
        const count = (await home.names('link')).filter((each) => each === name).length;
        if (count !== 1) throw new Broken(`${name} is there ${count} times.`);
      }
    },
  };
};
