/**
 * Canaries in a plan that is written on one device and synced to another: then all that the server has is searched. Its store's files
 * (with logs written ahead), what it and PostgreSQL say, and the traffic, as captured between the browser and the server.
 * Beside them one word goes the same ways in clear: it must be found in each of these places.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres, type TestPostgres } from '../../server/store/postgres/testPostgres.ts';
import { connectTestClient, createTestWriter } from '../../server/sync/testing.ts';
import type { Bytes } from '../../src/shared/bytes.ts';
import { karin, newSip, unlock, waitForSaved } from '../app.ts';
import { openBrowser } from '../driver/openBrowser.ts';
import {
  beginAsSecond,
  goHome,
  goToSettings,
  openCaseAt,
  pairByTyping,
} from '../sync/pairSteps.ts';
import { makeCanaries } from './canaries.ts';
import { type RecordingProxy, startRecordingProxy } from './recordingProxy.ts';
import { makeCanary, searchFiles } from './searchFiles.ts';
import { type ServerProcess, startServerProcess } from './serverProcess.ts';
import { lookAtAll, startWithCanaries, writeCanaries } from './writeCanaries.ts';

export interface SyncCanaryInput {
  readonly store: 'SQLite' | 'PostgreSQL';
}

export type SyncCanaryCounts = Readonly<Record<string, number>>;

const places = ['store', 'log', 'traffic'] as const;

/** A record that a writer forgot to seal. */
const unsealed = (record: Bytes, word: string): Bytes => {
  const bytes = new Uint8Array(record);
  bytes.set(new TextEncoder().encode(word), 60);
  return bytes;
};

const sendInClear = async (port: number, word: string): Promise<void> => {
  const client = await connectTestClient(port);
  const writer = createTestWriter();
  const { serverName } = client;
  const record = unsealed(writer.record(), word);
  await client.ask(writer.open(serverName));
  const answer = await client.ask({
    is: 'append',
    frame: writer.frame(serverName, [record]),
  });
  if (answer.is !== 'appended') throw new Error(`What was planted was answered ${answer.is}.`);
  await client.close();
};

/** Until the browser has nothing more to say. */
const untilQuiet = async (proxy: RecordingProxy): Promise<void> => {
  const quietMs = 4_000;
  const until = Date.now() + 60_000;
  for (let last = -1; last !== proxy.messageBytes(); ) {
    last = proxy.messageBytes();
    await new Promise((resolve) => setTimeout(resolve, quietMs));
    if (Date.now() > until) throw new Error('The browser did not get ready with syncing.');
  }
};

/** As PostgreSQL says it when it is asked what it does not understand. */
const plantInPostgresLog = async (url: string, word: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`SELECT nothing AS ${word}`).catch(() => undefined);
  await client.query('CHECKPOINT');
  await client.end();
};

/** Throws where a canary is found, or what was planted is not. */
export const searchSyncCanaries = async ({ store }: SyncCanaryInput): Promise<SyncCanaryCounts> => {
  const folder = await mkdtemp(join(tmpdir(), 'sip-sync-canary-'));
  const dirs = {
    store: join(folder, 'data'),
    log: join(folder, 'log'),
    traffic: join(folder, 'traffic'),
  };
  const canaries = makeCanaries();
  const planted = makeCanary();
  let postgres: TestPostgres | null = null;
  let server: ServerProcess | null = null;
  let proxy: RecordingProxy | null = null;
  try {
    await mkdir(dirs.log);
    if (store === 'PostgreSQL') {
      postgres = await startPostgres();
    }
    proxy = await startRecordingProxy(dirs.traffic, () => server?.port ?? 0);
    server = await startServerProcess(
      {
        SIP_DATA: dirs.store,
        SIP_NAME: `localhost:${proxy.port}`,
        DATABASE_URL: postgres?.url ?? '',
      },
      join(dirs.log, 'server.log'),
      planted,
    );
    const url = `http://localhost:${proxy.port}`;
    const [browser, second] = await Promise.all([
      openBrowser('chromium', { timeout: 30_000 }),
      openBrowser('chromium', { timeout: 30_000 }),
    ]);
    try {
      const { page } = browser;
      const groups = await startWithCanaries(page, url, canaries);
      await newSip(page, canaries.name);
      await waitForSaved(page);
      await goHome(page, canaries.name);
      // A device alone sends nothing. The second has a vault of its own, of the same person.
      await beginAsSecond(second.page, url, { ...karin, password: canaries.wrongPassword });
      await goToSettings(page);
      await pairByTyping(page, second.page);
      await page.press('link', 'Mina SIP:ar');
      await openCaseAt(page, canaries.name, 'forbered');
      await page.waitFor('heading', 'Förbered');
      await writeCanaries(page, canaries);
      await unlock(page, canaries.password);
      await page.waitForText(canaries.meeting);
      await lookAtAll(page, canaries);
      await untilQuiet(proxy);
      const synced = proxy.messageBytes();
      if (synced < 10_000) throw new Error(`Only ${synced} bytes were synced: that is no plan.`);
      await sendInClear(proxy.port, planted);
      if (postgres !== null) {
        await plantInPostgresLog(postgres.url, planted);
        await writeFile(join(dirs.log, 'postgres.log'), postgres.log());
        dirs.store = await postgres.files();
      }

      const codes = [groups.join(''), groups.join(' '), groups.join('-')];
      const secret = [...Object.values(canaries), ...codes];
      const counts: Record<string, number> = { searches: 0, found: 0, planted: 0, synced };
      for (const place of places) {
        const found = await searchFiles(dirs[place], [...secret, planted]);
        const leaks = found.filter(({ canary }) => canary !== planted);
        if (leaks.length > 0) {
          const told = leaks.map(({ canary, form, file }) => {
            const [kind] = Object.entries(canaries).find(([, word]) => word === canary) ?? ['code'];
            return `${kind} as ${form} in ${file}`;
          });
          throw new Error(`In the ${place} of ${store}: ${told.join('; ')}`);
        }
        if (!found.some(({ canary, form }) => canary === planted && form === 'utf8'))
          throw new Error(`What was planted in the ${place} of ${store} was not found.`);
        counts['searches'] = (counts['searches'] ?? 0) + 1;
        counts['planted'] = (counts['planted'] ?? 0) + 1;
      }
      return { ...counts, canaries: secret.length };
    } finally {
      await Promise.all([browser.close(), second.close()]);
    }
  } finally {
    await proxy?.stop();
    await server?.stop();
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};
