/**
 * The shared view beside the leader's own screen: in a window of its own that follows (field.md 1b), and the tablet turned
 * to the individual, who says something without a word and gives it back (field.md 8, 16). By Lars's practice case.
 */
import { expect, it } from 'vitest';
import { startApp } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { Page } from '../driver/types.ts';
import { handOver, openWall } from './roomSteps.ts';
import {
  closeSip,
  goToPart,
  showRow,
  startMeeting,
  waitForKept,
  writeInBehov,
  writeRow,
} from './steps.ts';

const doing = 'Gå en promenad';
const secret = 'Ring banken om lånet';

interface Led {
  readonly browser: ChromiumBrowser;
  readonly page: Page;
}

const withMeeting = async (work: (led: Led) => Promise<void>): Promise<void> => {
  const server = await startApp();
  const browser = await openChromium({ typing: 'words', timeout: 30_000 });
  const { page } = browser;
  try {
    await page.open(`${server.url}/ova`);
    await page.waitFor('heading', 'Öva', { timeout: 30_000 });
    await waitForKept(page);
    await page.press('link', 'Gå till mötet');
    await startMeeting(page);
    await writeInBehov(page);
    for (const words of [doing, secret])
      await writeRow(page, 'Skriv en rad', words, () => page.press('button', 'Insats'));
    await work({ browser, page });
    expect(page.problems()).toEqual([]);
  } finally {
    await browser.close();
    await server.stop();
  }
};

it('follows in a window of its own, without internet, through a reload of either and the end', async () => {
  await withMeeting(async ({ browser, page }) => {
    await browser.setOffline(true);
    const wall = await openWall(browser);
    expect(new URL(await wall.url()).pathname).toMatch(/^\/skarm\//u);
    await wall.waitFor('heading', 'Behov');
    expect(await wall.title()).toBe('SIP-möte – dela det här fönstret');
    await page.waitForText('Dela inte det här fönstret');
    expect(await wall.text()).not.toContain(doing);
    await showRow(page, doing);
    await wall.waitForText(doing);
    expect(await wall.text()).not.toContain(secret);

    // A password, a name in the list of plans, a way out: none of it is there.
    expect(await wall.names('button')).toEqual([]);
    expect(await wall.names('link')).toEqual([]);

    await wall.reload();
    await wall.waitForText(doing);
    await page.press('button', 'Dölj planen');
    await wall.waitForText('Vi tar bort texten en stund.');
    await page.press('button', 'Visa planen igen');
    await wall.waitForText(doing);
    await goToPart(page, 'Sammanfattning');
    await wall.waitFor('heading', 'Sammanfattning');
    await goToPart(page, 'Avslutning');
    await page.press('button', 'Avsluta mötet');
    await closeSip(page);
    // The leader has gone on; the last picture stands for the photograph.
    await wall.waitFor('heading', 'Avslutning');
    expect(wall.problems()).toEqual([]);
  });
});

it('is turned to the individual, who gives a sign and reads; held, it is the leader’s again', async () => {
  await withMeeting(async ({ browser, page }) => {
    await showRow(page, doing);
    await handOver(page, 'Lars');
    const text = await page.text();
    expect(text).toContain(doing);
    expect(text).not.toContain(secret);
    expect(await page.names('link')).toEqual([]);
    await page.back();
    await page.waitFor('main', 'Ditt möte');

    await page.press('button', 'Jag förstår inte');
    await page.waitForText('Håll upp plattan, eller ge den till den som leder mötet.');
    // Somebody presses and lets go: nothing happens.
    const hold = browser.playwrightPage.getByRole('button', { name: /^Håll intryckt/u });
    const box = await hold.boundingBox();
    if (box === null) throw new Error('There is nothing to hold.');
    const { mouse } = browser.playwrightPage;
    await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await mouse.down();
    await mouse.up();
    await page.waitFor('main', 'Ditt möte');
    await mouse.down();
    await page.waitFor('button', 'Tack, jag såg', { timeout: 10_000 });
    await mouse.up();
    expect(await page.text()).toContain('Jag förstår inte');
    await page.press('button', 'Tack, jag såg');
    await handOver(page, 'Lars');
    await page.waitForText('Den som leder mötet såg det');
  });
});
