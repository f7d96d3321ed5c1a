/**
 * No view breaks the rules of WCAG 2.2 AA that axe-core can tell, in light and in dark; none is cut off or scrolls
 * sideways at 320 px (400 % zoom) or with text at 200 %. Every form of every view: `npm run test:long -- access`.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';
import { createRound } from './checkView.ts';
import { caseViews, meetingViews, planViews, startViews, type View } from './views.ts';
import { walkCase, walkMeeting, walkPlan, walkStart } from './walkViews.ts';

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

const namesOf = (...views: readonly (readonly View[])[]): readonly string[] =>
  views.flat().map(({ name }) => name);

it('every view of first start, the list, settings and help can be read and used by all', async () => {
  const round = createRound(browser, { extent: 'slice' });
  await walkStart(browser.page, server.url, round.at);
  expect(round.found).toEqual([]);
  expect(round.seen).toEqual(namesOf(startViews));
}, 300_000);

it('every view of a case, its meeting and its plan can be read and used by all', async () => {
  const { page } = browser;
  const round = createRound(browser, { extent: 'slice' });
  await walkCase(page, server.url, round.at);
  await walkMeeting(page, round.at);
  await walkPlan(page, round.at);
  expect(round.found).toEqual([]);
  expect(round.seen).toEqual(namesOf(caseViews, meetingViews, planViews));
}, 300_000);
