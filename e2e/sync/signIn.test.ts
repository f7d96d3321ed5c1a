/**
 * A server that takes those who have signed in with their work account: from the app to the provider and back, with nothing
 * lost on the way, and nothing about the person or the plan in any address.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessOf } from '../../server/access/accessSettings.ts';
import {
  clientSecret,
  startTestProvider,
  type TestProvider,
  whoAreYou,
} from '../../server/access/testProvider.ts';
import { firstStart, karin, newSip, unlock } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import {
  beginAsSecond,
  goToSettings,
  openCaseAt,
  pairByTyping,
  waitForSynced,
} from './pairSteps.ts';
import { type SyncTestServer, startSyncApp } from './startSyncApp.ts';

let provider: TestProvider;
let app: SyncTestServer;
let one: ChromiumBrowser;
let two: ChromiumBrowser;

beforeAll(async () => {
  app = await startSyncApp(async (origin) => {
    // Another site than the app, as it is in life: cookies are held to it.
    provider = await startTestProvider(() => `${origin}/auth/callback`, '127.0.0.1');
    return accessOf({
      SIP_OPEN: 'oidc',
      SIP_OIDC_ISSUER: provider.issuer,
      SIP_OIDC_CLIENT_ID: 'sip',
      SIP_OIDC_CLIENT_SECRET: clientSecret,
      SIP_OIDC_NEEDS: 'organisation=SE2',
      SIP_SECRET: Buffer.alloc(32, 7).toString('base64'),
    });
  });
  [one, two] = await Promise.all([
    openChromium({ timeout: 45_000 }),
    openChromium({ timeout: 45_000 }),
  ]);
});

afterAll(async () => {
  await one?.close();
  await two?.close();
  await app?.remove();
  await provider?.stop();
});

const important = 'Vad är viktigt för dig?';
const account = 'aby-anna';

/** Back from the provider: locked, since the page was left, and then where one was. */
const comeBack = async ({ page }: ChromiumBrowser): Promise<void> => {
  await unlock(page);
  await page.waitFor('heading', 'Inställningar');
};

it('signs in from the app and comes back with all that was written, and then syncs', {
  timeout: 400_000,
}, async () => {
  const { page, context } = one;
  const addresses: string[] = [];
  context.on('request', (request) => {
    if (request.url().startsWith(app.url))
      addresses.push(request.url(), request.headers()['referer'] ?? '');
  });
  const titles: string[] = [];
  const note = async (): Promise<void> => {
    titles.push(await page.title());
    addresses.push(await page.url());
  };

  await firstStart(page, app.url);
  await newSip(page, 'Lars');
  await page.type(important, 'Sova bättre.');
  await page.press('link', 'Lars');
  await page.press('link', 'Mina SIP:ar');
  await goToSettings(page);
  await page.waitForText('Logga in med ditt arbetskonto för att synka.');
  await page.press('button', 'Lägg till en platta eller dator');
  await page.waitForText(/behövs först en inbjudningskod, eller att du loggar in/u);
  await page.press('button', 'Avbryt');

  // Written, not saved, and left.
  await page.fill('Telefon på arbetet', '070-174 06 05');
  await page.press('link', 'Logga in');
  await page.waitFor('heading', whoAreYou);
  await page.press('link', 'Avbryt');
  await comeBack(one);
  await page.waitForText('Inget är ändrat. Inloggningen gick inte igenom.');
  expect(await page.value('Telefon på arbetet')).toBe('070-174 06 05');
  await note();
  expect(await page.url()).toBe(`${app.url}/installningar`);

  // Another account than that of work; after it, one is asked again.
  await page.press('link', 'Logga in');
  await page.waitFor('heading', whoAreYou);
  await page.type('Konto', 'other-olle');
  await page.press('button', 'Fortsätt');
  await comeBack(one);
  await page.waitForText('Inget är ändrat. Inloggningen gick inte igenom.');

  // Begun by somebody, and not to be told from one that somebody else began.
  await page.press('link', 'Logga in');
  await page.waitFor('heading', whoAreYou);
  await context.clearCookies({ name: 'sip-sign-in' });
  await page.type('Konto', account);
  await page.press('button', 'Fortsätt');
  await comeBack(one);
  await page.waitForText('Inget är ändrat. Inloggningen blev inte klar.');

  await page.press('link', 'Logga in');
  await comeBack(one);
  await page.waitForText(/Du är inloggad till/u);
  await note();

  await beginAsSecond(two.page, app.url, { ...karin, password: 'hjortron skare norrsken träsko' });
  await pairByTyping(page, two.page);
  await two.page.press('link', 'Till Mina SIP:ar');
  await openCaseAt(two.page, 'Lars', 'forbered');
  expect(await two.page.value(important)).toBe('Sova bättre.');
  await waitForSynced(two.page);
  await note();

  const { token } = await page.evaluate(async () => (await fetch('/auth/token')).json());
  expect(token).toMatch(/^[\w-]{70,}$/u);
  const said = [...addresses, ...titles, ...(page.problems() ?? []), ...app.faults].join('\n');
  expect(said).toContain('/auth/start?back=/installningar');
  for (const secret of [token, account, 'other-olle', 'Lars', 'Sova', 'Karin', '070-174'])
    expect([secret, said.includes(secret)]).toEqual([secret, false]);
  expect(app.faults).toEqual([]);
});
