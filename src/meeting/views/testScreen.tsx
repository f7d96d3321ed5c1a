import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { onTestFinished, vi } from 'vitest';
import { recordConsent } from '../../consent/recordConsent.ts';
import type { PlanDocument } from '../../plan/document.ts';
import { readText } from '../../plan/documentRead.ts';
import { createUndo } from '../../plan/documentUndo.ts';
import { spliceText } from '../../plan/documentWrite.ts';
import { createWriter, eva } from '../../plan/testing.ts';
import type { WriteContext } from '../../plan/writeContext.ts';
import type { Fact, PlacedFact } from '../../shared/fact.ts';
import { err, ok } from '../../shared/result.ts';
import { minute } from '../clock.ts';
import { foldMeeting } from '../foldMeeting.ts';
import type { MeetingEvent, MeetingIntent } from '../meetingEvents.ts';
import { meetingEventFact } from '../meetingFact.ts';
import { testCaseState } from '../testCaseState.ts';
import { next, started, testStart } from '../testMeeting.ts';
import type { Workspace } from '../workspace.ts';
import { LeaderScreen, type LeaderScreenProps } from './LeaderScreen.tsx';
import { pieces } from './pieces.ts';
import { fillTestLars, type TestLars } from './testLars.ts';
import { WorkspaceContext } from './WorkspaceContext.ts';

// As in a meeting that has been open for a moment: no tap waits for a file.
await Promise.all(pieces.map((piece) => piece.warm()));

/**
 * The leader's screen over a case in memory, for tests: commands answer after a turn of the loop and the state
 * follows them, as with the real journal.
 */
export interface TestScreen {
  readonly doc: PlanDocument;
  readonly ids: TestLars;
  readonly workspace: () => Workspace;
  readonly facts: () => readonly Fact[];
  readonly events: () => readonly MeetingEvent[];
  readonly onAfter: ReturnType<typeof vi.fn>;
  readonly onLeave: ReturnType<typeof vi.fn>;
  /** Minutes go by. */
  readonly pass: (minutes: number) => void;
  readonly taps: () => number;
}

export interface TestScreenInput {
  /** 0 before the meeting, 1 for Inledning … 5 for Avslutning. */
  readonly part?: number;
  readonly start?: Parameters<typeof started>[0];
  readonly share?: boolean;
  readonly make?: boolean;
  readonly before?: (doc: PlanDocument, ctx: WriteContext, ids: TestLars) => void;
  readonly after?: readonly MeetingIntent[];
  /** While it says so, the disk is full: what is commanded is done on the screen and not written. */
  readonly isFull?: () => boolean;
  /** Another window leads: this one moves nothing. */
  readonly ledElsewhere?: boolean;
  /** The shared view on this screen; a stand-in where it is not what is tried. */
  readonly renderSeen?: LeaderScreenProps['renderSeen'];
  /** What stands around the screen, such as what `app` hands down. */
  readonly around?: (screen: JSX.Element) => JSX.Element;
}

export const openScreen = (input: TestScreenInput = {}): TestScreen => {
  // What is hidden is not drawn at all here, so looking for it at every step would only cost time. Elsewhere it is.
  configure({ defaultHidden: true });
  onTestFinished(() => configure({ defaultHidden: false }));
  const { part = 0, share = true, make = true } = input;
  const { doc, ctx } = createWriter();
  const ids = fillTestLars(doc, ctx);
  input.before?.(doc, ctx, ids);
  let now = testStart;
  let count = 0;
  const context = (): WriteContext => ({
    by: eva,
    at: now,
    newId: () => {
      count += 1;
      return `t${String(count).padStart(5, '0')}`;
    },
  });
  let log: readonly PlacedFact[] = [];
  const put = (fact: Fact): void => {
    log = [...log, { fact, device: 'a', seq: log.length + 1, seen: {} }];
  };
  const yes = { answer: 'yes', form: 'muntligt' } as const;
  if (make) put(recordConsent(context(), { which: 'make', ...yes }));
  if (share) put(recordConsent(context(), { which: 'share', ...yes }));
  const place = (intent: MeetingIntent): void =>
    put(meetingEventFact(context(), foldMeeting(log), intent));
  if (part > 0) place(started({ ...input.start }));
  for (let at = 1; at < part; at += 1) place(next());
  for (const intent of input.after ?? []) place(intent);

  const undo = createUndo(doc);
  const listeners = new Set<() => void>();
  const turn = (): Promise<void> => new Promise((resolve) => queueMicrotask(resolve));
  const changed = (): void => {
    current = build();
    for (const listener of [...listeners]) listener();
  };
  const write = async (fact: Fact): Promise<ReturnType<typeof ok<Fact>>> => {
    await turn();
    put(fact);
    changed();
    return ok(fact);
  };
  const step = async (move: () => boolean): Promise<ReturnType<typeof ok<boolean>>> => {
    const done = move();
    await turn();
    changed();
    return ok(done);
  };
  const build = (): Workspace => ({
    state: testCaseState(doc, log),
    save: input.isFull?.() === true ? { kind: 'notSaved', reason: 'full' } : { kind: 'saved' },
    saveNow: () => 'saved',
    watchSave: () => () => undefined,
    me: eva,
    practice: false,
    edit: async (command) => {
      const result = command(doc, context());
      await turn();
      changed();
      return result.ok && input.isFull?.() === true
        ? err({ kind: 'notSaved', reason: 'full' })
        : result;
    },
    typing: (ref) => ({
      value: readText(doc, ref),
      splice: (splice) => {
        spliceText(doc, context(), ref, splice);
        changed();
      },
    }),
    record: (maker) => write(maker(context())),
    send: async (intent) => {
      if (input.ledElsewhere === true) return err({ kind: 'notSaved', reason: 'busy' });
      const sent = await write(meetingEventFact(context(), foldMeeting(log), intent));
      return input.isFull?.() === true ? err({ kind: 'notSaved', reason: 'full' }) : sent;
    },
    undo: () => step(undo.undo),
    redo: () => step(undo.redo),
    canUndo: undo.canUndo(),
    canRedo: undo.canRedo(),
    flush: async () => ok(undefined),
  });
  let current = build();

  const onAfter = vi.fn();
  const onLeave = vi.fn();
  const clock = { now: () => now, monotonic: () => now };
  const { around = (leader: JSX.Element) => leader } = input;
  render(
    <Screen
      current={() => current}
      subscribe={(listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      }}
    >
      {around(
        <LeaderScreen
          onLeave={onLeave}
          onAfter={onAfter}
          onLock={() => undefined}
          renderSeen={
            input.renderSeen ??
            (({ signals }) => (
              <main>{signals.length > 0 ? 'Det alla ser, med en prick' : 'Det alla ser'}</main>
            ))
          }
          clock={clock}
        />,
      )}
    </Screen>,
  );
  let taps = 0;
  const countTap = (): void => {
    taps += 1;
  };
  document.addEventListener('test-tap', countTap);
  return {
    doc,
    ids,
    workspace: () => current,
    facts: () => log.map(({ fact }) => fact),
    events: () =>
      log.flatMap(({ fact }) =>
        fact.type === 'meeting.event' ? [(fact.data as { event: MeetingEvent }).event] : [],
      ),
    onAfter,
    onLeave,
    pass: (minutes) => {
      now += minutes * minute;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    taps: () => taps,
  };
};

interface ScreenProps {
  readonly current: () => Workspace;
  readonly subscribe: (listener: () => void) => () => void;
  readonly children: ComponentChildren;
}

function Screen({ current, subscribe, children }: ScreenProps): JSX.Element {
  const [workspace, setWorkspace] = useState(current);
  useEffect(() => subscribe(() => setWorkspace(current())), [current, subscribe]);
  return <WorkspaceContext.Provider value={workspace}>{children}</WorkspaceContext.Provider>;
}

/** One tap on what has this role and name, as soon as it is there. */
export const tap = async (
  name: string | RegExp,
  role: 'button' | 'radio' | 'checkbox' | 'tab' | 'menuitem' = 'button',
): Promise<void> => {
  const found = await screen.findAllByRole(role, { name });
  const [first] = found;
  if (first === undefined) throw new Error(`nothing called ${name}`);
  document.dispatchEvent(new Event('test-tap'));
  fireEvent.click(first);
  // What it led to is written and drawn.
  await settle();
};

/** Lets what was begun be written and drawn. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Types into the field that has this name. */
export const type = async (label: string | RegExp, text: string): Promise<void> => {
  const field = await screen.findByRole('textbox', { name: label });
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.focus();
  for (const letter of text) {
    field.value += letter;
    field.setSelectionRange(field.value.length, field.value.length);
    fireEvent.input(field);
  }
  await settle();
};

/** The window's size, as a screen keyboard or another tablet makes it. */
export const resizeTo = async (width: number, height: number): Promise<void> => {
  Object.assign(window, { innerWidth: width, innerHeight: height });
  Object.defineProperty(window, 'visualViewport', { value: null, configurable: true });
  window.dispatchEvent(new Event('resize'));
  await settle();
};

export { cleanup, fireEvent, screen, waitFor };
