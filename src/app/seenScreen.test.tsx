// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { started } from '../meeting/testMeeting.ts';
import { axeFindings } from '../ui/axeFindings.ts';
import { App } from './App.tsx';
import { createAppearanceStore } from './appearance.ts';
import { createSeenScreen } from './seenScreen.ts';
import { createTestDevice, type TestDevice, testPassword } from './testDevice.ts';

// There is no service worker here.
vi.mock('./shell/Updates.tsx', () => ({ Updates: () => null }));

/** What survives a reload of this window, and nothing else does. */
const createKept = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    storage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
  };
};

let device: TestDevice;
let session: TestDevice['session'];
let window_: ReturnType<typeof createKept>;

const draw = (drawn = device.session): void => {
  session = drawn;
  render(
    <App
      session={drawn}
      appearance={createAppearanceStore(localStorage, document.documentElement)}
      seenScreen={createSeenScreen(window_.storage)}
    />,
  );
};

/** Everything in memory is gone; the database and what the window keeps are there. */
const reload = async (): Promise<void> => {
  cleanup();
  await device.session.keepOpen(null);
  const again = device.again();
  await again.start();
  draw(again);
};

const press = async (name: string): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name }));
};

const unlock = async (): Promise<void> => {
  const field = await screen.findByLabelText('Lösenord');
  if (!(field instanceof HTMLInputElement)) throw new Error('no field');
  fireEvent.input(field, { target: { value: testPassword } });
  await press('Lås upp');
};

const openedNow = async () => {
  const there = await session.openedForGood();
  if (there === null) throw new Error('no case is open');
  return there;
};

const room = (): Promise<HTMLElement> =>
  screen.findByRole('main', { name: 'Det här ser alla' }, { timeout: 5_000 });

const onlyMe = 'Bara jag ser skärmen nu';

const goTo = (way: string): void => history.replaceState(null, '', way);

beforeEach(async () => {
  device = await createTestDevice();
  window_ = createKept();
  goTo(`/sip/${device.opened.caseId}/mote`);
  await device.opened.workspace().send(started({ seenBy: 'rummet' }));
});
afterEach(() => {
  cleanup();
  goTo('/');
});

describe('a screen that others see', () => {
  it('rests after a reload: no password field, no short names, nothing of the case', async () => {
    draw();
    await room();
    await reload();
    await screen.findByRole('heading', { name: 'Mötet fortsätter.' });
    expect(screen.getByText('Skärmen vilar en stund.')).toBeTruthy();
    expect(document.querySelector('input')).toBeNull();
    expect(document.body.textContent).not.toMatch(/Lars|Lösenord|Vem är du/);
    expect(await axeFindings(document.body)).toEqual([]);
    await press(onlyMe);
    expect(await screen.findByLabelText('Lösenord')).toBeTruthy();
  });

  it('rests when it was locked while others saw it, and is the room’s again after unlocking', async () => {
    draw();
    await room();
    await device.session.lock('hidden');
    await screen.findByRole('heading', { name: 'Mötet fortsätter.' });
    expect(document.querySelector('input')).toBeNull();
    await press(onlyMe);
    await unlock();
    expect(await room()).toBeTruthy();
  });

  it('rests also after a second reload, until somebody has said that only they see it', async () => {
    draw();
    await room();
    await reload();
    await reload();
    await screen.findByRole('heading', { name: 'Mötet fortsätter.' });
    await press(onlyMe);
    await reload();
    expect(await screen.findByLabelText('Lösenord')).toBeTruthy();
  });

  it('asks for the password at once where nobody else saw it', async () => {
    await device.opened.workspace().send({ type: 'screen.seenBy', seenBy: 'nej' });
    draw();
    await screen.findByRole('heading', { name: 'Inledning' }, { timeout: 5_000 });
    await reload();
    expect(await screen.findByLabelText('Lösenord')).toBeTruthy();
  });

  it('is taken back by holding where it was turned to the individual, also after a reload', async () => {
    await device.opened.workspace().send({ type: 'screen.seenBy', seenBy: 'personen' });
    draw();
    await screen.findByRole('main', { name: 'Ditt möte' }, { timeout: 5_000 });
    expect([...window_.kept]).toEqual([['sip.seen', 'own']]);
    await reload();
    await screen.findByRole('heading', { name: 'Mötet fortsätter.' });
    expect(screen.queryByRole('button', { name: onlyMe })).toBeNull();
    const hold = screen.getByRole('button', { name: 'Håll intryckt för att ta tillbaka' });
    fireEvent.click(hold);
    expect(document.querySelector('input')).toBeNull();
    fireEvent.click(hold);
    // Held once: also a reload in between does not turn the tablet to the individual again.
    expect(await screen.findByLabelText('Lösenord')).toBeTruthy();
    await reload();
    await unlock();
    await screen.findByRole('button', { name: 'Storskärm: av' }, { timeout: 5_000 });
    await waitFor(() => expect(window_.kept.size).toBe(0));
    const there = await openedNow();
    expect(there.workspace().state.meeting.current.seenBy).toBe('nej');

    // Given away anew, it is theirs.
    await there.workspace().send({ type: 'screen.seenBy', seenBy: 'personen' });
    await screen.findByRole('main', { name: 'Ditt möte' });
    expect([...window_.kept]).toEqual([['sip.seen', 'own']]);
  });

  it.each([
    '/',
    '/ova',
    '/ova/sip/x/mote',
    '/hjalp',
    '/hjalp/ord',
    '/hjalp/cirklar/vuxna',
    '/vad-ar-en-sip',
    '/installningar',
    '/statistik',
    '/nagot-annat',
  ])('in the individual’s hands has nothing behind the address %s', async (way) => {
    window_.kept.set('sip.seen', 'own');
    goTo(way);
    draw();
    await screen.findByRole('heading', { name: 'Mötet fortsätter.' });
    expect(screen.queryAllByRole('link')).toEqual([]);
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Håll intryckt för att ta tillbaka',
    ]);
  });

  it('does not ask afterwards again when it was taken back after a reload', async () => {
    window_.kept.set('sip.seen', 'own');
    goTo(`/sip/${device.opened.caseId}/hur-var-motet`);
    draw();
    const hold = await screen.findByRole('button', { name: 'Håll intryckt för att ta tillbaka' });
    fireEvent.click(hold);
    fireEvent.click(hold);
    await screen.findByRole('heading', { name: 'Lars' }, { timeout: 5_000 });
    expect(location.pathname).toBe(`/sip/${device.opened.caseId}`);
  });

  it('has no line above it of who leads, and has it back with the leader’s own screen', async () => {
    vi.spyOn(device.opened.lead, 'status').mockReturnValue('elsewhere');
    draw();
    await room();
    const line = 'Mötet leds i ett annat fönster. Du kan skriva här.';
    await waitFor(() => expect(screen.queryByText(line)).toBeNull());
    await press('Tillbaka');
    await press(onlyMe);
    await screen.findByText(line);
  });

  it('keeps one word about it, nothing about anybody', async () => {
    draw();
    await room();
    expect([...window_.kept]).toEqual([['sip.seen', 'meeting']]);
    await press('Tillbaka');
    await press(onlyMe);
    await waitFor(() => expect(window_.kept.size).toBe(0));
  });

  it('rests where a way of the vault would be drawn instead of the shared view', async () => {
    window_.kept.set('sip.seen', 'meeting');
    goTo('/');
    draw();
    await screen.findByRole('heading', { name: 'Mötet fortsätter.' });
    expect(document.body.textContent).not.toMatch(/Lars/);
  });
});

describe('a meeting that ended while others saw the screen', () => {
  const end = async (): Promise<void> => {
    draw();
    await room();
    await device.opened.workspace().send({ type: 'meeting.ended' });
    await waitFor(() => expect([...window_.kept.values()]).toEqual(['over']));
  };

  it('thanks after a reload, and shows nothing of the case before somebody says who sees it', async () => {
    await end();
    await reload();
    await screen.findByRole('heading', { name: 'Tack för i dag' });
    expect(document.body.textContent).not.toMatch(/Lars|fortsätter/);
    expect(document.querySelector('input')).toBeNull();
    await press(onlyMe);
    await unlock();
    await room();
    expect(document.body.textContent).not.toMatch(/Lars/);
  });
});
