/** A tablet where only somebody else has plans: one's own come from a backup by **Låst**, and one short name is told apart. */
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { firstStart, karin, newSip, unlock, waitForSaved } from '../app.ts';
import { findViolations } from '../driver/axe.ts';
import { openApp, type TestApp } from '../openApp.ts';

const filePassword = 'sommarhage trasmatta kaffe brygga';

/** Another person who chose the same short name on another tablet. */
const kim = { ...karin, password: 'hjortron skare norrsken träsko', name: 'Kim Lind' };

let app: TestApp;

beforeAll(async () => {
  app = await openApp();
  return app.close;
});

it('brings plans in from Låst, and opens each vault with its own password only', async () => {
  const own = await app.open();
  await firstStart(own.page, app.url);
  await newSip(own.page, 'Lars');
  await own.page.type('Vad är viktigt för dig?', 'Behålla gården');
  await waitForSaved(own.page);
  await own.page.open(`${app.url}/installningar`);
  await unlock(own.page);
  await own.page.press('button', 'Gör en säkerhetskopia');
  await own.page.type('Kopians lösenord', filePassword);
  await own.page.type('Skriv det en gång till', filePassword);
  await own.page.press('button', 'Gör kopian');
  const coming = own.playwrightPage.waitForEvent('download', { timeout: 60_000 });
  await own.page.press('link', 'Spara säkerhetskopian', { timeout: 60_000 });
  const file = join(app.folder, 'copy.sip');
  await (await coming).saveAs(file);

  const shared = await app.open();
  const { page } = shared;
  await firstStart(page, app.url, kim);
  await newSip(page, 'Amina');
  await page.open(app.url);
  await page.waitFor('heading', 'Låst');
  await page.press('button', 'Hämta från en säkerhetskopia');
  await page.waitFor('heading', 'Hämta från en säkerhetskopia');
  await shared.playwrightPage.setInputFiles('input[type=file]', file);
  await page.type('Kopians lösenord', filePassword);
  await page.press('button', 'Läs kopian');
  await page.press('button', 'Återställ allt', { timeout: 60_000 });
  await page.waitForText('1 plan är hämtad.', { timeout: 60_000 });
  await page.press('button', 'Fortsätt');

  await page.waitFor('heading', 'Låst');
  expect([...(await page.names('radio'))].sort()).toEqual(['K (1)', 'K (2)']);
  // Only the one who has been here has a date.
  expect((await page.text()).match(/Senast öppnad/g)).toHaveLength(1);
  expect(await page.text()).not.toMatch(/Lars|Amina|Kim|Karin/);
  expect(await findViolations(page)).toEqual([]);

  const opens = async (name: string, password: string): Promise<boolean> => {
    await page.press('radio', name);
    await page.fill('Lösenord', password);
    await page.press('button', 'Lås upp');
    await page.waitForText(/lösenordet stämmer inte|Mina SIP:ar/, { timeout: 30_000 });
    return page.exists('button', 'Alla planer');
  };
  const first = await opens('K (1)', karin.password);
  if (first) {
    await page.press('button', 'Alla planer');
    await page.waitFor('link', /^Lars/);
  } else expect(await opens('K (2)', karin.password)).toBe(true);
  expect(await page.text()).not.toContain('Amina');
  await page.open(app.url);
  await page.waitFor('heading', 'Låst');
  expect(await opens(first ? 'K (2)' : 'K (1)', kim.password)).toBe(true);
});

it('takes no second vault under a short name that somebody has here', async () => {
  const browser = await app.open();
  const { page } = browser;
  await firstStart(page, app.url);
  await page.press('button', 'Lås');
  await page.press('button', 'Jag är ny här');
  await page.type('Ditt korta namn här', ' k ');
  await page.type('Lösenord', kim.password);
  await page.type('Skriv lösenordet en gång till', kim.password);
  await page.press('button', 'Fortsätt');
  await page.waitForText('Det namnet används redan här. Välj ett annat kort namn.');
  expect(page.problems()).toEqual([]);
});
