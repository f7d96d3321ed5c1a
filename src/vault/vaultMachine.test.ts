import { describe, expect, test } from 'vitest';
import { createActor, initialTransition, transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { type VaultEvent, vaultMachine } from './vaultMachine.ts';

const events: VaultEvent[] = [
  { type: 'vaults.found' },
  { type: 'vault.created', vaultId: 'a' },
  { type: 'unlock.asked', vaultId: 'a', at: 1_000 },
  { type: 'unlock.asked', vaultId: 'a', at: 9_000 },
  { type: 'unlock.asked', vaultId: 'b', at: 1_000 },
  { type: 'unlock.asked', vaultId: 'a', at: 1_000, freely: true },
  { type: 'unlock.done' },
  { type: 'unlock.failed', problem: 'wrongPassword', at: 1_000, waitMs: 5_000 },
  { type: 'unlock.failed', problem: 'store', at: 1_000, waitMs: 0 },
  { type: 'lock.asked', reason: 'hidden' },
  { type: 'lock.written' },
  { type: 'lock.notWritten' },
  { type: 'vault.destroyed', left: true },
  { type: 'vault.destroyed', left: false },
];

const stateAfter = (...sent: VaultEvent[]) => {
  let [state] = initialTransition(vaultMachine);
  for (const event of sent) [state] = transition(vaultMachine, state, event);
  return state;
};

const unlocked: VaultEvent = { type: 'vault.created', vaultId: 'a' };
const failed: VaultEvent[] = [
  { type: 'vaults.found' },
  { type: 'unlock.asked', vaultId: 'a', at: 0 },
  { type: 'unlock.failed', problem: 'wrongPassword', at: 1_000, waitMs: 5_000 },
];

describe('the vault machine', () => {
  test('reaches every state, and none is a dead end', () => {
    const paths = getShortestPaths(vaultMachine, { events, limit: 2_000 });
    const reached = new Set(paths.map((path) => String(path.state.value)));
    expect([...reached].sort()).toEqual(['absent', 'locked', 'locking', 'unlocked', 'unlocking']);
    for (const { state } of paths) {
      const leads = events.some(
        (event) => transition(vaultMachine, state, event)[0].value !== state.value,
      );
      expect(leads, String(state.value)).toBe(true);
    }
  });

  test('is pure: it starts nothing and waits for nothing', () => {
    const config = JSON.stringify(vaultMachine.config);
    expect(config).not.toMatch(/"(after|invoke|spawn)"/);
    expect(createActor(vaultMachine).start().getSnapshot().children).toEqual({});
  });

  test('takes no try before its time for the same vault, and one for another', () => {
    const early = stateAfter(...failed, { type: 'unlock.asked', vaultId: 'a', at: 5_999 });
    expect(early.value).toBe('locked');
    expect(early.context.tryAgainAt).toBe(6_000);
    expect(stateAfter(...failed, { type: 'unlock.asked', vaultId: 'a', at: 6_000 }).value).toBe(
      'unlocking',
    );
    expect(stateAfter(...failed, { type: 'unlock.asked', vaultId: 'b', at: 2_000 }).value).toBe(
      'unlocking',
    );
  });

  test('a way in that guesses nothing is taken at once', () => {
    const asked: VaultEvent = { type: 'unlock.asked', vaultId: 'a', at: 1_500, freely: true };
    expect(stateAfter(...failed, asked).value).toBe('unlocking');
    expect(stateAfter(...failed, { ...asked, freely: false }).value).toBe('locked');
  });

  test('keeps the keys and says so when what is open could not be written', () => {
    const state = stateAfter(
      unlocked,
      { type: 'lock.asked', reason: 'idle' },
      { type: 'lock.notWritten' },
    );
    expect(state.value).toBe('unlocked');
    expect(state.context.unsaved).toBe(true);
  });

  test('covers the screen from the moment locking is asked for', () => {
    const state = stateAfter(unlocked, { type: 'lock.asked', reason: 'hidden' });
    expect(state.hasTag('covered')).toBe(true);
    const locked = transition(vaultMachine, state, { type: 'lock.written' })[0];
    expect(locked.value).toBe('locked');
    expect(locked.context).toMatchObject({ reason: 'hidden', vaultId: null });
  });

  test('goes to the first start only when the last vault is gone', () => {
    expect(stateAfter(unlocked, { type: 'vault.destroyed', left: true }).value).toBe('locked');
    expect(stateAfter(unlocked, { type: 'vault.destroyed', left: false }).value).toBe('absent');
  });
});
