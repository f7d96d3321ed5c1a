/**
 * What no one else was shown, while a phone follows: a word in each of the places where such things stand, searched in all that
 * the phone has been given and has (what it opened, its page, memory, storage and files), in what the leader's windows say to
 * each other, and with the server. Beside them what was shown for all is found where it must be.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firstStart, newSip, waitForSaved } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { Page } from '../driver/types.ts';
import { openWall } from '../journeys/roomSteps.ts';
import { sayYes, showRow, startMeeting, writeInBehov, writeRow } from '../journeys/steps.ts';
import { makeCanary, searchFiles } from '../secrets/searchFiles.ts';
import { startServerProcess } from '../secrets/serverProcess.ts';
import { goToWay, openLink, share } from './shareSteps.ts';

/** No such day: nobody has this number. Cut in two, so that it stands in no file of the program. */
const numberOfNobody = `${['19990231', '0000'].join('-')}`;

const hidden = {
  people: makeCanary(),
  spoken: makeCanary(),
  subject: makeCanary(),
  party: makeCanary(),
  row: makeCanary(),
} as const;
const secrets = [...Object.values(hidden), numberOfNobody];

/** From now on, what the windows of this page say to each other stands at its root. */
const listenToWindows = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { dataset } = document.documentElement;
    const post = BroadcastChannel.prototype.postMessage;
    BroadcastChannel.prototype.postMessage = function say(message: unknown): void {
      dataset['said'] = (dataset['said'] ?? '') + JSON.stringify(message);
      post.call(this, message);
    };
  });

/** From now on, what is opened here stands at the root of the page. */
const listenToOpening = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { dataset } = document.documentElement;
    const { subtle } = crypto;
    const decrypt = subtle.decrypt.bind(subtle);
    subtle.decrypt = async (...given) => {
      const opened = await decrypt(...given);
      dataset['opened'] = (dataset['opened'] ?? '') + new TextDecoder().decode(opened);
      return opened;
    };
  });

/** All that the page can reach of what it has, but the program's own files. */
const allOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const rows: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const all = db.transaction(store).objectStore(store).getAll();
        for (const row of await asked<unknown[]>(all))
          rows.push(
            JSON.stringify(row, (_, value: unknown) =>
              value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
            ),
          );
      }
      db.close();
    }
    const kept = await Promise.all(
      (await caches.keys()).map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => url),
      ),
    );
    return [
      document.documentElement.outerHTML,
      document.title,
      location.href,
      document.cookie,
      document.referrer,
      JSON.stringify(history.state),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      // The page's own address as it was opened stands in the first of these as long as the page does, and cannot be taken out.
      ...performance
        .getEntries()
        .map(({ name, entryType }) => (entryType === 'navigation' ? '' : name)),
      ...rows,
      ...kept.flat(),
    ].join('\n');
  });

/** Every text in the memory of the page. */
const memoryOf = async ({ playwrightPage }: ChromiumBrowser): Promise<string> => {
  const session = await playwrightPage.context().newCDPSession(playwrightPage);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
};

const inText = (text: string): readonly string[] => secrets.filter((word) => text.includes(word));

it('has nothing on the phone, between windows or with the server that was not shown for all', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sip-following-'));
  const dirs = { store: join(folder, 'data'), log: join(folder, 'log') };
  const profileDir = join(folder, 'phone');
  const [planted, shown] = [makeCanary(), makeCanary()];
  await mkdir(dirs.log);
  const server = await startServerProcess(
    { SIP_DATA: dirs.store },
    join(dirs.log, 'server.log'),
    planted,
  );
  const leading = await openChromium({ typing: 'words', timeout: 45_000 });
  const following = await openChromium({
    profileDir,
    viewport: { width: 360, height: 800 },
    touch: true,
    timeout: 45_000,
  });
  try {
    const leader = leading.page;
    const phone = following.page;
    await firstStart(leader, `http://localhost:${server.port}`);
    await newSip(leader, 'Lars');
    await leader.press('button', 'Lägg till person');
    await leader.type('Namn', 'Anna');
    await leader.type('Funktion eller relation', 'syster');
    await leader.type('Privat telefon', `${hidden.people} ${numberOfNobody}`);
    await leader.type('Pratat med före mötet', hidden.spoken);
    await leader.press('button', 'Klar');
    await leader.waitFor('button', 'Ändra Anna');
    await goToWay(leader, 'samtycke', 'Samtycke');
    await leader.fill('Ämne', hidden.subject);
    await leader.key('Enter');
    await leader.fill('Person eller verksamhet', hidden.party);
    await leader.key('Enter');
    await sayYes(leader, 'make');
    await waitForSaved(leader);
    await goToWay(leader, 'dela', 'Skriv ut och dela');
    const link = await share(leader, 'Lars');
    await openLink(phone, link);
    await phone.waitForText('Mötet börjar snart.');
    await listenToOpening(phone);

    await goToWay(leader, 'mote', 'Starta mötet');
    await startMeeting(leader);
    await listenToWindows(leader);
    const wall = await openWall(leading);
    await wall.waitFor('heading', 'Inledning');
    await writeInBehov(leader);
    for (const words of [`${hidden.row} ${numberOfNobody}`, shown])
      await writeRow(leader, 'Skriv en rad', words, () => leader.press('button', 'Insats'));
    await showRow(leader, shown);
    for (const each of [wall, phone]) await each.waitForText(shown);

    const fragment = link.split('#')[1] ?? '';
    const opened = await phone.evaluate(() => document.documentElement.dataset['opened'] ?? '');
    expect(opened).toContain(shown);
    expect(inText(opened)).toEqual([]);
    const has = await allOf(phone);
    expect(has).toContain(shown);
    expect(inText(has)).toEqual([]);
    expect(has).not.toContain(fragment);
    const memory = await memoryOf(following);
    expect(memory).toContain(shown);
    expect(inText(memory)).toEqual([]);
    const said = await leader.evaluate(() => document.documentElement.dataset['said'] ?? '');
    expect(said).toContain(shown);
    expect(inText(said)).toEqual([]);
    expect(inText(await wall.text())).toEqual([]);
    // The leader's own page has them: so they were written.
    expect(inText(await memoryOf(leading)).length).toBe(secrets.length);

    await phone.evaluate((word) => localStorage.setItem('planted', word), planted);
    expect(phone.problems()).toEqual([]);
    await following.close();
    const wanted = [...secrets, shown, planted];
    for (const place of [profileDir, dirs.log, dirs.store]) {
      const found = new Set((await searchFiles(place, wanted)).map(({ canary }) => canary));
      expect([place, [...found]]).toEqual([place, place === dirs.store ? [] : [planted]]);
    }
  } finally {
    await Promise.all([leading.close(), following.close().catch(() => undefined)]);
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}, 600_000);
