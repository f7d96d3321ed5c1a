/** A browser that lets the program keep nothing at all: words before anything is written, and practice all the same. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp } from '../app.ts';
import { findViolations } from '../driver/axe.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';
import { startMeeting } from '../journeys/steps.ts';

let server: TestServer;
let browser: ChromiumBrowser;
let profileDir: string;

beforeAll(async () => {
  server = await startApp();
  profileDir = await mkdtemp(join(tmpdir(), 'sip-denied-'));
  await mkdir(join(profileDir, 'Default'));
  // What a person or an organisation sets as "block all cookies": databases, caches and workers go with them.
  await writeFile(
    join(profileDir, 'Default', 'Preferences'),
    JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }),
  );
  browser = await openChromium({ profileDir });
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

it('says that nothing can be kept, before anything is asked, and practice works', async () => {
  const { page } = browser;
  await page.open(server.url);
  const isRefused = await page.evaluate(() => {
    try {
      return localStorage.length < 0;
    } catch {
      return true;
    }
  });
  expect(isRefused).toBe(true);
  await page.waitFor('heading', 'Lagringen gick inte att öppna');
  await page.waitForText('Inget är borta, men webbläsaren ger ingen plats att spara på.');
  expect(await page.text()).not.toContain('Skydda uppgifterna');
  expect(await findViolations(page)).toEqual([]);
  await page.press('link', 'Öva');
  await page.waitFor('heading', 'Öva');
  await page.press('link', 'Gå till mötet');
  await startMeeting(page);
  await page.waitForText('Övning');
});
