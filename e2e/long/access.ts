/**
 * Every view (e2e/access/views.ts) in every form: light, dark and forced colours, a tablet, 320 px and text at 200 %, by
 * axe-core; and by checks of our own nothing cut off, everything large enough to touch and named as it is seen, nothing
 * that moves, spaced text, mirrored, and a focus that is seen at 400 % zoom. What an individual reads is looked at in four
 * languages as well, and measured: contrast, size of letters, the nought (measureView.ts). What is shared, and what two
 * devices say of each other, is looked at on both. Each page of the shared view is looked at in every language, for lengths that none of the four has (wallWalk.ts).
 */

import { type LanguageCode, offeredLanguages } from '../../src/i18n/languages.ts';
import { createRound, type Round } from '../access/checkView.ts';
import { createMeasures } from '../access/measureView.ts';
import { type OwnLanguage, ownLanguages, walkOwnMeeting, walkOwnPages } from '../access/ownWalk.ts';
import {
  caseViews,
  meetingViews,
  moveViews,
  ownMeeting,
  ownPages,
  planViews,
  sharedViews,
  shareViews,
  startViews,
  syncViews,
  type View,
} from '../access/views.ts';
import { walkShare } from '../access/walkShare.ts';
import { openHomeScreen, startOrganisation, walkMove, walkShared } from '../access/walkShared.ts';
import { walkSync } from '../access/walkSync.ts';
import { walkCase, walkMeeting, walkPlan, walkStart } from '../access/walkViews.ts';
import { walkWalls } from '../access/wallWalk.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { Counts, LongTest } from '../longTest.ts';
import { startSyncApp } from '../sync/startSyncApp.ts';

interface WalkPiece {
  readonly views: readonly View[];
  readonly walk: (browser: ChromiumBrowser, url: string, at: Round['at']) => Promise<void>;
  readonly open?: () => Promise<ChromiumBrowser>;
}

const past = async (): Promise<void> => undefined;

const walks: readonly WalkPiece[] = [
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

interface OwnPiece {
  readonly views: readonly View[];
  readonly language: OwnLanguage;
  readonly walk: typeof walkOwnPages;
}

const ownPieces: readonly OwnPiece[] = ownLanguages.flatMap((language) => [
  { views: ownPages, language, walk: walkOwnPages },
  { views: ownMeeting, language, walk: walkOwnMeeting },
]);

interface Done {
  readonly found: readonly string[];
  readonly seen: readonly string[];
  readonly counts: Counts;
}

const runWalk = async (
  { walk }: WalkPiece,
  browser: ChromiumBrowser,
  url: string,
): Promise<Done> => {
  const round = createRound(browser, { extent: 'all' });
  await walk(browser, url, round.at);
  const { found, seen, checks } = round;
  return { found, seen, counts: { views: seen.length, checks } };
};

const runOwn = async (
  { language, walk }: OwnPiece,
  browser: ChromiumBrowser,
  url: string,
): Promise<Done> => {
  const measures = createMeasures();
  const found: string[] = [];
  const seen: string[] = [];
  let checks = 0;
  await walk(browser, url, language, async (name, surface, seenIn) => {
    const view = `Individens ${name}`;
    const round = createRound(seenIn, { extent: surface === 'wall' ? 'wall' : 'language' });
    await round.at(view);
    await measures.at(view, surface, seenIn);
    seen.push(view);
    found.push(...round.found);
    checks += round.checks;
  });
  return {
    found: [...found, ...measures.found].map((each) => `${language.code}: ${each}`),
    seen,
    counts: { views: seen.length, checks, ...measures.counts() },
  };
};

/** The shared view in one of all languages: nothing is cut off on any page of any part. */
const runWalls = async (
  code: LanguageCode,
  browser: ChromiumBrowser,
  url: string,
): Promise<Done> => {
  const { found, looks } = await walkWalls(browser, url, code);
  return { found, seen: [], counts: { walls: looks } };
};

interface Piece {
  readonly views: readonly View[];
  readonly run: () => Promise<Done>;
}

/** One browser, and the program of an organisation that has a recovery key. */
const alone =
  (
    run: (browser: ChromiumBrowser, url: string) => Promise<Done>,
    open?: WalkPiece['open'],
  ): Piece['run'] =>
  async () => {
    const server = await startOrganisation();
    const browser = await (open?.() ?? openChromium({ server, reducedMotion: true }));
    try {
      return await run(browser, server.url);
    } finally {
      await browser.close();
      await server.stop();
    }
  };

interface TwoDevices {
  readonly one: ChromiumBrowser;
  readonly two: ChromiumBrowser;
  readonly url: string;
  readonly here: Round['at'];
  readonly there: Round['at'];
}

/** Two devices, and a server that they meet at. */
const together =
  (walk: (devices: TwoDevices) => Promise<void>): Piece['run'] =>
  async () => {
    const server = await startSyncApp();
    const options = { typing: 'words', reducedMotion: true, timeout: 45_000 } as const;
    const one = await openChromium(options);
    const two = await openChromium(options);
    try {
      const here = createRound(one, { extent: 'all' });
      const there = createRound(two, { extent: 'all' });
      await walk({ one, two, url: server.url, here: here.at, there: there.at });
      const seen = [...here.seen, ...there.seen];
      const counts = { views: seen.length, checks: here.checks + there.checks };
      return { found: [...here.found, ...there.found], seen, counts };
    } finally {
      await Promise.all([one.close(), two.close()]);
      await server.remove();
    }
  };

const pieces: readonly Piece[] = [
  ...walks.map((piece) => ({
    views: piece.views,
    run: alone((browser, url) => runWalk(piece, browser, url), piece.open),
  })),
  ...ownPieces.map((piece) => ({
    views: piece.views,
    run: alone((browser, url) => runOwn(piece, browser, url)),
  })),
  ...offeredLanguages.map(({ code }) => ({
    views: [],
    run: alone((browser, url) => runWalls(code, browser, url)),
  })),
  {
    views: shareViews,
    run: together(({ one, two, url, here, there }) =>
      walkShare({ page: one.page, lars: two.page, url, here, there }),
    ),
  },
  { views: syncViews, run: together(walkSync) },
];

export const longTest: LongTest = {
  promise:
    'Every view can be read and used by all: light, dark, forced colours, 320 px, text at 200 %, mirrored, by keyboard at 400 %; what an individual reads at 7:1 and large enough, in four languages; the shared view cut off nowhere, in all.',
  pieces: pieces.length,
  run: async ({ piece }) => {
    const chosen = pieces[piece];
    if (chosen === undefined) throw new Error(`There is no piece ${piece}.`);
    const { found, seen, counts } = await chosen.run();
    if (found.length > 0) throw new Error(`${found.length} found:\n${found.join('\n')}`);
    const missed = chosen.views.filter(({ name }) => !seen.includes(name));
    if (missed.length > 0)
      throw new Error(`Not seen: ${missed.map(({ name }) => name).join(', ')}`);
    return { ...counts, found: 0 };
  },
};
