/**
 * Takes the pictures of the README and of the manifest, from the practice case in the built app:
 * `node scripts/with-node24.mjs scripts/screenshots.ts`. Run it when the screens have changed, then build.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openChromium } from '../e2e/driver/chromium.ts';
import { startServer } from '../e2e/driver/server.ts';
import type { Page } from '../e2e/driver/types.ts';
import { goToPart, startMeeting } from '../e2e/journeys/steps.ts';

const inRepo = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const screenshot = (name: string): string => inRepo(`public/screenshots/${name}.png`);

const tablet = { width: 1180, height: 820 };
const phone = { width: 400, height: 800 };

const toNeeds = async (page: Page, url: string): Promise<void> => {
  await page.open(`${url}/ova`);
  await page.press('link', 'Gå till mötet', { timeout: 30_000 });
  await startMeeting(page);
  await goToPart(page, 'Aktuell situation');
  await goToPart(page, 'Behov');
};

/** Two screens beside each other, as on a table and on a wall. */
const takeBoth = async (page: Page, left: string, right: string, path: string): Promise<void> => {
  const [a, b] = await Promise.all(
    [left, right].map(async (file) => (await readFile(file)).toString('base64')),
  );
  await page.setViewport({ width: 1240, height: 440 });
  await page.open('about:blank');
  await page.evaluate(
    (images) => {
      document.body.style.cssText =
        'margin:0;padding:12px;display:flex;gap:16px;background:#f1eadd;justify-content:center';
      for (const image of images) {
        const img = document.createElement('img');
        img.src = `data:image/png;base64,${image}`;
        img.style.cssText = 'block-size:414px;border:1px solid #766f62;border-radius:8px';
        document.body.append(img);
      }
    },
    [a ?? '', b ?? ''],
  );
  await page.waitUntil(() => [...document.images].every((img) => img.complete), []);
  await page.screenshot(path);
};

const server = await startServer();
const browser = await openChromium({ viewport: tablet, reducedMotion: true });
const { page } = browser;
try {
  await mkdir(inRepo('public/screenshots'), { recursive: true });
  await mkdir(inRepo('docs/pictures'), { recursive: true });
  const leader = screenshot('wide-1180x820-leda');
  const room = screenshot('wide-1180x820-rummet');
  await toNeeds(page, server.url);
  await page.screenshot(leader);
  await page.press('button', /^Storskärm/);
  await page.press('button', 'Den här skärmen');
  await page.waitFor('main', 'Det här ser alla');
  await page.screenshot(room);
  await takeBoth(page, leader, room, inRepo('docs/pictures/meeting.png'));
  await page.setViewport(phone);
  await toNeeds(page, server.url);
  await page.screenshot(screenshot('narrow-400x800-leda'));
} finally {
  await browser.close();
  await server.stop();
}
