// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { minute } from '../../meeting/clock.ts';
import type { MeetingIntent } from '../../meeting/meetingEvents.ts';
import { placed, testStart, timed } from '../../meeting/testMeeting.ts';
import { createLars, inPart, showEverythingThatMayBe } from '../testRoom.ts';
import { createTestWorkspace, TestCase } from '../testWorkspace.tsx';
import { RoomSending } from './RoomSending.tsx';
import { lostAfter } from './roomChannel.ts';
import { ScreenView } from './ScreenView.tsx';

/** Windows of one browser: what one posts the others of that name hear, as a copy. */
class TestChannel {
  static all = new Set<TestChannel>();
  static posted: unknown[] = [];
  readonly #name: string;
  readonly #listeners: ((event: { data: unknown }) => void)[] = [];
  constructor(name: string) {
    this.#name = name;
    TestChannel.all.add(this);
  }
  postMessage(data: unknown): void {
    const copy = structuredClone(data);
    TestChannel.posted.push(copy);
    for (const other of TestChannel.all)
      if (other !== this && other.#name === this.#name)
        for (const listener of other.#listeners) listener({ data: copy });
  }
  addEventListener(_: 'message', listener: (event: { data: unknown }) => void): void {
    this.#listeners.push(listener);
  }
  close(): void {
    TestChannel.all.delete(this);
  }
}

let now = 0;
const clock = { now: () => now, monotonic: () => performance.now() };

beforeEach(() => {
  TestChannel.all.clear();
  TestChannel.posted = [];
  vi.stubGlobal('BroadcastChannel', TestChannel);
  vi.useFakeTimers({ now: testStart + 13 * minute });
  now = testStart + 13 * minute;
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const leader = (events: readonly (readonly [number, MeetingIntent])[] = inPart(2)) => {
  const lars = createLars();
  showEverythingThatMayBe(lars);
  const workspace = createTestWorkspace({ ...lars, log: placed(timed(events)), now: () => now });
  const onScreens = vi.fn();
  const drawn = render(
    <TestCase workspace={workspace}>
      <RoomSending clock={clock} onScreens={onScreens} />
    </TestCase>,
  );
  return { workspace, onScreens, drawn, caseId: workspace.current().state.caseId };
};

const wait = (ms: number): Promise<void> =>
  act(async () => {
    now += ms;
    await vi.advanceTimersByTimeAsync(ms);
  });

describe('a window with the shared view', () => {
  it('rests while nobody sends, and shows the part as soon as the leader’s window is there', async () => {
    render(<ScreenView caseId="elsewhere" />);
    expect(screen.getByRole('heading', { name: 'Mötet fortsätter.' })).toBeTruthy();
    cleanup();
    const { caseId } = leader();
    render(<ScreenView caseId={caseId} />);
    await wait(0);
    expect(screen.getByRole('heading', { name: 'Behov' })).toBeTruthy();
    expect(screen.queryAllByRole('link')).toEqual([]);
  });

  it('follows without being asked: what is done stands there with the next drawing', async () => {
    const { workspace, caseId } = leader();
    render(<ScreenView caseId={caseId} />);
    await wait(0);
    const asked = TestChannel.posted.length;
    await act(async () => {
      await workspace.current().send({ type: 'plan.hidden' });
    });
    expect(screen.getByText('Vi tar bort texten en stund.')).toBeTruthy();
    // Told before the other window could ask.
    expect(TestChannel.posted[asked]).toMatchObject({ is: 'view' });
  });

  it('is given RoomView and when it empties, and nothing else', async () => {
    const { caseId } = leader();
    render(<ScreenView caseId={caseId} />);
    await wait(0);
    const views = TestChannel.posted.filter(
      (each): each is { view: object } =>
        typeof each === 'object' && each !== null && 'view' in each,
    );
    expect(views.length).toBeGreaterThan(0);
    for (const each of views) {
      expect(Object.keys(each).toSorted()).toEqual(['emptiesAt', 'is', 'v', 'view']);
      expect(Object.keys(each.view).toSorted()).toEqual([
        'away',
        'end',
        'forChild',
        'language',
        'scene',
        'screenName',
        'shares',
      ]);
    }
    // What it says itself is where it is and how many pages it has.
    const own = TestChannel.posted.filter((each) => !views.some((view) => view === each));
    expect(own.every((each) => !JSON.stringify(each).includes('Lars'))).toBe(true);
  });

  it('survives a reload of either window', async () => {
    const { workspace, drawn, caseId } = leader();
    const shown = render(<ScreenView caseId={caseId} />);
    await wait(0);
    shown.unmount();
    render(<ScreenView caseId={caseId} />);
    await wait(0);
    expect(screen.getByRole('heading', { name: 'Behov' })).toBeTruthy();
    drawn.unmount();
    await wait(0);
    expect(screen.getByRole('heading', { name: 'Mötet fortsätter.' })).toBeTruthy();
    render(
      <TestCase workspace={workspace}>
        <RoomSending clock={clock} onScreens={() => undefined} />
      </TestCase>,
    );
    await wait(2_000);
    expect(screen.getByRole('heading', { name: 'Behov' })).toBeTruthy();
  });

  it('rests when the leader’s window is gone without a word', async () => {
    const { caseId } = leader();
    render(<ScreenView caseId={caseId} />);
    await wait(0);
    // As after a crash: the channel of the leader hears no more.
    for (const channel of [...TestChannel.all].slice(0, 1)) TestChannel.all.delete(channel);
    await wait(lostAfter + 2_000);
    expect(screen.getByRole('heading', { name: 'Mötet fortsätter.' })).toBeTruthy();
  });

  it('empties two minutes after the end, also when the leader’s window is closed by then', async () => {
    const { drawn, caseId } = leader([...inPart(4), [12, { type: 'meeting.ended' }]]);
    render(<ScreenView caseId={caseId} />);
    await wait(0);
    expect(screen.getByRole('heading', { name: 'Avslutning' })).toBeTruthy();
    drawn.unmount();
    await wait(30_000);
    expect(screen.getByRole('heading', { name: 'Avslutning' })).toBeTruthy();
    await wait(90_000);
    expect(screen.getByRole('heading', { name: 'Tack för i dag' })).toBeTruthy();
  });

  it('passes over what is no message, or of another version', async () => {
    const { caseId } = leader();
    render(<ScreenView caseId={caseId} />);
    await wait(0);
    const stranger = new TestChannel(`sip-room-${caseId}`);
    for (const data of [null, 7, 'view', {}, { v: 1 }, { v: 2, is: 'gone' }, { v: 1, is: 'hej' }])
      stranger.postMessage(data);
    await wait(0);
    expect(screen.getByRole('heading', { name: 'Behov' })).toBeTruthy();
  });
});

describe('the leader’s window beside it', () => {
  it('says that it is not the one to share, and turns the pages of the other', async () => {
    const { workspace, onScreens, caseId } = leader();
    expect(screen.queryByText('Dela inte det här fönstret')).toBeNull();
    const shown = render(<ScreenView caseId={caseId} />);
    await wait(0);
    expect(screen.getByText('Dela inte det här fönstret')).toBeTruthy();
    expect(onScreens).toHaveBeenLastCalledWith(1);
    const before = workspace.current().state.meeting.current.page;
    const turn = screen.queryByRole('button', { name: 'Nästa sida' });
    if (turn === null) throw new Error('There is only one page.');
    fireEvent.click(turn);
    await wait(0);
    expect(workspace.current().state.meeting.current.page).not.toBe(before);
    shown.unmount();
    await wait(0);
    expect(screen.queryByText('Dela inte det här fönstret')).toBeNull();
    await waitFor(() => expect(onScreens).toHaveBeenLastCalledWith(0));
  });
});
