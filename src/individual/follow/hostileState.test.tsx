// @vitest-environment happy-dom
/** A state that no program of ours has made: each place in it something else. The page stands, and nothing in it is markup. */
import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { FollowState } from '../../cases/shares/followShare.ts';
import { loadTexts } from '../../i18n/loadTexts.ts';
import { minute } from '../../meeting/clock.ts';
import { testStart } from '../../meeting/testMeeting.ts';
import { fullCase } from '../testFullCase.ts';
import { inPart, roomState } from '../testRoom.ts';
import { FollowView } from './FollowView.tsx';
import { shareState } from './shareState.ts';
import { testFollowing, testShare } from './testFollowing.ts';

const { lars, facts } = fullCase();

const markup = '<img src=x onerror="alert(1)">"><script>alert(2)</script>';
const others: readonly unknown[] = [
  markup,
  '\u202e\u0000\ud800',
  'å'.repeat(20_000),
  1e308,
  -1,
  null,
  true,
  [],
  {},
  [[markup]],
  { kind: markup, text: markup },
];

/** Each place of a tree, as the names that lead there. */
const placesIn = (node: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([name, each]) => [
        [...path, name],
        ...placesIn(each, [...path, name]),
      ])
    : [];

const withAt = (node: unknown, [name, ...rest]: readonly string[], other: unknown): unknown => {
  if (name === undefined) return other;
  if (Array.isArray(node))
    return node.map((each, index) => (`${index}` === name ? withAt(each, rest, other) : each));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, each]) => [
      key,
      key === name ? withAt(each, rest, other) : each,
    ]),
  );
};

const shown = (state: unknown): FollowState => ({
  contact: 'here',
  shown: { state, at: testStart },
  over: null,
  lastDay: null,
});

const states: readonly (readonly [string, unknown])[] = [
  ...[0, 2, 3, 4].map((part) => {
    const state = roomState(lars.doc, inPart(part), facts);
    const now = testStart + (part * 6 + 1) * minute;
    return [
      `part ${part + 1}`,
      shareState(testShare('individual', lars.ids.lars), state, now),
    ] as const;
  }),
  [
    'the plan',
    shareState(
      testShare('individual', lars.ids.lars),
      roomState(lars.doc, [...inPart(4), [40, { type: 'meeting.ended' }]], facts),
      testStart + 60 * minute,
    ),
  ],
];

beforeAll(async () => {
  await Promise.all(
    (['follow', 'ownView', 'signals', 'easy', 'coded', 'room'] as const).map((name) =>
      loadTexts('sv', name),
    ),
  );
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(cleanup);

it.each(states)(
  'stands whatever is in the place of something: %s',
  async (_what, state) => {
    const plain: unknown = JSON.parse(JSON.stringify(state));
    const places = placesIn(plain);
    expect(places.length).toBeGreaterThan(15);
    let turn = 0;
    for (const place of places) {
      // One for each place, another for the next.
      turn += 1;
      const bad = withAt(plain, place, others[turn % others.length]);
      const { container } = render(<FollowView following={testFollowing(shown(bad)).following} />);
      const where = place.join('.');
      await waitFor(() => expect(container.querySelector('h1'), where).not.toBeNull());
      const made = container.querySelectorAll(
        'img, script, iframe, [onerror], [href^="javascript:"]',
      );
      expect(made, where).toHaveLength(0);
      cleanup();
    }
  },
  120_000,
);

it('goes on with the next that comes', async () => {
  const [, [, good] = ['', null]] = states;
  const bad = withAt(good, ['view', 'scene'], { kind: 'part', part: markup });
  const { following, become } = testFollowing(shown(bad));
  const { container } = render(<FollowView following={following} />);
  await waitFor(() => expect(container.querySelector('h1')).not.toBeNull());
  become(shown(good));
  await waitFor(() => expect(container.textContent).toContain('Behov'));
});
