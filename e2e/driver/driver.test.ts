import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from './axe.ts';
import { engines, openBrowser } from './openBrowser.ts';
import { startServer, type TestServer } from './server.ts';
import type { Browser, Page } from './types.ts';

const fixture = fileURLToPath(new URL('fixtures/page', import.meta.url));

let folder: string;
let server: TestServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sip-driver-'));
  server = await startServer(fixture);
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

describe.each(engines)('the driver of %s', (engine) => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser(engine, {
      server,
      viewport: { width: 820, height: 700 },
      typing: 'keys',
    });
    page = browser.page;
    await page.open(server.url);
  });

  afterAll(() => browser.close());

  it('has the wished size', async () => {
    const size = await page.evaluate(() => [innerWidth, innerHeight]);
    expect(size).toEqual([820, 700]);
  });

  it('presses by role and name, and reads', async () => {
    await page.press('button', 'Räkna');
    await page.press('button', /^räk/i);
    await page.waitForText('2 gånger');
    expect(await page.read('heading', 'Provsida')).toBe('Provsida');
    expect(await page.title()).toBe('Provsida');
    expect(await page.url()).toBe(`${server.url}/`);
  });

  it('sees only what a person can see', async () => {
    expect(await page.exists('button', 'Gömd')).toBe(false);
    expect(await page.exists('button', 'Stilla')).toBe(false);
    expect(await page.exists('button', 'Räk')).toBe(false);
    expect(await page.exists('img', 'Prick')).toBe(true);
    expect(await page.names('button')).toEqual([
      'Räkna',
      'Avstängd',
      'Dubbel',
      'Dubbel',
      'Öppna fråga',
      'Kommer strax',
    ]);
  });

  it('says what was there when it cannot do as told', async () => {
    const short = { timeout: 300 };
    await expect(page.press('button', 'Finns inte', short)).rejects.toThrow('“Räkna”');
    await expect(page.press('button', 'Avstängd', short)).rejects.toThrow('it is disabled');
    await expect(page.press('button', 'Dubbel', short)).rejects.toThrow('there are 2');
    await expect(page.waitForText('saknas', short)).rejects.toThrow('Provsida');
  });

  it('types, empties and types anew', async () => {
    await page.type('Vad är viktigt?', 'Behålla gården');
    await page.type('Vad är viktigt?', ' och kunna sova.');
    expect(await page.value('Vad är viktigt?')).toBe('Behålla gården och kunna sova.');
    await page.fill('Vad är viktigt?', 'Hönsen – å, ä, ö.');
    expect(await page.value('Vad är viktigt?')).toBe('Hönsen – å, ä, ö.');
    await page.fill('Lösenord', 'häst kavaj');
    expect(await page.value('Lösenord')).toBe('häst kavaj');
  });

  it('sets dates, chooses in lists, and marks', async () => {
    await page.setValue('Datum', '2026-06-09');
    expect(await page.value('Datum')).toBe('2026-06-09');
    await page.select('Kommun', 'Ström');
    expect(await page.value('Kommun')).toBe('Ström');
    await page.press('radio', 'En kollega leder');
    expect(await page.isOn('radio', 'En kollega leder')).toBe(true);
    expect(await page.isOn('radio', 'Jag leder')).toBe(false);
    await page.press('checkbox', 'Vi är överens');
    expect(await page.isOn('checkbox', 'Vi är överens')).toBe(true);
  });

  it('is held by an open dialog as a person is', async () => {
    await page.press('button', 'Öppna fråga');
    await page.waitFor('dialog', 'Fråga');
    expect(await page.names('button')).toEqual(['Stäng fråga']);
    await page.key('Escape');
    await page.waitForGone('dialog', 'Fråga');
    await page.press('button', 'Öppna fråga');
    await page.press('button', 'Stäng fråga');
    await page.waitFor('button', 'Räkna');
  });

  it('goes by keyboard', async () => {
    await page.evaluate(() => document.getElementById('count')?.focus());
    expect(await page.focused()).toEqual({ role: 'button', name: 'Räkna' });
    await page.key('Enter');
    await page.key('Space');
    await page.waitForText('4 gånger');
    await page.key('Tab');
    await page.key('Shift+Tab');
    expect(await page.focused()).toEqual({ role: 'button', name: 'Räkna' });
    await page.evaluate(() => document.getElementById('important')?.focus());
    await page.key('Control+a');
    await page.keys('Skrivet');
    expect(await page.value('Vad är viktigt?')).toBe('Skrivet');
  });

  it('waits for what comes', async () => {
    await page.press('button', 'Kommer strax');
    await page.press('button', 'Framme');
    await page.waitForGone('button', 'Kommer strax');
    await page.waitUntil((words) => document.body.innerText.includes(words), ['Framme']);
    expect(await page.evaluate(async (a, b) => a + b, 40, 2)).toBe(42);
  });

  it('writes a picture', async () => {
    const path = join(folder, `${engine}.png`);
    await page.screenshot(path);
    expect((await readFile(path)).subarray(1, 4).toString()).toBe('PNG');
  });

  it('finds what breaks the rules of accessibility', async () => {
    expect(await findViolations(page)).toEqual([]);
    await page.evaluate(() => document.getElementById('picture')?.removeAttribute('alt'));
    const found = await findViolations(page);
    expect(found.map((each) => each.rule)).toEqual(['image-alt']);
  });

  it('loads anew and opens one more window of the same profile', async () => {
    await page.reload();
    await page.waitForText('Skrivet');
    const second = await browser.newPage();
    await second.open(server.url);
    await second.waitForText('Skrivet');
    await second.close();
    await page.press('button', 'Räkna');
    await page.waitForText('1 gånger');
  });

  it('tells what the page calls an error', async () => {
    // WebDriver gives no console.
    const heard = engine === 'webkit' ? null : ['något gick fel'];
    expect(page.problems()).toEqual(heard === null ? null : []);
    await page.evaluate(() => console.error('något gick fel'));
    await page.waitUntil(() => true, []);
    expect(page.problems()).toEqual(heard);
  });

  it('has no network when told so', async () => {
    await browser.setOffline(true);
    const reach = () =>
      fetch('/dot.svg', { cache: 'no-store' }).then(
        () => true,
        () => false,
      );
    expect(await page.evaluate(reach)).toBe(false);
    await browser.setOffline(false);
    expect(await page.evaluate(reach)).toBe(true);
  });
});

describe.each(['chromium', 'firefox'] as const)('a profile of %s', (engine) => {
  it('outlives the browser, which is gone at once when killed', async () => {
    const profileDir = join(folder, `profile-${engine}`);
    const first = await openBrowser(engine, { profileDir });
    await first.page.open(server.url);
    await first.page.type('Vad är viktigt?', 'Gården');
    await first.close();
    const second = await openBrowser(engine, { profileDir, colorScheme: 'dark' });
    await second.page.open(server.url);
    await second.page.waitForText('Gården');
    await second.page.waitForText('mörkt');
    await second.kill();
    await expect(second.page.text()).rejects.toThrow();
  });
});

it.each(engines.filter((engine) => engine === 'webkit'))(
  '%s is gone at once when killed',
  async (engine) => {
    const browser = await openBrowser(engine, { colorScheme: 'dark' });
    await browser.page.open(server.url);
    await browser.page.waitForText('mörkt');
    await browser.kill();
    await expect(browser.page.text()).rejects.toThrow();
  },
);
