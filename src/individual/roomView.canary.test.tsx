// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { minute } from '../meeting/clock.ts';
import type { MeetingIntent } from '../meeting/meetingEvents.ts';
import { testStart } from '../meeting/testMeeting.ts';
import { WorkspaceContext } from '../meeting/views/WorkspaceContext.ts';
import type { CaseState, Workspace } from '../meeting/workspace.ts';
import { fieldInventory } from '../plan/fieldInventory.ts';
import type { SipPlan } from '../plan/model.ts';
import { ok } from '../shared/result.ts';
import { MirroredView } from './MirroredView.tsx';
import { OwnView } from './own/OwnView.tsx';
import { plantEverywhere } from './plantEverywhere.ts';
import { selectRoomView } from './roomView.ts';
import { mayBeSeen, seenIn } from './testAllowed.ts';
import { fullCase } from './testFullCase.ts';
import { inPart, roomState } from './testRoom.ts';

/**
 * The canary test: a word of its own in every text of a case, wherever it stands, and then every face
 * of the shared view searched for them. Whatever is found must be on the list of `testAllowed.ts`; it is the allow-list.
 */
type Scene = readonly [string, readonly (readonly [number, MeetingIntent])[], number];

const scenesOf = (individualId: string): readonly Scene[] => [
  ['waiting', [], 0],
  ...[0, 1, 2, 3, 4].map((part) => [`part ${part + 1}`, inPart(part), part * 6 + 1] as const),
  [
    'back from outside',
    [
      ...inPart(2),
      [12, { type: 'person.left', participantId: individualId }],
      [60_000, { type: 'person.returned', participantId: individualId }],
    ],
    60_001,
  ],
  ['paused', [...inPart(2), [13, { type: 'meeting.paused' }]], 14],
  ['halted', [...inPart(2), [13, { type: 'consent.opened' }]], 14],
  ['hidden', [...inPart(2), [13, { type: 'plan.hidden' }]], 14],
  ['just ended', [...inPart(4), [40, { type: 'meeting.ended' }]], 41],
  ['emptied', [...inPart(4), [40, { type: 'meeting.ended' }]], 43],
];

const hideAll = (plan: SipPlan): SipPlan => JSON.parse(JSON.stringify(plan, hideShown));

const hideShown = (key: string, value: unknown): unknown => (key === 'shown' ? false : value);

/** **Får stå på skärmen** for Eva: her planted workplace is the ticked one; everybody else's is not. */
const allowWorkplace = (state: CaseState): CaseState => ({
  ...state,
  plan: {
    ...state.plan,
    participants: state.plan.participants.map((person, index) =>
      index === 1 ? { ...person, serviceOnScreen: { value: person.service, both: [] } } : person,
    ),
  },
});

const workspaceOf = (state: CaseState): Workspace => ({
  state,
  save: { kind: 'saved' },
  saveNow: () => 'saved',
  watchSave: () => () => undefined,
  me: { name: 'Kanarie9001', function: 'Kanarie9002', unit: 'Kanarie9003' },
  practice: false,
  edit: async () => ({ ok: false, error: { kind: 'notSaved', reason: 'closed' } }),
  typing: () => ({ value: '', splice: () => undefined }),
  record: async () => ({ ok: false, error: { kind: 'notSaved', reason: 'closed' } }),
  send: async () => ({ ok: false, error: { kind: 'notSaved', reason: 'closed' } }),
  undo: async () => ok(false),
  redo: async () => ok(false),
  canUndo: false,
  canRedo: false,
  flush: async () => ok(undefined),
});

/** The tablet turned to the individual, as it stands in the document. */
const drawnForThem = (state: CaseState, at: number): string => {
  const { container } = render(
    <WorkspaceContext.Provider value={workspaceOf(state)}>
      <OwnView
        clock={{ now: () => at, monotonic: () => 0 }}
        onOnlyMe={() => undefined}
        signals={[
          {
            is: 'raised',
            meeting: 'Kanarie9004',
            from: 'Kanarie9004',
            number: 1,
            at,
            card: 'paus',
            whose: 'Kanarie9004',
          },
        ]}
        addSignal={() => undefined}
        dropSignal={() => undefined}
        seenSignal={null}
      />
    </WorkspaceContext.Provider>,
  );
  const html = container.innerHTML + document.title;
  cleanup();
  return html;
};

/** All pages of the shared view as they stand in the document, attributes and all, and the individual's own. */
const drawn = (state: CaseState, at: number): string => {
  let html = drawnForThem(state, at);
  for (let page = 0; page < 12; page += 1) {
    const { current } = state.meeting;
    const there = { ...state, meeting: { ...state.meeting, current: { ...current, page } } };
    const { container } = render(
      <WorkspaceContext.Provider value={workspaceOf(there)}>
        <MirroredView
          clock={{ now: () => at, monotonic: () => 0 }}
          onOnlyMe={() => undefined}
          signal
        />
      </WorkspaceContext.Provider>,
    );
    html += container.innerHTML + document.title;
    for (const name of ['Avsluta mötet', 'Det här hände när du var ute']) {
      const button = screen.queryByRole('button', { name });
      if (button === null) continue;
      fireEvent.click(button);
      html += container.innerHTML;
    }
    cleanup();
  }
  return html;
};

afterEach(cleanup);

describe('the shared view', () => {
  const { lars, facts } = fullCase();

  for (const [name, events, minutes] of scenesOf(lars.ids.lars)) {
    const at = testStart + minutes * minute;
    const planted = plantEverywhere(roomState(lars.doc, events, facts), '');
    const canaries = new Map(
      [...planted.canaries].map(([path, canary]) => [path.replace(/^\./, ''), canary]),
    );
    const state = allowWorkplace(planted.value);

    it(`holds nothing but shown rows of allowed kinds: ${name}`, () => {
      const seen = seenIn(JSON.stringify(selectRoomView(state, at)), canaries);
      expect(seen.filter((path) => !mayBeSeen.some((allowed) => allowed.test(path)))).toEqual([]);
    });

    it(`draws nothing but shown rows of allowed kinds: ${name}`, () => {
      const html = drawn(state, at);
      expect(html).not.toMatch(/Kanarie900/);
      const seen = seenIn(html, canaries);
      expect(seen.filter((path) => !mayBeSeen.some((allowed) => allowed.test(path)))).toEqual([]);
    });

    it(`holds only the chosen name while nothing is shown: ${name}`, () => {
      const hidden = { ...state, plan: hideAll(state.plan) };
      const seen = [
        ...seenIn(JSON.stringify(selectRoomView(hidden, at)), canaries),
        ...seenIn(drawn(hidden, at), canaries),
      ];
      expect(seen.filter((path) => !path.startsWith('plan.screenName'))).toEqual([]);
    });
  }

  it('is searched with a canary in every field of the model, and finds the shown ones', () => {
    const planted = plantEverywhere(roomState(lars.doc, inPart(2), facts), '');
    const paths = [...planted.canaries.keys()].map((path) => path.replace(/^\./, ''));
    for (const field of ['name', 'personnummer', 'address', 'phone', 'purpose', 'adaptations']) {
      expect(paths.some((path) => path.startsWith(`plan.${field}`))).toBe(true);
    }
    for (const list of ['notes', 'later', 'questions', 'putAway', 'disagreements', 'resources']) {
      expect(paths).toContain(`plan.${list}.0.text`);
    }
    for (const [field, way] of Object.entries(fieldInventory.participant)) {
      if (way.room !== 'no' || !['privatePhone', 'spokenBefore'].includes(field)) continue;
      expect(paths).toContain(`plan.participants.0.${field}.value`);
    }
    for (const place of ['consent.exceptedParties.0.name', 'consent.exceptedSubjects.0.text']) {
      expect(paths).toContain(place);
    }
    const at = testStart + 13 * minute;
    const seen = seenIn(drawn(allowWorkplace(planted.value), at), planted.canaries);
    expect(seen.some((path) => path.endsWith('subgoals.0.text'))).toBe(true);
    expect(seen.some((path) => path.endsWith('interventions.0.text'))).toBe(true);
    expect(seen).toContain('.plan.participants.1.service');
    expect(paths).toContain('plan.participants.2.service');
  });
});
