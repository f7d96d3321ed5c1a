/** A colleague is away: the plan is taken over by who was chosen, with a reason, and the owner is told. */
import { beforeAll, expect, it } from 'vitest';
import { firstStart, goOnAs, goOnAsNew, karin, maria, newSip, waitForSaved } from '../app.ts';
import type { Page } from '../driver/types.ts';
import { openApp, type TestApp } from '../openApp.ts';

const important = 'Gården';

let app: TestApp;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  ({ page } = await app.open());
  return app.close;
});

it('is taken over with a reason by who was chosen, and the owner reads who and why', async () => {
  await firstStart(page, app.url);
  await goOnAsNew(page, maria);
  await goOnAs(page, karin);
  await newSip(page, 'Lars');
  await page.type('Vad är viktigt för dig?', important);
  await waitForSaved(page);
  await page.press('link', 'Lars');
  await page.press('button', 'Vem tar över om du blir borta?');
  await page.press('radio', 'M');
  await page.press('button', 'Spara valet');
  await page.waitForText('M kan ta över.');
  await page.press('link', 'Mina SIP:ar');

  // She does not have it, and reads no name.
  await goOnAs(page, maria);
  await page.waitForText('En plan från K');
  expect(await page.text()).not.toMatch(/Lars|Alla planer/);
  await page.press('button', 'Ta över: plan 1, från K');
  await page.press('radio', 'Kollegan är borta längre');
  await page.press('button', 'Ta över');
  await page.waitFor('heading', 'Lars');
  await page.waitForText(important);
  await page.press('link', 'Mina SIP:ar');

  await goOnAs(page, karin);
  await page.waitForText('Maria Lind har tagit över en plan');
  await page.waitForText('Kollegan är borta längre');
  expect(await page.text()).not.toContain('Lars');
  await page.press('link', 'Till Historik');
  await page.waitForText('Maria Lind tog över planen');
  expect(page.problems()).toEqual([]);
}, 120_000);
