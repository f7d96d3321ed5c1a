/** As axeStart.test.ts, for a case: its steps, its meeting and its plan. */
import { beforeAll, expect, it } from 'vitest';
import type { ChromiumBrowser } from '../driver/chromium.ts';
import { openApp, type TestApp } from '../openApp.ts';
import { createRound } from './checkView.ts';
import { caseViews, meetingViews, planViews } from './views.ts';
import { walkCase, walkMeeting, walkPlan } from './walkViews.ts';

let app: TestApp;
let browser: ChromiumBrowser;

beforeAll(async () => {
  app = await openApp();
  browser = await app.open({ reducedMotion: true });
  return app.close;
});

it('every view of a case, its meeting and its plan can be read and used by all', async () => {
  const { page } = browser;
  const round = createRound(browser, { extent: 'slice' });
  await walkCase(page, app.url, round.at);
  await walkMeeting(page, round.at);
  await walkPlan(page, round.at);
  expect(round.found).toEqual([]);
  const expected = [...caseViews, ...meetingViews, ...planViews].map(({ name }) => name);
  expect(round.seen).toEqual(expected);
}, 400_000);
