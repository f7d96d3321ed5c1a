// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createActor } from 'xstate';
import { initI18n } from '../../i18n/i18n.ts';
import { updateMachine } from '../../pwa/updateMachine.ts';
import type { AppSession } from '../session/sessionTypes.ts';
import { UpdateLine } from './UpdateLine.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const draw = (mayLeave: boolean) => {
  const actor = createActor(updateMachine).start();
  const takeUpdate = vi.fn(() => actor.send({ type: 'update.chosen' }));
  const phase = { now: 'waiting' };
  const keepOpen = vi.fn(async () => mayLeave);
  const session = {
    openedCase: () => ({
      workspace: () => ({ state: { meeting: { current: { phase: phase.now } } } }),
    }),
    keepOpen,
  } as unknown as AppSession;
  const setInMeeting = (inMeeting: boolean): void =>
    actor.send({ type: inMeeting ? 'meeting.began' : 'meeting.ended' });
  render(<UpdateLine updates={{ actor, takeUpdate, setInMeeting }} session={session} />);
  return { actor, takeUpdate, phase, keepOpen };
};

describe('a new version', () => {
  it('is offered when it may be taken, not in a meeting, and again after it', async () => {
    const { actor } = draw(true);
    expect(screen.queryByRole('status')).toBeNull();
    actor.send({ type: 'update.found' });
    await screen.findByRole('status');
    actor.send({ type: 'meeting.began' });
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
    actor.send({ type: 'meeting.ended' });
    await screen.findByRole('status');
  });

  it('is taken when what is open is written', async () => {
    const { actor, takeUpdate } = draw(true);
    actor.send({ type: 'update.found' });
    fireEvent.click(await screen.findByRole('button', { name: 'Byt till den nya' }));
    await waitFor(() => expect(takeUpdate).toHaveBeenCalledTimes(1));
  });

  it('is not taken, nor is the meeting closed, when one began a moment ago', async () => {
    const { actor, takeUpdate, phase, keepOpen } = draw(true);
    actor.send({ type: 'update.found' });
    const take = await screen.findByRole('button', { name: 'Byt till den nya' });
    phase.now = 'running';
    fireEvent.click(take);
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
    expect(takeUpdate).not.toHaveBeenCalled();
    expect(keepOpen).not.toHaveBeenCalled();
  });

  it('is not taken when what is open could not be written', async () => {
    const { actor, takeUpdate } = draw(false);
    actor.send({ type: 'update.found' });
    fireEvent.click(await screen.findByRole('button', { name: 'Byt till den nya' }));
    await Promise.resolve();
    await waitFor(() => expect(screen.getByRole('status')).toBeTruthy());
    expect(takeUpdate).not.toHaveBeenCalled();
  });
});
