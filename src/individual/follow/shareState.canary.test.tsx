// @vitest-environment happy-dom
/**
 * What leaves a case over the network: a word of its own in every text of it, and then a share's state, what the one who
 * follows keeps in memory and sees, and the messages between windows searched for them.
 */
import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Share } from '../../cases/shares/foldShares.ts';
import type { Following, FollowState } from '../../cases/shares/followShare.ts';
import { loadTexts } from '../../i18n/loadTexts.ts';
import { minute } from '../../meeting/clock.ts';
import { testStart } from '../../meeting/testMeeting.ts';
import { WorkspaceContext } from '../../meeting/views/WorkspaceContext.ts';
import type { CaseState } from '../../meeting/workspace.ts';
import { plantEverywhere } from '../plantEverywhere.ts';
import { RoomSending } from '../screen/RoomSending.tsx';
import { mayBeSeen, mayStandInCopy, seenIn } from '../testAllowed.ts';
import { fullCase } from '../testFullCase.ts';
import { inPart, roomState } from '../testRoom.ts';
import { createTestWorkspace } from '../testWorkspace.tsx';
import { FollowView } from './FollowView.tsx';
import { readShareState, shareState } from './shareState.ts';

const { lars, facts } = fullCase();

const plant = (
  events: Parameters<typeof roomState>[1],
): { readonly state: CaseState; readonly canaries: ReadonlyMap<string, string> } => {
  const planted = plantEverywhere(roomState(lars.doc, events, facts), '');
  return {
    state: planted.value,
    canaries: new Map(
      [...planted.canaries].map(([path, word]) => [path.replace(/^\./u, ''), word]),
    ),
  };
};

const secret = 'Kanarie9100';
const shareFor = (receiverKind: 'individual' | 'other', at = testStart): Share => ({
  shareId: 'Kanarie9101',
  kind: 'follow',
  receiver: {
    receiverKind,
    participantId: receiverKind === 'other' ? lars.ids.eva : lars.ids.lars,
    name: 'Kanarie9102',
  },
  scope: 'Kanarie9103',
  at,
  by: 'Kanarie9104',
  device: 'Kanarie9106',
  until: null,
  versionId: null,
  judged: 'Kanarie9105',
  secret,
  ended: null,
  isGone: false,
});

/** The page of one who follows, after what came went over the network as text. */
const followed = async (
  state: unknown,
): Promise<{ readonly memory: string; readonly html: string }> => {
  const shown: FollowState = {
    contact: 'here',
    shown: { state: JSON.parse(JSON.stringify(state)), at: testStart },
    over: null,
    lastDay: null,
  };
  const following: Following = {
    get: () => shown,
    subscribe: () => () => undefined,
    onSignal: () => () => undefined,
    say: async () => true,
    tryNow: () => undefined,
    stop: () => undefined,
  };
  const { container } = render(<FollowView following={following} />);
  await waitFor(() => expect(container.querySelector('h1')).not.toBeNull());
  const html = container.innerHTML + document.title;
  cleanup();
  return { memory: JSON.stringify(following.get()), html };
};

beforeAll(async () => {
  await Promise.all(
    (['follow', 'ownView', 'signals', 'easy', 'coded', 'room'] as const).map((name) =>
      loadTexts('sv', name),
    ),
  );
});
afterEach(cleanup);

const breachesOf = (
  text: string,
  canaries: ReadonlyMap<string, string>,
  allowed: readonly RegExp[],
): readonly string[] =>
  seenIn(text, canaries).filter((path) => !allowed.some((each) => each.test(path)));

describe('a share of a meeting', () => {
  for (const part of [0, 1, 2, 3, 4]) {
    for (const receiver of ['individual', 'other'] as const) {
      it(`holds nothing but shown rows of allowed kinds: part ${part + 1}, ${receiver}`, async () => {
        const { state, canaries } = plant(inPart(part));
        const now = testStart + (part * 6 + 1) * minute;
        const given = shareState(shareFor(receiver), state, now);
        const data = JSON.stringify(given);
        expect(breachesOf(data, canaries, mayBeSeen)).toEqual([]);
        expect(data).not.toMatch(/Kanarie91/u);
        const { memory, html } = await followed(given);
        expect(breachesOf(memory, canaries, mayBeSeen)).toEqual([]);
        expect(breachesOf(html, canaries, mayBeSeen)).toEqual([]);
        if (part === 2)
          expect(seenIn(html, canaries).some((path) => path.endsWith('interventions.0.text'))).toBe(
            true,
          );
      });
    }
  }

  it('is for the individual, a while after the end, what the room was shown as a plan of their own', async () => {
    const { state, canaries } = plant([...inPart(4), [40, { type: 'meeting.ended' }]]);
    const given = shareState(shareFor('individual'), state, testStart + 60 * minute);
    expect(given).toMatchObject({ is: 'plan', isOwn: true, isReady: false });
    const { memory, html } = await followed(given);
    expect(breachesOf(memory + html, canaries, mayStandInCopy)).toEqual([]);
    const hidden = JSON.parse(
      JSON.stringify(state, (key, value: unknown) => (key === 'shown' ? false : value)),
    );
    const nothing = JSON.stringify(
      shareState(shareFor('individual'), hidden, testStart + 60 * minute),
    );
    expect(seenIn(nothing, canaries).filter((path) => /\.text$/u.test(path))).toEqual([]);
    // For others it empties with the room.
    expect(shareState(shareFor('other'), state, testStart + 60 * minute)).toMatchObject({
      view: { scene: { kind: 'thanks' } },
    });
  });

  it('leaves out a row that must not reach the one who follows', () => {
    const { state } = plant(inPart(2));
    const words = state.plan.subgoals[0]?.interventions[0]?.text ?? '';
    const kept = {
      ...state,
      plan: {
        ...state.plan,
        subgoals: state.plan.subgoals.map((step) => ({
          ...step,
          interventions: step.interventions.map((row) => ({ ...row, notFor: [lars.ids.eva] })),
        })),
      },
    };
    const now = testStart + 13 * minute;
    expect(JSON.stringify(shareState(shareFor('other'), state, now))).toContain(words);
    expect(JSON.stringify(shareState(shareFor('other'), kept, now))).not.toContain(words);
    expect(JSON.stringify(shareState(shareFor('individual'), kept, now))).toContain(words);
  });
});

describe('the messages between windows', () => {
  it('hold nothing but shown rows of allowed kinds', async () => {
    const sent: unknown[] = [];
    const ears: ((event: { data: unknown }) => void)[] = [];
    class Heard {
      postMessage(message: unknown): void {
        sent.push(message);
      }
      addEventListener(_: string, ear: (event: { data: unknown }) => void): void {
        ears.push(ear);
      }
      close(): void {
        ears.length = 0;
      }
    }
    vi.stubGlobal('BroadcastChannel', Heard);
    for (const part of [0, 1, 2, 3, 4]) {
      const { state, canaries } = plant(inPart(part));
      const at = testStart + (part * 6 + 1) * minute;
      const workspace = {
        ...createTestWorkspace({ ...lars, log: [], now: () => at }).current(),
        state,
      };
      render(
        <WorkspaceContext.Provider value={workspace}>
          <RoomSending clock={{ now: () => at, monotonic: () => 0 }} onScreens={() => undefined} />
        </WorkspaceContext.Provider>,
      );
      for (const ear of ears) ear({ data: { v: 1, is: 'here', screen: 'x', pages: 1 } });
      await waitFor(() => expect(sent.length).toBeGreaterThan(0));
      cleanup();
      const said = JSON.stringify(sent.splice(0));
      expect(said).toContain('"is":"view"');
      expect(breachesOf(said, canaries, mayBeSeen)).toEqual([]);
    }
    vi.unstubAllGlobals();
  });
});

describe('what comes over the network', () => {
  it('is passed over when it is of another form', () => {
    for (const strange of [
      null,
      7,
      'x',
      [],
      {},
      { v: 2, is: 'live' },
      { v: 1, is: 'live', view: {} },
      { v: 1, is: 'plan' },
    ])
      expect(readShareState(strange)).toBeNull();
    const { state } = plant(inPart(1));
    expect(readShareState(shareState(shareFor('other'), state, testStart))).not.toBeNull();
  });
});
