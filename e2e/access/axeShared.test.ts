/** As axeStart.test.ts, for a tablet that two share, and for an iPad's home screen. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';
import { createRound } from './checkView.ts';
import { moveViews, sharedViews } from './views.ts';
import { openHomeScreen, startOrganisation, walkMove, walkShared } from './walkShared.ts';

let server: TestServer;
const browsers: ChromiumBrowser[] = [];

beforeAll(async () => {
  server = await startOrganisation();
});

afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await server.stop();
});

it('what two on one tablet meet can be read and used by all', async () => {
  const browser = await openChromium({ server, reducedMotion: true });
  browsers.push(browser);
  const round = createRound(browser, { extent: 'slice' });
  await walkShared(browser, server.url, round.at);
  expect(round.found).toEqual([]);
  expect(round.seen).toEqual(sharedViews.map(({ name }) => name));
}, 400_000);

it('the move to the home screen of an iPad can be read and used by all', async () => {
  const browser = await openHomeScreen();
  browsers.push(browser);
  const round = createRound(browser, { extent: 'slice' });
  await walkMove(browser, server.url, round.at);
  expect(round.found).toEqual([]);
  expect(round.seen).toEqual(moveViews.map(({ name }) => name));
}, 400_000);
