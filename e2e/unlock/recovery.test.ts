/** Password and reserve code are both gone: the organisation's key, its tool, and the plan is there again. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textToRecoveryKey } from '../../src/protocol/recoveryKey.ts';
import { karin, newSip, protect, unlock, waitForSaved } from '../app.ts';
import { findViolations } from '../driver/axe.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import { startServer, type TestServer } from '../driver/server.ts';
import type { Page } from '../driver/types.ts';

const passphrase = 'nyckelskåpet längst ner till vänster';
const field = 'Vad är viktigt för dig?';
const important = 'Behålla gården';
const newPassword = 'fyra nya ord tillsammans';
const tool = fileURLToPath(new URL('../../scripts/recovery/main.ts', import.meta.url));

let server: TestServer;
let browser: ChromiumBrowser;
let page: Page;
let folder: string;
let prepare: string;
/** What people compare. */
let number: string;

/** As the one who keeps the key runs it. */
const recovery = (args: readonly string[], typed: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tool, ...args], {
      env: { ...process.env, INIT_CWD: folder },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        said += String(data);
      });
    child.on('close', (code) => (code === 0 ? resolve(said) : reject(new Error(said))));
    child.stdin.end(typed.map((line) => `${line}\n`).join(''));
  });

const publicKey = (said: string) => {
  const key = textToRecoveryKey(/sip-key-1:[0-9A-Z]+/.exec(said)?.[0] ?? '');
  if (key === null) throw new Error(`expected a key in: ${said}`);
  return key;
};

const numberOf = (said: string): string => /(?:[0-9A-Z]{4} ){3}[0-9A-Z]{4}/.exec(said)?.[0] ?? '';

const serveWith = (said: string, port = 0): Promise<TestServer> =>
  startServer(undefined, {
    organisation: { name: 'Åby kommun', publicKey: publicKey(said) },
    port,
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sip-recovery-'));
  const said = await recovery(['new-key', 'key.json'], [passphrase, passphrase]);
  number = numberOf(said);
  server = await serveWith(said);
  browser = await openChromium();
  ({ page } = browser);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

it('tells whose key it is, what it can do and its number before anybody goes on', async () => {
  await page.open(server.url);
  await page.press('button', 'Skydda uppgifterna');
  await page.waitForText('Åby kommun har en nyckel');
  await page.waitForText('Den som har både nyckeln och plattan kan läsa allt du skriver här');
  await page.waitForText(`Nyckelns nummer: ${number}`);
  expect(await findViolations(page)).toEqual([]);
  await protect(page, karin);
  prepare = `${await newSip(page, 'Lars')}/forbered`;
  await page.type(field, important);
  await waitForSaved(page);
});

it('opens again with the help of the key, through a reload, with a new password and code', async () => {
  await page.open(prepare);
  await page.press('button', 'Ta hjälp av organisationens nyckel');
  const asked = await page.value('Frågan');
  await page.reload();
  await page.press('button', 'Ta hjälp av organisationens nyckel');
  await page.waitFor('textbox', 'Frågan');
  expect(await page.value('Frågan')).toBe(asked);
  expect(await findViolations(page)).toEqual([]);
  const coming = browser.playwrightPage.waitForEvent('download');
  await page.press('link', 'Spara frågan som fil');
  await (await coming).saveAs(join(folder, 'fraga.txt'));
  expect(await readFile(join(folder, 'fraga.txt'), 'utf8')).toBe(asked);

  const said = await recovery(
    ['open', 'fraga.txt', '--key', 'key.json', '--out', 'svar.txt'],
    ['yes', passphrase],
  );
  const digits = /(?:\d{4} ){3}\d{4}/.exec(said)?.[0] ?? 'none';
  expect(await page.text()).toContain(digits);
  expect(await page.text()).toContain(number);

  const answer = await readFile(join(folder, 'svar.txt'), 'utf8');
  await page.evaluate(
    (text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'svar.txt'));
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      if (input === null) throw new Error('no place for a file');
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    answer.slice(0, -30),
  );
  await page.type('Nytt lösenord', newPassword);
  await page.type('Skriv lösenordet en gång till', newPassword);
  await page.press('button', 'Lås upp');
  await page.waitForText('en del av svaret saknas', { timeout: 30_000 });
  await page.evaluate((text) => {
    const area = [...document.querySelectorAll('textarea')].at(-1);
    if (area === undefined) throw new Error('no place for an answer');
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, answer);
  await page.press('button', 'Lås upp');
  await page.waitForText('Det nya lösenordet gäller.', { timeout: 30_000 });
  expect(await findViolations(page)).toEqual([]);
  await page.press('checkbox', 'Jag har sparat koden');
  await page.press('button', 'Fortsätt');
  await page.waitFor('heading', 'Förbered', { timeout: 30_000 });
  expect(await page.value(field)).toBe(important);
});

it('the old password is gone, and the owner can read what happened', async () => {
  await page.open(`${server.url}/installningar`);
  await page.type('Lösenord', karin.password);
  await page.press('button', 'Lås upp');
  await page.waitForText('lösenordet stämmer inte', { timeout: 30_000 });
  await unlock(page, newPassword);
  await page.press('button', 'Det här har hänt med låset');
  await page.waitForText('Öppnat med hjälp av organisationens nyckel.');
  await page.waitForText('Åby kommun har en nyckel som också kan öppna dina planer här.');
  expect(page.problems()).toEqual([]);
});

it('a newer key is told and taken with the password', async () => {
  const said = await recovery(['new-key', 'newer.json'], [passphrase, passphrase]);
  const port = Number(new URL(server.url).port);
  await server.stop();
  server = await serveWith(said, port);
  await page.open(`${server.url}/installningar`);
  await unlock(page, newPassword);
  await page.waitForText('Åby kommun har en ny nyckel');
  await page.waitForText(`Nyckelns nummer: ${numberOf(said)}`);
  expect(await findViolations(page)).toEqual([]);
  await page.press('button', 'Byt till den nya nyckeln');
  await page.type('Lösenordet nu', newPassword, { within: 'Organisationens nyckel' });
  await page.press('button', 'Byt till den nya nyckeln');
  await page.waitForText('Klart. Nyckeln kan öppna dina planer här.', { timeout: 30_000 });
  expect(await page.text()).not.toContain(number);
});
