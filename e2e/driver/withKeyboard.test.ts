import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openBrowser } from './openBrowser.ts';
import { startServer, type TestServer } from './server.ts';
import type { Browser, Page } from './types.ts';
import { withKeyboard } from './withKeyboard.ts';

let server: TestServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await startServer(fileURLToPath(new URL('fixtures/page', import.meta.url)));
  browser = await openBrowser('chromium', { server, typing: 'keys' });
  page = withKeyboard(browser.page, 200);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

beforeEach(() => page.open(server.url));

it('presses, chooses and marks, forwards and backwards', async () => {
  await page.press('radio', 'En kollega leder', { within: 'Vem leder?' });
  expect(await page.isOn('radio', 'En kollega leder')).toBe(true);
  await page.press('checkbox', 'Vi är överens');
  expect(await page.isOn('checkbox', 'Vi är överens')).toBe(true);
  await page.press('button', 'Räkna');
  await page.waitForText('1 gånger');
});

it('writes, and types a date digit by digit', async () => {
  await page.type('Vad är viktigt?', 'Gården');
  await page.type('Vad är viktigt?', ' och hönsen');
  expect(await page.value('Vad är viktigt?')).toBe('Gården och hönsen');
  await page.setValue('Datum', '2030-05-06');
  expect(await page.value('Datum')).toBe('2030-05-06');
});

it('fails when what had the focus goes and nothing takes it over', async () => {
  await page.press('button', 'Kommer strax');
  await page.waitFor('button', 'Framme');
  await expect(page.press('button', 'Räkna')).rejects.toThrow('nothing has the focus');
});

it('fails when nothing shows where the focus is', async () => {
  await page.evaluate(() => {
    const count = document.getElementById('count');
    if (count !== null) count.style.outline = 'none';
  });
  await expect(page.press('button', 'Räkna')).rejects.toThrow('nothing shows it');
});

it('fails when something else lies over what has the focus', async () => {
  await page.evaluate(() => {
    const cover = document.createElement('div');
    Object.assign(cover.style, { position: 'fixed', inset: '0', background: 'white' });
    document.body.append(cover);
  });
  await expect(page.press('button', 'Räkna')).rejects.toThrow('lies where it is not seen');
});
