/** As axeStart.test.ts, for a case: its steps, its meeting and its plan. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';
import { createRound } from './checkView.ts';
import { caseViews, meetingViews, planViews } from './views.ts';
import { walkCase, walkMeeting, walkPlan } from './walkViews.ts';

let server: TestServer;
let browser: ChromiumBrowser;

beforeAll(async () => {
  server = await startApp();
  browser = await openChromium({ server, reducedMotion: true });
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

it('every view of a case, its meeting and its plan can be read and used by all', async () => {
  const { page } = browser;
  const round = createRound(browser, { extent: 'slice' });
  await walkCase(page, server.url, round.at);
  await walkMeeting(page, round.at);
  await walkPlan(page, round.at);
  expect(round.found).toEqual([]);
  const expected = [...caseViews, ...meetingViews, ...planViews].map(({ name }) => name);
  expect(round.seen).toEqual(expected);
}, 400_000);
