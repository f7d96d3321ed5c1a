import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { type SyncEvent, syncMachine, waitAfter } from './syncMachine.ts';

const closed = (at: number, chance = 0.5): SyncEvent => ({
  type: 'closed',
  trouble: 'unreachable',
  at,
  chance,
});
const welcomed = (isBehind: boolean): SyncEvent => ({ type: 'welcomed', isBehind });
const wanted: SyncEvent = { type: 'wanted', at: 0 };

const stateAfter = (...events: readonly SyncEvent[]) => {
  const actor = createActor(syncMachine).start();
  for (const event of events) actor.send(event);
  return actor.getSnapshot();
};

describe('the connection', () => {
  test('is live only when what is followed has come', () => {
    expect(stateAfter().value).toBe('offline');
    expect(stateAfter(wanted).value).toBe('connecting');
    expect(stateAfter(wanted, welcomed(true)).value).toBe('catchingUp');
    expect(stateAfter(wanted, welcomed(true), { type: 'caughtUp' }).value).toBe('live');
    expect(stateAfter(wanted, welcomed(false)).value).toBe('live');
    expect(stateAfter(wanted, welcomed(false), { type: 'behind' }).value).toBe('catchingUp');
  });

  test('is tried again by itself, later and later, but a minute at most', () => {
    expect(stateAfter(wanted, closed(1_000)).context.nextTryAt).toBe(1_750);
    expect(stateAfter(wanted, closed(1_000), { type: 'time', at: 1_749 }).value).toBe('backingOff');
    expect(stateAfter(wanted, closed(1_000), { type: 'time', at: 1_750 }).value).toBe('connecting');
    const waits = [0, 1, 2, 3, 9, 60].map((failures) => waitAfter(failures, 1));
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 60_000, 60_000]);
    fc.assert(
      fc.property(fc.nat(99), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
        const wait = waitAfter(failures, chance);
        expect(wait).toBeGreaterThanOrEqual(waitAfter(failures, 0));
        expect(wait).toBeLessThanOrEqual(Math.min(60_000, waitAfter(failures, 0) * 2));
      }),
    );
  });

  test('begins again with short waits once it has held', () => {
    const many = [wanted, closed(0), { type: 'try', at: 1 }, closed(2)] as const;
    expect(stateAfter(...many).context.failures).toBe(2);
    const held = stateAfter(...many, { type: 'try', at: 3 }, welcomed(false), closed(9, 1));
    expect(held.context).toMatchObject({ failures: 1, nextTryAt: 1_009 });
  });

  test('is tried at once when a person asks, the network is found, or somebody looks', () => {
    for (const type of ['try', 'network.found', 'looked'] as const) {
      expect(stateAfter(wanted, closed(5), { type, at: 1_500 }).value).toBe('connecting');
    }
    // Not at every glance.
    expect(
      stateAfter({ type: 'wanted', at: 1_000 }, closed(1_001), { type: 'looked', at: 1_900 }).value,
    ).toBe('backingOff');
  });

  test('is tried now and then without a network too, since a server may be on this device', () => {
    const lost = stateAfter(wanted, { type: 'network.lost', at: 0 }, closed(10, 1));
    expect([lost.value, lost.context.nextTryAt]).toEqual(['offline', 1_010]);
    expect(
      stateAfter(wanted, { type: 'network.lost', at: 0 }, closed(10, 1), {
        type: 'time',
        at: 1_010,
      }).value,
    ).toBe('connecting');
    expect(stateAfter(wanted, closed(10), { type: 'network.lost', at: 11 }).value).toBe('offline');
  });

  test('that a version stands in the way of is tried seldom', () => {
    const old = stateAfter(wanted, { type: 'closed', trouble: 'unknownVersion', at: 0, chance: 1 });
    expect(old.context).toMatchObject({ nextTryAt: 60_000, trouble: 'unknownVersion' });
  });

  test('is not stopped by a clock that was set back', () => {
    const tried = [{ type: 'wanted', at: 9_000_000 }, closed(9_000_001)] as const;
    expect(stateAfter(...tried, { type: 'time', at: 5 }).value).toBe('connecting');
    expect(stateAfter(...tried, { type: 'looked', at: 5 }).value).toBe('connecting');
  });

  test('ends when it is not wanted, and nothing wakes it then', () => {
    const unwanted: SyncEvent = { type: 'unwanted' };
    for (const before of [[wanted], [wanted, welcomed(true)], [wanted, closed(0)]] as const) {
      const ended = stateAfter(...before, unwanted);
      expect([ended.value, ended.context.nextTryAt]).toEqual(['offline', null]);
      for (const type of ['try', 'network.found', 'looked', 'time'] as const) {
        expect(stateAfter(...before, unwanted, { type, at: 99_999_999 }).value).toBe('offline');
      }
    }
  });

  test('reaches every state and is stuck in none, in any order of events', () => {
    const events: SyncEvent[] = [
      wanted,
      { type: 'unwanted' },
      { type: 'network.found', at: 50_000 },
      { type: 'network.lost', at: 50_000 },
      { type: 'time', at: 50_000 },
      { type: 'looked', at: 50_000 },
      { type: 'try', at: 50_000 },
      welcomed(true),
      welcomed(false),
      { type: 'caughtUp' },
      { type: 'behind' },
      closed(50_000),
    ];
    const paths = getShortestPaths(syncMachine, {
      events,
      limit: 5_000,
      stopWhen: ({ context }) => context.failures > 2,
    });
    const reached = new Set(paths.map(({ state }) => String(state.value)));
    expect([...reached].sort()).toEqual([
      'backingOff',
      'catchingUp',
      'connecting',
      'live',
      'offline',
    ]);
    for (const { state } of paths) {
      const { isWanted, nextTryAt } = state.context;
      // Only what is wanted is tried, and while it is tried there is nothing to wait for.
      if (state.value !== 'offline') expect(isWanted).toBe(true);
      if (state.hasTag('connected') || state.value === 'connecting') expect(nextTryAt).toBeNull();
      if (state.value === 'backingOff') expect(nextTryAt).not.toBeNull();
      expect(events.some((event) => state.can(event))).toBe(true);
    }
  });
});
