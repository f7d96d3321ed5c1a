// @vitest-environment happy-dom
import type { ComponentChildren, JSX } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MirroredView } from '../individual/MirroredView.tsx';
import { MeetingCodeContext } from '../meeting/views/code/MeetingCode.ts';
import {
  cleanup,
  fireEvent,
  openScreen,
  screen,
  settle,
  type TestScreenInput,
  tap,
  waitFor,
} from '../meeting/views/testScreen.tsx';
import { useWorkspace } from '../meeting/views/WorkspaceContext.ts';
import { axeFindings } from '../ui/axeFindings.ts';
import { useCodeOfMeeting } from './useCodeOfMeeting.ts';

const lock = vi.fn();

function WithCode({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { current } = useWorkspace().state.meeting;
  const code = useCodeOfMeeting(
    'm',
    { lock, leave: () => undefined },
    true,
    current.seenBy !== 'nej',
  );
  return <MeetingCodeContext.Provider value={code}>{children}</MeetingCodeContext.Provider>;
}

const open = (input: TestScreenInput = {}) =>
  openScreen({
    part: 2,
    ...input,
    renderSeen: (props) => <MirroredView {...props} signal={props.signals.length > 0} />,
    around: (leader) => <WithCode>{leader}</WithCode>,
  });

const press = async (digits: string): Promise<void> => {
  for (const digit of digits) await tap(digit);
};

const choose = async (): Promise<void> => {
  await tap('Mer');
  await tap('Möteskod', 'menuitem');
  await press('4711');
  await press('4711');
  await tap('Stäng');
};

/** Shows everyone the screen and asks to come back from it. */
const comeBack = async (): Promise<void> => {
  await tap('Storskärm: av');
  await tap('Den här skärmen');
  await tap('Tillbaka');
  await tap('Bara jag ser skärmen nu');
};

const beOutOfSight = async (): Promise<void> => {
  for (const state of ['hidden', 'visible'] as const) {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
  }
};

beforeEach(() => lock.mockClear());
afterEach(cleanup);

describe('a code for the meeting', () => {
  it('is not offered where nothing can hold it', async () => {
    openScreen({ part: 2 });
    await tap('Mer');
    expect(screen.queryByRole('menuitem', { name: 'Möteskod' })).toBeNull();
  });

  it('is never asked for by itself', async () => {
    const shown = open();
    await comeBack();
    expect(shown.workspace().state.meeting.current.seenBy).toBe('nej');
    await beOutOfSight();
    expect(screen.getByRole('heading', { name: 'Aktuell situation' })).toBeTruthy();
  });

  it('is chosen twice, and what is pressed is shown as dots', async () => {
    open();
    await tap('Mer');
    await tap('Möteskod', 'menuitem');
    await press('471');
    expect(document.querySelectorAll('.code-pad__dot--full')).toHaveLength(3);
    expect(screen.getByRole('dialog').textContent).not.toContain('471');
    await tap('Sudda');
    expect(document.querySelectorAll('.code-pad__dot--full')).toHaveLength(2);
    await press('11');
    await press('4712');
    expect(screen.getByText('Siffrorna var inte lika. Välj igen.')).toBeTruthy();
    await press('4711');
    await press('4711');
    expect(screen.getByText(/^Koden gäller under det här mötet/)).toBeTruthy();
  });

  it('is asked for when everyone has seen the screen, and opens it', async () => {
    const shown = open();
    await choose();
    await comeBack();
    expect(shown.workspace().state.meeting.current.seenBy).toBe('rummet');
    await press('0000');
    expect(screen.getByText(/^Det var inte rätt kod/)).toBeTruthy();
    expect(shown.workspace().state.meeting.current.seenBy).toBe('rummet');
    await press('4711');
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Aktuell situation' })).toBeTruthy(),
    );
    expect(shown.workspace().state.meeting.current.seenBy).toBe('nej');
    expect(lock).not.toHaveBeenCalled();
  });

  it('locks at the third wrong try, and shows nothing meanwhile', async () => {
    const shown = open();
    await choose();
    await comeBack();
    for (const wrong of ['0000', '1111', '2222']) await press(wrong);
    expect(lock).toHaveBeenCalledOnce();
    expect(shown.workspace().state.meeting.current.seenBy).toBe('rummet');
    await press('4711');
    expect(shown.workspace().state.meeting.current.seenBy).toBe('rummet');
  });

  it('stands before the own screen when the tablet has been out of sight', async () => {
    open();
    await choose();
    await beOutOfSight();
    expect(screen.getByRole('heading', { name: 'Möteskod' })).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/Lars|gården|Aktuell situation/);
    expect(await axeFindings(document.body)).toEqual([]);
    for (const digit of '4711') {
      fireEvent.keyDown(screen.getByRole('group', { name: 'Tryck möteskoden' }), { key: digit });
    }
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Aktuell situation' })).toBeTruthy(),
    );
  });

  it('is asked for once, where the tablet was out of sight while everyone saw it', async () => {
    open();
    await choose();
    await tap('Storskärm: av');
    await tap('Den här skärmen');
    await beOutOfSight();
    expect(screen.getByRole('main', { name: 'Det här ser alla' })).toBeTruthy();
    await tap('Tillbaka');
    await tap('Bara jag ser skärmen nu');
    await press('4711');
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Aktuell situation' })).toBeTruthy(),
    );
  });

  it('is not got round by going back in the browser: out of the case it locks', async () => {
    open();
    await choose();
    await beOutOfSight();
    expect(screen.getByRole('heading', { name: 'Möteskod' })).toBeTruthy();
    cleanup();
    expect(lock).toHaveBeenCalledOnce();
  });

  it('is not got round from what everyone sees', async () => {
    open();
    await choose();
    await tap('Storskärm: av');
    await tap('Den här skärmen');
    cleanup();
    expect(lock).toHaveBeenCalledOnce();
  });

  it('locks nobody who goes from the own screen, or who chose none', async () => {
    open();
    await choose();
    cleanup();
    open();
    await beOutOfSight();
    cleanup();
    expect(lock).not.toHaveBeenCalled();
  });
});
