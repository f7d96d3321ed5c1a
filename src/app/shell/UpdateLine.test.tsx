// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createActor } from 'xstate';
import { initI18n } from '../../i18n/i18n.ts';
import { updateMachine } from '../../pwa/updateMachine.ts';
import type { AppSession } from '../session/appSession.ts';
import { UpdateLine } from './UpdateLine.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const draw = (mayLeave: boolean) => {
  const actor = createActor(updateMachine).start();
  const takeUpdate = vi.fn(() => actor.send({ type: 'update.chosen' }));
  const session = {
    openedCase: () => null,
    keepOpen: async () => mayLeave,
  } as unknown as AppSession;
  render(<UpdateLine updates={{ actor, takeUpdate, setInMeeting: vi.fn() }} session={session} />);
  return { actor, takeUpdate };
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

  it('is not taken when what is open could not be written', async () => {
    const { actor, takeUpdate } = draw(false);
    actor.send({ type: 'update.found' });
    fireEvent.click(await screen.findByRole('button', { name: 'Byt till den nya' }));
    await Promise.resolve();
    await waitFor(() => expect(screen.getByRole('status')).toBeTruthy());
    expect(takeUpdate).not.toHaveBeenCalled();
  });
});
