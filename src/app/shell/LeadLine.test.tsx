// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Leadership } from '../../cases/leadership.ts';
import type { LeadStatus } from '../../cases/leadLock.ts';
import type { OpenCase } from '../../cases/openCase.ts';
import { initI18n } from '../../i18n/i18n.ts';
import { started } from '../../meeting/testMeeting.ts';
import { WorkspaceContext } from '../../meeting/views/WorkspaceContext.ts';
import { ok } from '../../shared/result.ts';
import { axeFindings } from '../../ui/axeFindings.ts';
import { SessionContext } from '../SessionContext.ts';
import { createTestDevice } from '../testDevice.ts';
import { LeadLine, tellHereEveryMs } from './LeadLine.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

interface Wanted {
  readonly leadership: Leadership;
  readonly lock?: LeadStatus;
  /** The case is synced with other devices. */
  readonly isShared?: boolean;
  /** Others see the screen. */
  readonly isSeen?: boolean;
}

const other: Extract<Leadership, { readonly is: 'otherDevice' }> = {
  is: 'otherDevice',
  name: 'Maria',
  hasAsked: false,
  isOffered: false,
  unseenSince: null,
};

const me = 'Karin Ek';

const open = async ({ leadership, lock = 'here', isShared = true, isSeen = false }: Wanted) => {
  const { session, opened, time } = await createTestDevice();
  const sent = await opened.workspace().send(started());
  if (!sent.ok) throw new Error('The meeting did not start.');
  let now = leadership;
  let hear: (caseId: string, device: string) => void = () => undefined;
  const done: string[] = [];
  const asCase: OpenCase = {
    ...opened,
    leadership: () => now,
    lead: { ...opened.lead, status: () => lock },
    leadFromHere: async () => ok(void done.push('lead')),
    askToLead: async () => ok(void done.push('ask')),
    offerLead: async (to) => ok(void done.push(`offer ${to}`)),
    heardFrom: (device) => void done.push(`heard ${device}`),
  };
  const state = { waits: 0, since: null, trouble: null, isComing: false };
  const cases = new Map(isShared ? [[opened.caseId, state]] : []);
  const tellHere = vi.fn();
  const sync = {
    ...session.sync,
    get: () => ({ ...session.sync.get(), cases }),
    tellHere,
    onHere: (listener: typeof hear) => {
      hear = listener;
      return () => {
        hear = () => undefined;
      };
    },
  };
  const { container, unmount } = render(
    <SessionContext.Provider
      value={{ ...session, sync, author: () => ({ ...session.author(), name: me }) }}
    >
      <WorkspaceContext.Provider value={opened.workspace()}>
        <LeadLine opened={asCase} isSeen={isSeen} />
      </WorkspaceContext.Provider>
    </SessionContext.Provider>,
  );
  return {
    container,
    unmount,
    opened,
    done,
    tellHere,
    hear: (caseId: string, device: string) => hear(caseId, device),
    pass: (ms: number) => act(() => time.pass(ms)),
    become: (next: Leadership) => {
      now = next;
    },
  };
};

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

describe('who leads the meeting', () => {
  it('is not said where it is simply this window', async () => {
    const { container } = await open({ leadership: { is: 'here', asked: null } });
    expect(container.textContent).toBe('');
  });

  it('is not said where others see the screen', async () => {
    const { container } = await open({ leadership: other, isSeen: true });
    expect(container.textContent).toBe('');
  });

  it.each<[string, Wanted, string, string | null, string | null]>([
    [
      'another window of this device',
      { leadership: { is: 'otherWindow' }, lock: 'elsewhere' },
      'Mötet leds i ett annat fönster. Du kan skriva här.',
      'Led härifrån',
      'lead',
    ],
    [
      'another person’s vault, where the case is on this device alone',
      { leadership: other, isShared: false },
      'Mötet leds i ett annat fönster. Du kan skriva här.',
      'Led härifrån',
      'lead',
    ],
    [
      'another device, which can be asked',
      { leadership: other },
      'Maria leder mötet från en annan platta. Du kan skriva här.',
      'Be att få leda',
      'ask',
    ],
    [
      'another device of one’s own',
      { leadership: { ...other, name: me } },
      'Du leder mötet från en annan platta. Du kan skriva här.',
      'Be att få leda',
      'ask',
    ],
    [
      'another device, by nobody known',
      { leadership: { ...other, name: null } },
      'Någon annan leder mötet från en annan platta. Du kan skriva här.',
      'Be att få leda',
      'ask',
    ],
    [
      'another device, which was asked',
      { leadership: { ...other, hasAsked: true } },
      'Du har bett om att få leda.',
      null,
      null,
    ],
    [
      'another device, which hands it over',
      { leadership: { ...other, hasAsked: true, isOffered: true } },
      'Maria har lämnat över mötet till dig.',
      'Led härifrån',
      'lead',
    ],
    [
      'a device that is not heard any more: taken over by an act that says what it means',
      { leadership: { ...other, unseenSince: 1 } },
      'Inget är borta. Maria leder mötet, men plattan har inte hörts av på en minut. Du kan leda härifrån i stället. Hörs den av igen, följer den efter.',
      'Ta över och led härifrån',
      'lead',
    ],
    [
      'this device, which another one asks',
      { leadership: { is: 'here', asked: { device: 'd2', name: 'Maria' } } },
      'Maria vill leda mötet.',
      'Lämna över',
      'offer d2',
    ],
  ])('is %s', async (_, wanted, words, button, deed) => {
    const { container, done } = await open(wanted);
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual(
      button === null ? [] : [button],
    );
    expect(await axeFindings(container)).toEqual([]);
    if (button !== null) press(button);
    expect(done).toEqual(deed === null ? [] : [deed]);
  });

  it('is looked at again by itself: a device may fall silent while nothing else happens', async () => {
    const { become, pass } = await open({ leadership: other });
    become({ ...other, unseenSince: 1 });
    expect(screen.queryByRole('button', { name: 'Ta över och led härifrån' })).toBeNull();
    await pass(6_000);
    expect(screen.getByRole('button', { name: 'Ta över och led härifrån' })).toBeTruthy();
  });
});

describe('that the device which leads is there', () => {
  it('is told again and again to the others, by that one alone, until the meeting is left', async () => {
    const { tellHere, pass, opened, unmount } = await open({
      leadership: { is: 'here', asked: null },
    });
    const meeting = opened.workspace().state.meeting.current.id;
    expect(tellHere.mock.calls).toEqual([[opened.caseId, meeting]]);
    await pass(2 * tellHereEveryMs);
    expect(tellHere).toHaveBeenCalledTimes(3);
    act(() => void unmount());
    await pass(2 * tellHereEveryMs);
    expect(tellHere).toHaveBeenCalledTimes(3);
  });

  it('is not told by one that follows', async () => {
    const { tellHere, pass } = await open({ leadership: other });
    await pass(2 * tellHereEveryMs);
    expect(tellHere).not.toHaveBeenCalled();
  });

  it('is heard of this case alone', async () => {
    const { hear, done, opened } = await open({ leadership: other });
    hear('another case', 'd3');
    hear(opened.caseId, 'd2');
    expect(done).toEqual(['heard d2']);
  });
});
