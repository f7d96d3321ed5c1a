/**
 * Chromium, killed in the middle of a write, leaves half a record at the end of its log. Left alone it goes on behind it,
 * and at the start after that it throws the whole database away (docs/decisions/0061).
 */
import { appendFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firstStart, newSip, startApp, unlock, waitForSaved } from '../app.ts';
import { openChromium } from '../driver/chromium.ts';

const blockBytes = 32_768;

/** Half a record as LevelDB writes them: checksum, length, kind, and less than it says. */
const halfRecord = (fileBytes: number): Buffer => {
  const left = blockBytes - (fileBytes % blockBytes);
  // A record lies within a block: where there is no room, zeros up to the next, as LevelDB itself does.
  const padding = Buffer.alloc(left < 600 ? left : 0);
  const head = Buffer.from([0x12, 0x34, 0x56, 0x78, 0, 0, 1]);
  head.writeUInt16LE(500, 4);
  return Buffer.concat([padding, head, Buffer.alloc(100, 0x5a)]);
};

/** Of the database itself, or of its spare: they lie in different folders. */
const tearLogs = async (profileDir: string, which: 'database' | 'spare'): Promise<number> => {
  const files = await readdir(profileDir, { recursive: true });
  const logs = files.filter(
    (file) =>
      /indexeddb\.leveldb.*\d+\.log$/u.test(file) &&
      file.includes('WebStorage') === (which === 'spare'),
  );
  for (const log of logs) {
    const path = join(profileDir, log);
    await appendFile(path, halfRecord((await stat(path)).size));
  }
  return logs.length;
};

const fields = ['Vad är viktigt för dig?', 'Varför ska vi träffas?'] as const;
const words = ['Behålla gården', 'För att kunna sova'] as const;

it('loses nothing where the browser was killed in the middle of a write: of the database, then of the spare, then again', async () => {
  const server = await startApp();
  const profileDir = await mkdtemp(join(tmpdir(), 'sip-torn-'));
  const open = () => openChromium({ profileDir, server, typing: 'words' });
  let browser = await open();
  let address = '';
  const killAndOpen = async (torn: 'database' | 'spare' | null): Promise<void> => {
    await browser.kill();
    if (torn !== null) expect(await tearLogs(profileDir, torn)).toBeGreaterThan(0);
    browser = await open();
    await browser.page.open(`${address}/forbered`);
    await unlock(browser.page);
    await browser.page.waitFor('heading', 'Förbered');
  };
  try {
    await firstStart(browser.page, server.url);
    address = await newSip(browser.page, 'Lars');
    await browser.page.type(fields[0], words[0]);
    await waitForSaved(browser.page);
    await killAndOpen('database');
    await browser.page.type(fields[1], words[1]);
    await waitForSaved(browser.page);
    for (const torn of [null, 'spare', null, 'database', null] as const) {
      await killAndOpen(torn);
      expect(await browser.page.value(fields[0])).toBe(words[0]);
      expect(await browser.page.value(fields[1])).toContain(words[1]);
      await browser.page.type(fields[1], '.');
      await waitForSaved(browser.page);
    }
    expect(await browser.page.value(fields[1])).toBe(`${words[1]}.....`);
  } finally {
    await browser.kill().catch(() => undefined);
    await server.stop();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}, 180_000);
