/** The main journey, shortened, by Lars's practice case: in three engines, on a phone, and with the keyboard alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../app.ts';
import { engines, openBrowser } from '../driver/openBrowser.ts';
import type { TestServer } from '../driver/server.ts';
import type { Browser, Page } from '../driver/types.ts';
import { goToPart, startMeeting } from './steps.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startApp();
});

afterAll(async () => {
  await server.stop();
});

const doing = 'Gå en promenad';
const secret = 'Ring banken om lånet';

const openPractice = async (page: Page): Promise<void> => {
  await page.open(`${server.url}/ova`);
  await page.waitFor('heading', 'Öva', { timeout: 30_000 });
  expect(await page.text()).toContain('Övning');
};

/** From **Storskärm** to what all may see, and back to the leader's own screen. */
const lookAtMirror = async (page: Page): Promise<string> => {
  await page.press('button', 'Den här skärmen');
  await page.waitFor('main', 'Det här ser alla');
  await page.waitForText(doing);
  const seen = await page.text();
  await page.press('button', 'Tillbaka');
  await page.press('button', 'Bara jag ser skärmen nu');
  await page.waitFor('heading', 'Behov');
  return seen;
};

const finishMeeting = async (page: Page): Promise<void> => {
  await goToPart(page, 'Sammanfattning');
  await goToPart(page, 'Avslutning');
  await page.press('button', 'Avsluta mötet');
  await page.press('radio', 'SIP:en avslutas');
  await page.press('button', 'Avsluta mötet');
  await page.waitFor('heading', 'Efter mötet');
};

const writeRow = async (page: Page, text: string): Promise<void> => {
  await page.type('Skriv en rad', text);
  await page.press('button', 'Insats');
  await page.press('button', 'Klar');
};

const withBrowser = async (browser: Browser, journey: (page: Page) => Promise<void>) => {
  try {
    await journey(browser.page);
    expect(browser.page.problems() ?? []).toEqual([]);
  } finally {
    await browser.close();
  }
};

describe('a meeting is led from start to end', () => {
  it.each(engines)('in %s, and the room sees only the row that is shown', async (engine) => {
    await withBrowser(await openBrowser(engine, { server }), async (page) => {
      await openPractice(page);
      await page.press('link', 'Gå till mötet');
      await startMeeting(page);
      await goToPart(page, 'Aktuell situation');
      await goToPart(page, 'Behov');
      await page.press('tab', 'Skriva');
      const before = (await page.names('button')).filter((name) => name === 'Visa för alla').length;
      await writeRow(page, doing);
      await page.waitFor('button', doing);
      await showRow(page, doing);
      await writeRow(page, secret);
      await page.waitFor('button', secret);
      expect((await page.names('button')).filter((name) => name === 'Visa för alla').length).toBe(
        before + 1,
      );
      await page.press('button', 'Storskärm: av');
      const seen = await lookAtMirror(page);
      expect(seen).not.toContain(secret);
      await finishMeeting(page);
    });
  });

  it('on a phone', async () => {
    const browser = await openBrowser('chromium', {
      server,
      viewport: { width: 360, height: 800 },
      touch: true,
    });
    await withBrowser(browser, async (page) => {
      await openPractice(page);
      await page.press('link', 'Gå till mötet');
      await startMeeting(page);
      await goToPart(page, 'Aktuell situation');
      await goToPart(page, 'Behov');
      await page.press('tab', 'Skriva');
      await writeRow(page, doing);
      await page.waitFor('button', doing);
      await showRow(page, doing);
      await page.press('button', 'Mer');
      await page.press('menuitem', 'Storskärm: av');
      await lookAtMirror(page);
      const isTooWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(isTooWide).toBe(false);
      await finishMeeting(page);
    });
  });

  it('with the keyboard alone', async () => {
    await withBrowser(await openBrowser('chromium', { server }), async (page) => {
      await openPractice(page);
      await tabTo(page, 'link', 'Gå till mötet');
      await page.key('Enter');
      await page.waitFor('button', 'Starta mötet');
      await tabTo(page, 'button', 'Starta mötet');
      await page.key('Enter');
      await page.waitFor('button', 'Nej');
      await tabTo(page, 'button', 'Nej');
      await page.key('Enter');
      await page.waitFor('heading', 'Inledning');
      for (const part of ['Aktuell situation', 'Behov']) {
        await tabTo(page, 'button', `Nästa del: ${part}`);
        await page.key('Enter');
        await page.waitFor('heading', part);
      }
      await tabTo(page, 'tab', 'Leda');
      await page.key('ArrowRight');
      expect(await page.isOn('tab', 'Skriva')).toBe(true);
      await tabTo(page, 'textbox', 'Skriv en rad');
      await page.keys(doing);
      await tabTo(page, 'button', 'Insats');
      await page.key('Enter');
      await tabTo(page, 'button', 'Klar');
      await page.key('Enter');
      await page.waitFor('button', doing);
      for (const part of ['Sammanfattning', 'Avslutning']) {
        await tabTo(page, 'button', `Nästa del: ${part}`);
        await page.key('Enter');
        await page.waitFor('heading', part);
      }
      await tabTo(page, 'button', 'Avsluta mötet');
      await page.key('Enter');
      await page.waitFor('radio', 'SIP:en avslutas');
      await tabTo(page, 'radio', /./);
      // Arrows move among the answers; Space takes the one that has the focus.
      await page.key('Space');
      await tabTo(page, 'button', 'Avsluta mötet');
      await page.key('Enter');
      await page.waitFor('heading', 'Efter mötet');
    });
  });
});

/** Tabs on until this has the focus: whoever has no pointer must be able to reach it. */
const tabTo = async (page: Page, role: string, name: string | RegExp): Promise<void> => {
  const passed: string[] = [];
  for (let presses = 0; presses < 90; presses += 1) {
    const at = await page.focused();
    const fits = typeof name === 'string' ? at.name === name : name.test(at.name);
    if (at.role === role && fits) return;
    passed.push(`${at.role} “${at.name}”`);
    await page.key('Tab');
  }
  throw new Error(`Tab does not reach ${role} ${String(name)}, but: ${passed.join(', ')}`);
};

/** **Visa för alla** of the row with these words, from the keyboard. */
const showRow = async (page: Page, words: string): Promise<void> => {
  await page.waitUntil(
    (text) => {
      const row = [...document.querySelectorAll('.plan-row')].find((one) =>
        one.textContent?.includes(text),
      );
      const button = row?.querySelector<HTMLElement>('.show-button');
      button?.focus();
      return button !== null && button !== undefined && document.activeElement === button;
    },
    [words],
  );
  await page.key('Enter');
  await page.waitUntil(
    (text) =>
      [...document.querySelectorAll('.plan-row')].some(
        (one) => one.textContent?.includes(text) && one.textContent.includes('Visas för alla'),
      ),
    [words],
  );
};
