/**
 * A canary in every kind of field (names, free text, phones, places, exceptions, facts, the password itself), written
 * as a person writes: none is in any file of the profile, in clear, in UTF-16, in base64, whole or in pieces, nor is
 * the reserve code. Those planted in clear, in each kind of storage, are found, in each browser.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { startApp } from '../app.ts';
import { emptyPage } from '../crash/deviceRows.ts';
import { engines, openBrowser } from '../driver/openBrowser.ts';
import { findCompiler } from '../driver/programs.ts';
import { searchCanaries } from './canaryJourney.ts';
import { plantWords } from './plantWords.ts';
import { searchFiles } from './searchFiles.ts';

it('leaves no word of any field in clear in the profile, and no key to what was removed', async () => {
  const counts = await searchCanaries({ engine: 'chromium', extent: 'short' });
  console.log(JSON.stringify(counts));
  expect(counts).toMatchObject({ searches: 3, found: 0, planted: 15 });
  expect(counts['records tried: removal']).toBeGreaterThan(10);
  expect(counts['records tried: wipe']).toBeGreaterThan(10);
}, 300_000);

// Chromium's are looked for above. WebKitGTK keeps a profile only where there is a compiler.
const others = engines.filter(
  (engine) => engine === 'firefox' || (engine === 'webkit' && findCompiler() !== null),
);

it.each(others)('finds what is planted in clear in the profile of %s', async (engine) => {
  const server = await startApp();
  const profileDir = await mkdtemp(join(tmpdir(), 'sip-planted-'));
  try {
    const browser = await openBrowser(engine, { profileDir, server });
    await browser.page.open(`${server.url}${emptyPage}`);
    const words = Object.values(await plantWords(browser.page));
    const missing = async (): Promise<readonly string[]> => {
      const found = await searchFiles(profileDir, words);
      return words.filter((word) => !found.some(({ canary }) => canary === word));
    };
    // A browser writes some of it a moment later.
    await vi.waitFor(async () => expect(await missing()).toEqual([]), { timeout: 30_000 });
    await browser.close();
    expect(await missing()).toEqual([]);
  } finally {
    await server.stop();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});
