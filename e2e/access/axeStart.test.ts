/**
 * No view breaks the rules of WCAG 2.2 AA that axe-core can tell, in light and in dark; none is cut off or scrolls
 * sideways at 320 px (400 % zoom) or with text at 200 %. Every form of every view: `npm run test:long -- access`.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';
import { createRound } from './checkView.ts';
import { startViews } from './views.ts';
import { walkStart } from './walkViews.ts';

let server: TestServer;
let browser: ChromiumBrowser;

beforeAll(async () => {
  server = await startApp();
  // Without motion nothing is caught half way between two colours.
  browser = await openChromium({ server, reducedMotion: true });
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

it('every view of first start, the list, settings and help can be read and used by all', async () => {
  const round = createRound(browser, { extent: 'slice' });
  await walkStart(browser.page, server.url, round.at);
  expect(round.found).toEqual([]);
  expect(round.seen).toEqual(startViews.map(({ name }) => name));
}, 400_000);
