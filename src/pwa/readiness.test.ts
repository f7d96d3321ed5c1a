import { describe, expect, it } from 'vitest';
import { askToKeep, checkReadiness, type ReadinessDeps, type ReadinessId } from './readiness.ts';

const now = Date.UTC(2026, 10, 22, 9);
const whole = { page: true, missing: [] };
const file = { key: 'http://localhost:3000/a.js', url: 'http://localhost:3000/a.js', sum: null };

const good: ReadinessDeps = {
  isSecureContext: true,
  crypto: { subtle: crypto.subtle },
  isControlled: () => true,
  kept: async () => whole,
  storage: {
    persisted: async () => true,
    estimate: async () => ({ quota: 10 ** 9, usage: 10 ** 6 }),
  },
  tryRoom: async () => true,
  isStandalone: () => true,
  keepAwake: async () => undefined,
  now: () => now,
  serverTime: async () => now - 60_000,
  backup: async () => 'fresh',
};

const stateOf = async (id: ReadinessId, change: Partial<ReadinessDeps>): Promise<string> =>
  (await checkReadiness({ ...good, ...change })).find((item) => item.id === id)?.state ?? 'none';

const throwing = async (): Promise<never> => {
  throw new Error('refused');
};

describe('ready for meetings without network', () => {
  it('is all ready where everything is', async () => {
    const items = await checkReadiness(good);
    expect(items.map((item) => item.id)).toEqual([
      'program',
      'files',
      'kept',
      'backup',
      'room',
      'installed',
      'awake',
      'clock',
      'keys',
    ]);
    expect(items.every((item) => item.state === 'ready')).toBe(true);
  });

  it.each<[string, ReadinessId, Partial<ReadinessDeps>]>([
    ['no service worker here', 'program', { isControlled: null }],
    ['a page without its service worker', 'program', { isControlled: () => false }],
    ['a page that was cleared', 'program', { kept: async () => ({ page: false, missing: [] }) }],
    ['a file that is not kept', 'files', { kept: async () => ({ page: true, missing: [file] }) }],
    ['no page kept', 'files', { kept: async () => ({ page: false, missing: [] }) }],
    ['no backup, or an old one', 'backup', { backup: async () => 'old' }],
    ['a clock that is days ahead', 'clock', { serverTime: async () => now - 3 * 86_400_000 }],
    ['a clock that is an hour behind', 'clock', { serverTime: async () => now + 3_600_000 }],
    ['nothing promised', 'kept', { storage: { persisted: async () => false } }],
    ['a full disk', 'room', { storage: { estimate: async () => ({ quota: 1000, usage: 990 }) } }],
    [
      'room for the number that is told, and none on the disk',
      'room',
      { tryRoom: async () => false },
    ],
    ['a tab', 'installed', { isStandalone: () => false }],
    ['a screen that sleeps', 'awake', { keepAwake: null }],
    ['an insecure address', 'keys', { isSecureContext: false }],
    ['no cryptography', 'keys', { crypto: { subtle: undefined } }],
    [
      'no such keys',
      'keys',
      { crypto: { subtle: { generateKey: throwing } as unknown as SubtleCrypto } },
    ],
  ])('says not ready: %s', async (_what, id, change) => {
    expect(await stateOf(id, change)).toBe('notReady');
  });

  it.each<[string, ReadinessId, Partial<ReadinessDeps>]>([
    ['files that cannot be counted', 'files', { kept: async () => null }],
    ['a program that cannot be looked at', 'program', { kept: async () => null }],
    ['caches that throw', 'files', { kept: throwing }],
    ['no network to set the clock by', 'clock', { serverTime: async () => null }],
    ['a server that does not tell the time', 'clock', { serverTime: throwing }],
    ['nobody who knows of a backup', 'backup', { backup: async () => null }],
    ['a vault that does not answer', 'backup', { backup: throwing }],
    ['a screen that was refused', 'awake', { keepAwake: throwing }],
    ['a browser without such a mode', 'installed', { isStandalone: () => null }],
    ['no storage manager', 'kept', { storage: undefined }],
    ['no promise to ask about', 'kept', { storage: {} }],
    ['an answer of null', 'kept', { storage: { persisted: async () => null as never } }],
    ['a refusal', 'kept', { storage: { persisted: throwing } }],
    ['room that cannot be tried', 'room', { storage: {}, tryRoom: async () => null }],
    ['a great number that every device tells', 'room', { tryRoom: async () => null }],
    ['a trial that throws', 'room', { tryRoom: throwing }],
  ])('is never ready without knowing: %s', async (_what, id, change) => {
    expect(await stateOf(id, change)).toBe('unknown');
  });

  it('asks the browser to keep what is written, and knows when it cannot', async () => {
    expect(await askToKeep({ persist: async () => true })).toBe(true);
    expect(await askToKeep({ persist: async () => false })).toBe(false);
    expect(await askToKeep({})).toBe(null);
    expect(await askToKeep({ persist: throwing })).toBe(null);
  });
});
