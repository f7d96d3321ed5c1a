/**
 * Every view (e2e/access/views.ts) in every form: light, dark and forced colours, a tablet, 320 px and text at 200 %, by
 * axe-core; and by checks of our own nothing cut off, everything large enough to touch and named as it is seen, nothing
 * that moves, spaced text, mirrored, and a focus that is seen at 400 % zoom.
 */
import { createRound, type Round } from '../access/checkView.ts';
import {
  caseViews,
  meetingViews,
  moveViews,
  planViews,
  sharedViews,
  startViews,
  type View,
} from '../access/views.ts';
import { openHomeScreen, startOrganisation, walkMove, walkShared } from '../access/walkShared.ts';
import { walkCase, walkMeeting, walkPlan, walkStart } from '../access/walkViews.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { LongTest } from '../longTest.ts';

interface Piece {
  readonly views: readonly View[];
  readonly walk: (browser: ChromiumBrowser, url: string, at: Round['at']) => Promise<void>;
  readonly open?: () => Promise<ChromiumBrowser>;
}

const past = async (): Promise<void> => undefined;

const pieces: readonly Piece[] = [
  { views: startViews, walk: ({ page }, url, at) => walkStart(page, url, at) },
  { views: caseViews, walk: ({ page }, url, at) => walkCase(page, url, at) },
  {
    views: meetingViews,
    walk: async ({ page }, url, at) => {
      await walkCase(page, url, past);
      await walkMeeting(page, at);
    },
  },
  {
    views: planViews,
    walk: async ({ page }, url, at) => {
      await walkCase(page, url, past);
      await walkMeeting(page, past);
      await walkPlan(page, at);
    },
  },
  { views: sharedViews, walk: walkShared },
  { views: moveViews, walk: walkMove, open: openHomeScreen },
];

export const longTest: LongTest = {
  promise:
    'Every view can be read and used by all: light, dark, forced colours, 320 px, text at 200 %, mirrored, by keyboard at 400 %.',
  pieces: pieces.length,
  run: async ({ piece }) => {
    const chosen = pieces[piece];
    if (chosen === undefined) throw new Error(`There is no piece ${piece}.`);
    const server = await startOrganisation();
    const browser = await (chosen.open?.() ?? openChromium({ server, reducedMotion: true }));
    try {
      const round = createRound(browser, { extent: 'all' });
      await chosen.walk(browser, server.url, round.at);
      if (round.found.length > 0)
        throw new Error(`${round.found.length} found:\n${round.found.join('\n')}`);
      const missed = chosen.views.filter(({ name }) => !round.seen.includes(name));
      if (missed.length > 0)
        throw new Error(`Not seen: ${missed.map(({ name }) => name).join(', ')}`);
      return { views: round.seen.length, checks: round.checks, found: 0 };
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};
