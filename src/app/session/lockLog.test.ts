import { expect, it } from 'vitest';
import { createMemorySession } from '../../vault/memorySession.ts';
import { realRandom } from '../../vault/testing.ts';
import { lockLogOf, noteLockEvent, readLockLog } from './lockLog.ts';

it('keeps the newest hundred, newest first', async () => {
  const vault = await createMemorySession({ random: realRandom });
  if (!vault.ok) throw new Error('expected a session');
  expect(await lockLogOf(vault.value)).toEqual([]);
  for (let at = 1; at <= 103; at += 1) {
    expect(await noteLockEvent(vault.value, { at, what: 'passwordChanged' })).toBe(true);
  }
  const log = await lockLogOf(vault.value);
  expect(log).toHaveLength(100);
  expect(log[0]).toEqual({ at: 103, what: 'passwordChanged' });
});

it('passes over what does not fit', () => {
  const sound = { at: 1, what: 'recovered' };
  expect(
    readLockLog([null, 3, {}, { at: 'x', what: 'recovered' }, { at: 1, what: 'y' }, sound]),
  ).toEqual([sound]);
  expect(readLockLog('text')).toEqual([]);
});
