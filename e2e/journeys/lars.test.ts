/**
 * The main job, by hand: a leader makes Lars's SIP (domain.md 12.2, T1) from first start to a plan that is ready, the
 * network off from the first load on.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstStart, newSip, startApp, waitForSaved } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';
import { addPerson, goToPart, pressIn, sayYesToMake, startMeeting } from './steps.ts';

let server: TestServer;
let browser: ChromiumBrowser;

beforeAll(async () => {
  server = await startApp();
  browser = await openChromium({ viewport: { width: 1180, height: 820 }, server });
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const important = 'Att få sova och ha kvar gården.';
const question = 'Vad behövs för att Lars ska få sova?';
const doing = 'Gå igenom medicinerna';

it('leads Lars from first start to a plan that is ready, without network', async () => {
  const { page } = browser;
  await page.open(server.url);
  await page.waitUntil(() => navigator.serviceWorker.controller !== null, [], { timeout: 30_000 });
  await browser.setOffline(true);
  await server.stop();

  await firstStart(page, server.url);
  await newSip(page, 'Lars');
  await page.type('Vad är viktigt för dig?', important);
  await page.type('Fråga', question);
  await page.press('button', 'Lägg till fråga');
  await page.waitFor('button', `Ta bort: ${question}`);
  await addPerson(page, { name: 'Eva', role: 'sjuksköterska', chips: ['Region', 'Kallad'] });
  await addPerson(page, { name: 'Per', role: 'boendestödjare', chips: ['Kommun'] });
  await waitForSaved(page);
  await pressIn(page, 'main', 'Samtycke');
  await sayYesToMake(page);

  await page.press('link', 'Gå till mötet');
  await startMeeting(page);
  await page.press('button', 'Ja, muntligt nu');
  await page.waitForGone('button', 'Ja, muntligt nu');
  await goToPart(page, 'Aktuell situation');
  await goToPart(page, 'Behov');
  await page.press('tab', 'Skriva');
  await page.type('Skriv en rad', doing);
  await page.press('button', 'Insats');
  await page.press('button', 'Eva (region)');
  await page.press('button', 'Varje vecka');
  await page.press('button', 'Klar');
  await page.press('button', 'Visa för alla');
  await page.waitFor('button', 'Visas för alla');
  await waitForSaved(page);

  await goToPart(page, 'Sammanfattning');
  await page.press('tab', 'Skriva');
  await page.press('button', 'Per (kommun)');
  await page.waitUntil(
    () =>
      [...document.querySelectorAll('[aria-pressed=true]')].some((one) =>
        one.textContent?.includes('Per'),
      ),
    [],
  );
  await goToPart(page, 'Avslutning');
  await page.press('tab', 'Skriva');
  await page.setValue('Datum', '2030-05-06');
  await waitForSaved(page);
  await page.press('button', 'Avsluta mötet');
  await page.press('radio', 'Tid är bokad');
  await page.press('button', 'Avsluta mötet');
  await page.waitFor('heading', 'Efter mötet');

  await page.press('link', 'Gå till planen');
  await page.press('button', 'Gör planen klar');
  await page.waitForText('En klar version ändras inte.');
  await page.press('button', 'Gör planen klar');
  await page.waitFor('heading', 'Klar, version 1');
  await page.press('button', 'Kopiera planen som text');
  const text = await page.value('Planen som text');
  for (const words of [important, question, doing, 'Eva', 'varje vecka', 'Håller i planen: Per']) {
    expect(text).toContain(words);
  }
  await page.press('button', 'Stäng');
  expect(page.problems()).toEqual([]);
});
