import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { type UpdateEvent, updateMachine } from './updateMachine.ts';

const events: readonly UpdateEvent[] = [
  { type: 'update.found' },
  { type: 'meeting.began' },
  { type: 'meeting.ended' },
  { type: 'windows.counted', others: 0 },
  { type: 'windows.counted', others: 1 },
  { type: 'update.chosen' },
  { type: 'update.failed' },
];

const stateAfter = (...sent: readonly UpdateEvent[]) => {
  const actor = createActor(updateMachine).start();
  for (const event of sent) actor.send(event);
  return actor.getSnapshot();
};

const found: UpdateEvent = { type: 'update.found' };
const began: UpdateEvent = { type: 'meeting.began' };
const ended: UpdateEvent = { type: 'meeting.ended' };
const chosen: UpdateEvent = { type: 'update.chosen' };
const windows = (others: number): UpdateEvent => ({ type: 'windows.counted', others });

describe('a new version', () => {
  it('is offered, and taken when a person says so', () => {
    expect(stateAfter().hasTag('offered')).toBe(false);
    expect(stateAfter(chosen).value).toBe('current');
    expect(stateAfter(found).hasTag('offered')).toBe(true);
    expect(stateAfter(found, chosen).hasTag('taking')).toBe(true);
  });

  it('is never offered in a meeting, and comes back after it', () => {
    expect(stateAfter(began, found).hasTag('offered')).toBe(false);
    expect(stateAfter(found, began).hasTag('offered')).toBe(false);
    expect(stateAfter(found, began, chosen).hasTag('taking')).toBe(false);
    expect(stateAfter(found, began, windows(1), windows(0)).hasTag('offered')).toBe(false);
    expect(stateAfter(found, began, ended).hasTag('offered')).toBe(true);
  });

  it('is never offered while another window is open', () => {
    expect(stateAfter(windows(1), found).hasTag('offered')).toBe(false);
    expect(stateAfter(found, windows(2)).hasTag('offered')).toBe(false);
    expect(stateAfter(found, windows(2), windows(0)).hasTag('offered')).toBe(true);
    expect(stateAfter(windows(1), found, began, ended).hasTag('offered')).toBe(false);
  });

  it('is offered again when it did not come into force', () => {
    expect(stateAfter(found, chosen, { type: 'update.failed' }).hasTag('offered')).toBe(true);
  });

  it('keeps to this in every order of events, reaches every state and is stuck in none', () => {
    const paths = getShortestPaths(updateMachine, { events: [...events] });
    const reached = new Set(paths.map(({ state }) => String(state.value)));
    expect([...reached].sort()).toEqual(['current', 'ready', 'taken', 'waiting']);
    for (const { state } of paths) {
      const { inMeeting, otherWindows } = state.context;
      if (state.hasTag('offered')) expect([inMeeting, otherWindows]).toEqual([false, 0]);
      expect(events.some((event) => state.can(event))).toBe(true);
    }
  });
});
