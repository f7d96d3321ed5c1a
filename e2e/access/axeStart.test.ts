/**
 * No view breaks the rules of WCAG 2.2 AA that axe-core can tell, in light and in dark; none is cut off or scrolls
 * sideways at 320 px (400 % zoom) or with text at 200 %. Every form of every view: `npm run test:long -- access`.
 */
import { beforeAll, expect, it } from 'vitest';
import type { ChromiumBrowser } from '../driver/chromium.ts';
import { openApp, type TestApp } from '../openApp.ts';
import { createRound } from './checkView.ts';
import { startViews } from './views.ts';
import { walkStart } from './walkViews.ts';

let app: TestApp;
let browser: ChromiumBrowser;

beforeAll(async () => {
  app = await openApp();
  // Without motion nothing is caught half way between two colours.
  browser = await app.open({ reducedMotion: true });
  return app.close;
});

it('every view of first start, the list, settings and help can be read and used by all', async () => {
  const round = createRound(browser, { extent: 'slice' });
  await walkStart(browser.page, app.url, round.at);
  expect(round.found).toEqual([]);
  expect(round.seen).toEqual(startViews.map(({ name }) => name));
}, 400_000);
