/**
 * A canary in every kind of field (names, free text, phones, places, exceptions, facts, the password itself), written
 * as a person writes: none is in any file of the profile, in clear, in UTF-16, in base64, whole or in pieces, nor is
 * the reserve code. Those planted in clear, in each kind of storage, are found.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { karin, makeVault, newSip, startApp, unlock, waitForSaved } from '../app.ts';
import { openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';
import type { Page } from '../driver/types.ts';
import { goToPart, startMeeting } from '../journeys/steps.ts';
import { makeCanary, searchFiles } from './searchFiles.ts';

let server: TestServer;
let profileDir: string;

beforeAll(async () => {
  server = await startApp();
  profileDir = await mkdtemp(join(tmpdir(), 'sip-canary-'));
});

afterAll(async () => {
  await server.stop();
  await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** One for each part of the record, so that a find tells where it came from. */
const canaries = {
  password: makeCanary(),
  details: makeCanary(),
  name: makeCanary(),
  people: makeCanary(),
  plan: makeCanary(),
  consent: makeCanary(),
  meeting: makeCanary(),
};

const fillAll = async (page: Page, fields: readonly string[], words: string): Promise<void> => {
  for (const field of fields) await page.fill(field, words);
};

/** Gives the groups of the reserve code. */
const firstStart = async (page: Page): Promise<readonly string[]> => {
  await page.open(server.url);
  await page.press('button', 'Skydda uppgifterna');
  const { shortName } = karin;
  const groups = await makeVault(page, { shortName, password: canaries.password });
  await fillAll(
    page,
    [
      'Ditt namn',
      'Din funktion',
      'Arbetsplats',
      'Telefon på arbetet',
      'Organisation',
      'Kontakt för personuppgifter',
    ],
    canaries.details,
  );
  await page.press('button', 'Klar');
  await page.waitFor('link', 'Ny SIP');
  return groups;
};

const prepare = async (page: Page): Promise<void> => {
  await fillAll(
    page,
    ['Vad är viktigt för dig?', 'Varför ska vi träffas?', 'Anpassningar', 'Språk'],
    canaries.plan,
  );
  await page.fill('Namn på storskärmen', canaries.name);
  await page.fill('Fråga', canaries.plan);
  await page.press('button', 'Lägg till fråga');
  await page.waitFor('button', `Ta bort: ${canaries.plan}`);
  await page.press('button', 'Lägg till person');
  await fillAll(
    page,
    [
      'Namn',
      'Funktion eller relation',
      'Verksamhet',
      'Vad kan man fråga om?',
      'Telefon på arbetet',
      'När går det att ringa?',
      'Privat telefon',
      'Pratat med före mötet',
    ],
    canaries.people,
  );
  await page.press('button', 'Kommun');
  await page.press('button', 'Klar');
  await page.waitFor('button', `Ändra ${canaries.people}`);
  await waitForSaved(page);
};

const consent = async (page: Page): Promise<void> => {
  await page.press('link', 'Vidare till samtycke');
  await page.waitFor('heading', 'Samtycke');
  await page.fill('Ämne', canaries.consent);
  await page.key('Enter');
  await page.fill('Person eller verksamhet', canaries.consent);
  await page.key('Enter');
  await page.press('button', 'Anteckna svaret: Samtycke till att göra en SIP');
  await page.press('radio', 'Ja');
  await page.press('radio', 'Skriftligt');
  await page.fill('Var finns pappret?', canaries.consent);
  await page.press('radio', 'Vårdnadshavare');
  await page.fill('Vårdnadshavare', canaries.consent);
  await page.press('button', 'Anteckna svaret');
  await page.waitForText('Ja till att göra en SIP');
  await waitForSaved(page);
};

const call = async (page: Page): Promise<void> => {
  await page.press('link', 'Kalla och bjud in');
  await page.waitFor('heading', 'Kalla och bjud in');
  await page.fill('Plats', canaries.plan);
  await page.key('Enter');
  await waitForSaved(page);
};

const meet = async (page: Page): Promise<void> => {
  await page.press('link', 'Gå till mötet');
  await startMeeting(page);
  await goToPart(page, 'Aktuell situation');
  await goToPart(page, 'Behov');
  await page.press('tab', 'Skriva');
  await page.type('Skriv en rad', canaries.meeting);
  await page.press('button', 'Insats');
  await page.press('button', 'Annat …');
  await page.fill('Med egna ord', canaries.meeting);
  await page.press('button', 'Klar');
  await page.waitFor('button', canaries.meeting);
  await waitForSaved(page);
  await page.press('button', 'Mer');
  await page.press('menuitem', 'Lås');
  await page.waitFor('heading', 'Låst');
};

/** Every view of the case is opened once: what it remembers on its own would lie in the profile too. */
const lookAtAll = async (page: Page): Promise<void> => {
  const views = [
    ['', canaries.name],
    ['/behov', 'Upptäck behov'],
    ['/samtycke', 'Samtycke'],
    ['/efter', 'Efter mötet'],
    ['/plan', 'Planen'],
    ['/historik', 'Historik'],
  ] as const;
  for (const [way, heading] of views) {
    await page.evaluate((to) => {
      const root = location.pathname.match(/^\/sip\/[^/]+/)?.[0] ?? '';
      history.pushState(null, '', `${root}${to}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, way);
    await page.waitFor('heading', heading);
    expect(await page.title()).not.toContain(canaries.name);
  }
};

/** In clear, in each place where a page can leave words: the search must find these, or it finds nothing. */
const plant = async (page: Page): Promise<readonly string[]> => {
  const planted = [makeCanary(), makeCanary(), makeCanary()] as const;
  await page.evaluate(
    (inStorage, inDatabase, inAddress) =>
      new Promise<void>((done, fail) => {
        localStorage.setItem('planted', inStorage);
        history.pushState(null, '', `/?${inAddress}`);
        const asked = indexedDB.open('planted', 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore('words');
        asked.onerror = () => fail(asked.error);
        asked.onsuccess = () => {
          const put = asked.result.transaction('words', 'readwrite', { durability: 'strict' });
          put.objectStore('words').put({ text: inDatabase }, 1);
          put.oncomplete = () => done();
        };
      }),
    ...planted,
  );
  return planted;
};

it('leaves no word of any field in clear in the profile', async () => {
  const browser = await openChromium({ profileDir, server });
  const { page } = browser;
  const groups = await firstStart(page);
  await newSip(page, canaries.name);
  await prepare(page);
  await consent(page);
  await call(page);
  await meet(page);
  // Locked, the page itself says nothing of it any more.
  const locked = await page.text();
  for (const canary of Object.values(canaries)) expect(locked).not.toContain(canary);
  // Opened again all of it is read once more, in a new window with a history of its own.
  await unlock(page, canaries.password);
  await page.waitForText(canaries.meeting);
  await lookAtAll(page);
  const planted = await plant(page);
  // An orderly end, so that all that the browser would write is on the disk.
  await browser.close();

  const codes = [groups.join(''), groups.join(' '), groups.join('-')];
  const found = await searchFiles(profileDir, [...Object.values(canaries), ...codes, ...planted]);
  for (const canary of planted) {
    expect(found.filter((find) => find.canary === canary)).not.toEqual([]);
  }
  const leaks = found
    .filter(({ canary }) => !planted.includes(canary))
    .map(({ file, form, canary }) => {
      const [field] = Object.entries(canaries).find(([, each]) => each === canary) ?? ['code'];
      return `${field} as ${form} in ${file}`;
    });
  expect(leaks).toEqual([]);
});
