/**
 * Canaries through everything that happens to a device: use, lock, errors, a crash, an update of the program, a backup,
 * the removal of a plan, and **Radera allt här**. After each the files of the profile are searched; after removals every
 * key that is left is tried on everything that was sealed before.
 */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSip, unlock, waitForSaved } from '../app.ts';
import { type DeviceRows, readRows } from '../crash/deviceRows.ts';
import { tap } from '../crash/killedDevice.ts';
import { filePassword } from '../crash/world.ts';
import type { ChromiumBrowser } from '../driver/chromium.ts';
import { openBrowser } from '../driver/openBrowser.ts';
import type { Browser, EngineName, Page } from '../driver/types.ts';
import { makeCanaries } from './canaries.ts';
import { plantWords } from './plantWords.ts';
import { createPublisher } from './publish.ts';
import { countFilesWith, searchFiles } from './searchFiles.ts';
import { countOpened, keyRowsOf, recordsOf } from './tryKeys.ts';
import { lookAtAll, startWithCanaries, writeCanaries } from './writeCanaries.ts';

/** Which end of it: `whole`, or the short form without errors, crash, update, search and practice. */
export interface CanaryInput {
  readonly engine: EngineName;
  readonly extent: 'whole' | 'short';
}

export type CanaryCounts = Readonly<Record<string, number>>;

const toWay = async (page: Page, way: string): Promise<void> => {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, way);
};

export const searchCanaries = async ({ engine, extent }: CanaryInput): Promise<CanaryCounts> => {
  const canaries = makeCanaries();
  const isWhole = extent === 'whole';
  const publisher = await createPublisher();
  const { server } = publisher;
  const profileDir = await mkdtemp(join(tmpdir(), `sip-canary-${engine}-`));
  const aside = await mkdtemp(join(tmpdir(), 'sip-canary-file-'));
  const open = (): Promise<Browser> => openBrowser(engine, { profileDir, server, timeout: 30_000 });
  let browser = await open();
  const counts: Record<string, number> = { searches: 0, canaries: 0, found: 0, planted: 0 };
  const leaks: string[] = [];
  const add = (name: string, more = 1): void => {
    counts[name] = (counts[name] ?? 0) + more;
  };

  try {
    const page0 = browser.page;
    const groups = await startWithCanaries(page0, server.url, canaries);
    const codes = [groups.join(''), groups.join(' '), groups.join('-')];
    const planted = await plantWords(page0);

    /** The browser is at rest: closed, or killed. */
    const search = async (after: string): Promise<void> => {
      const secret = [...Object.values(canaries), ...codes];
      const inClear = Object.values(planted);
      const found = await searchFiles(profileDir, [...secret, ...inClear]);
      for (const [where, word] of Object.entries(planted))
        if (!found.some(({ canary }) => canary === word))
          throw new Error(`After ${after}: what was planted in ${where} was not found.`);
      for (const { canary, form, file } of found.filter((find) => secret.includes(find.canary))) {
        const [kind] = Object.entries(canaries).find(([, word]) => word === canary) ?? ['code'];
        leaks.push(`${kind} as ${form} in ${file} after ${after}`);
      }
      add('searches');
      add('planted', inClear.length);
      counts['canaries'] = secret.length;
    };
    const reopen = async (): Promise<Page> => {
      browser = await open();
      const { page } = browser;
      await page.open(server.url);
      await unlock(page, canaries.password);
      return page;
    };

    const address = await newSip(page0, canaries.name);
    const way = new URL(address).pathname;
    await writeCanaries(page0, canaries);
    // Locked, the page itself says nothing of it any more.
    const locked = await page0.text();
    for (const [kind, word] of Object.entries(canaries))
      if (locked.includes(word)) throw new Error(`${kind} is on the locked page.`);
    // Opened again all of it is read once more, in a new window with a history of its own.
    await unlock(page0, canaries.password);
    await page0.waitForText(canaries.meeting);
    await lookAtAll(page0, canaries);
    if (isWhole) {
      await writeAfter(page0, way, canaries);
      await searchAndPractise(page0, server.url, canaries);
      await makeErrors(browser, server.url, way, canaries, aside);
      await browser.kill();
      await search('a crash');
      await update(await reopen(), publisher.publish);
    }
    await browser.close();
    await search('use');

    let page = await reopen();
    if (isWhole) {
      await newSip(page, canaries.otherName);
      await waitForSaved(page);
      if (engine === 'chromium') await makeBackup(browser as ChromiumBrowser, aside);
    }
    const before = await rowsOf(page);
    await remove(page, way, canaries.name);
    const after = await rowsOf(page);
    await untilForgotten(before, after);
    await browser.close();
    await search('the removal of a plan');
    const caseId = way.split('/').at(-1) ?? '';
    const removed = recordsOf(before).filter((record) => record.caseId === caseId);
    await tryAll('removal', before, after, removed);
    await countLeft('removal', before, after);

    page = await reopen();
    const beforeWipe = await rowsOf(page);
    await wipe(page);
    const afterWipe = await rowsOf(page);
    await untilForgotten(beforeWipe, afterWipe);
    await browser.close();
    await search('Radera allt här');
    await tryAll('wipe', before, afterWipe, [...recordsOf(before), ...recordsOf(beforeWipe)]);
    await countLeft('wipe', beforeWipe, afterWipe);
    if (isWhole) {
      browser = await open();
      await browser.page.open(server.url);
      await browser.page.waitFor('button', 'Skydda uppgifterna');
      await browser.close();
      await countLeft('wipe and one more start', beforeWipe, afterWipe);
    }
    if (leaks.length > 0) throw new Error(`Found in clear:\n${leaks.join('\n')}`);
    return counts;

    /** Of the wrapped keys that are no longer among the rows: how many there are, and how many the browser's files hold. */
    async function countInFiles(
      earlier: DeviceRows | null,
      later: DeviceRows | null,
    ): Promise<{ readonly gone: number; readonly left: number }> {
      const sealedIn = (rows: DeviceRows | null): readonly Uint8Array[] => {
        const { vaults, access } = keyRowsOf(rows);
        return [
          ...access.map(({ sealed }) => sealed),
          ...vaults.map((row) => row.password.wrapped),
        ];
      };
      const kept = new Set(sealedIn(later).map((bytes) => Buffer.from(bytes).toString('hex')));
      const gone = sealedIn(earlier).filter(
        (bytes) => !kept.has(Buffer.from(bytes).toString('hex')),
      );
      let left = 0;
      for (const bytes of gone) if ((await countFilesWith(profileDir, bytes)) > 0) left += 1;
      return { gone: gone.length, left };
    }

    /** Chromium writes its files anew by itself when enough has been written: src/storage/overwrite.ts sees to that. */
    async function untilForgotten(
      earlier: DeviceRows | null,
      later: DeviceRows | null,
    ): Promise<void> {
      if (engine !== 'chromium') return;
      const end = performance.now() + 60_000;
      // A file may be taken away between its name and its bytes: only none three times in a row is none.
      for (let none = 0; none < 3; ) {
        const found = await countInFiles(earlier, later).catch(() => null);
        none = found?.left === 0 ? none + 1 : 0;
        if (none > 0 || found === null || performance.now() < end) continue;
        const files = await readdir(profileDir, { recursive: true });
        const store = files.filter((file) => /leveldb.*\.(?:ldb|log)$/u.test(file));
        throw new Error(
          `The files still hold ${found.left} of ${found.gone} keys that are gone: ${store.join(', ')}`,
        );
      }
    }

    /** Not to be had by the program any more; what the browser's own files still hold of keys that are gone is told. */
    async function countLeft(
      what: string,
      earlier: DeviceRows | null,
      later: DeviceRows | null,
    ): Promise<void> {
      const { gone, left } = await countInFiles(earlier, later);
      if (engine === 'chromium' && left > 0) throw new Error(`Keys came back after ${what}.`);
      add(`wrapped keys removed: ${what}`, gone);
      add(`of them still in the browser's files: ${what}`, left);
    }

    async function tryAll(
      what: string,
      earlier: DeviceRows | null,
      later: DeviceRows | null,
      records: ReturnType<typeof recordsOf>,
    ): Promise<void> {
      const { password } = canaries;
      const could = await countOpened(keyRowsOf(earlier), password, records);
      // With the keys of before they open: else nothing would be shown by that they do not.
      if (records.length === 0 || could === 0)
        throw new Error(`There is nothing to try (${what}).`);
      add(`records tried: ${what}`, records.length);
      const opened = await countOpened(keyRowsOf(later), password, records);
      if (opened > 0) throw new Error(`${opened} records open after ${what}.`);
      add(`opened: ${what}`, 0);
    }
  } finally {
    await browser.kill().catch(() => undefined);
    await publisher.end();
    for (const folder of [profileDir, aside])
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};

const rowsOf = (page: Page): Promise<DeviceRows | null> => readRows(page);

type Words = ReturnType<typeof makeCanaries>;

const writeAfter = async (page: Page, way: string, canaries: Words): Promise<void> => {
  await toWay(page, `${way}/efter`);
  await page.waitFor('heading', 'Efter mötet');
  await page.fill(`Egna ord, om ${canaries.name} vill`, canaries.ownWords);
  await page.fill('Vilket system?', canaries.after);
  await page.fill('Vad för de andra in?', canaries.after);
  await page.press('button', 'Anteckna');
  await page.waitForText(`Infört i ${canaries.after}`);
  await waitForSaved(page);
};

const searchAndPractise = async (page: Page, url: string, canaries: Words): Promise<void> => {
  // With more than eight plans there is a field to search in.
  for (let nth = 1; nth <= 8; nth += 1) {
    await toWay(page, '/ny');
    await page.type('Vems plan är det?', `Plan ${nth}`);
    await page.press('button', 'Börja förbereda');
    await page.waitFor('heading', 'Förbered');
  }
  await toWay(page, '/');
  await page.press('button', 'Alla planer');
  await page.fill('Sök namn', canaries.search);
  await page.waitForText('Ingen plan har det namnet.');
  await page.open(`${url}/ova`);
  await page.waitFor('heading', 'Öva');
  await page.press('link', 'Gå till mötet');
  await page.press('button', 'Starta mötet');
  await page.press('button', 'Nej');
  await page.waitFor('heading', 'Inledning');
  await page.type('Skriv en rad', canaries.practice);
  await page.key('Enter');
};

/** Errors with words in them: a wrong password, a file that is none, and a disk that takes no more. */
const makeErrors = async (
  browser: Browser,
  url: string,
  way: string,
  canaries: Words,
  folder: string,
): Promise<void> => {
  const { page } = browser;
  await page.open(url);
  await page.waitFor('heading', 'Låst');
  await page.type('Lösenord', canaries.wrongPassword);
  await page.press('button', 'Lås upp');
  await page.waitForText('lösenordet stämmer inte');
  await page.fill('Lösenord', canaries.password);
  await page.press('button', 'Lås upp');
  await page.waitForGone('heading', 'Låst');
  if (browser.engine === 'chromium') {
    await toWay(page, '/installningar');
    await page.press('button', 'Hämta från en säkerhetskopia');
    const file = join(folder, `${canaries.fileName}.sip`);
    await writeFile(file, canaries.fileName);
    await (browser as ChromiumBrowser).playwrightPage.setInputFiles('input[type=file]', file);
    await page.fill('Kopians lösenord', canaries.wrongPassword);
    await page.press('button', 'Läs kopian');
    await page.waitForText('Det här är inte en säkerhetskopia');
    await page.press('button', 'Avbryt');
  }
  await toWay(page, `${way}/forbered`);
  await page.waitFor('heading', 'Förbered');
  await page.evaluate(() => {
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.add = full;
    IDBObjectStore.prototype.put = full;
  });
  await page.type('Vad är viktigt för dig?', canaries.error);
  await page.waitForText('Inte sparat');
  // Loaded anew it is gone, as it was said to be; what is typed now is killed on its way.
  await page.open(`${url}${way}/forbered`);
  await unlock(page, canaries.password);
  await page.waitFor('heading', 'Förbered');
  await page.type('Varför ska vi träffas?', canaries.unsaved);
};

/** The new version of the program is fetched, waits, and is taken. */
const update = async (page: Page, publish: (version: string) => Promise<void>): Promise<void> => {
  await page.waitUntil(() => navigator.serviceWorker.controller !== null, []);
  await publish('second');
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
  await page.waitUntil(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.waiting !== null && registration?.waiting !== undefined;
  }, []);
  await page.press('button', 'Byt till den nya');
  await page.waitFor('heading', 'Låst');
};

const makeBackup = async (browser: ChromiumBrowser, folder: string): Promise<void> => {
  const { page, playwrightPage } = browser;
  await toWay(page, '/installningar');
  await page.press('button', 'Gör en säkerhetskopia');
  await page.type('Kopians lösenord', filePassword);
  await page.type('Skriv det en gång till', filePassword);
  await page.press('button', 'Gör kopian');
  await page.waitForText('Kopian är läst tillbaka och hel');
  const coming = playwrightPage.waitForEvent('download');
  await page.press('link', 'Spara säkerhetskopian');
  const download = await coming;
  const name = download.suggestedFilename();
  if (!/^sip-sakerhetskopia-\d{4}-\d{2}-\d{2}\.sip$/.test(name))
    throw new Error(`The backup is called ${name}.`);
  await download.saveAs(join(folder, name));
};

const remove = async (page: Page, way: string, name: string): Promise<void> => {
  await toWay(page, `${way}/efter`);
  await page.waitFor('heading', 'Efter mötet');
  await page.press('button', 'Ta bort nu');
  await page.press('button', 'Ta bort planen härifrån');
  await page.waitUntil(() => location.pathname === '/', []);
  if ((await page.text()).includes(name)) throw new Error('The removed plan is on the page.');
};

const wipe = async (page: Page): Promise<void> => {
  await toWay(page, '/installningar');
  await page.press('button', 'Radera allt här');
  await page.type('Skriv ordet radera', 'radera');
  await tap(page, 'Radera allt');
  await page.waitFor('button', 'Skydda uppgifterna', { timeout: 60_000 });
};
