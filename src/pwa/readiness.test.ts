import { describe, expect, it } from 'vitest';
import { askToKeep, checkReadiness, type ReadinessDeps, type ReadinessId } from './readiness.ts';

const origin = 'http://localhost:3000';

const fakeCaches = (...paths: readonly string[]): NonNullable<ReadinessDeps['caches']> => ({
  keys: async () => ['workbox-precache-v2-http://localhost:3000/', 'other'],
  open: async (name) =>
    ({
      keys: async () =>
        name === 'other'
          ? [new Request(`${origin}/assets/other.js`)]
          : paths.map((path) => new Request(`${origin}${path}?__WB_REVISION__=1`)),
    }) as unknown as Cache,
});

const good: ReadinessDeps = {
  isSecureContext: true,
  crypto: { subtle: crypto.subtle },
  isControlled: () => true,
  caches: fakeCaches('/index.html', '/assets/a.js'),
  loadedFiles: () => [`${origin}/assets/a.js`],
  storage: {
    persisted: async () => true,
    estimate: async () => ({ quota: 10 ** 9, usage: 10 ** 6 }),
  },
  isStandalone: () => true,
  hasWakeLock: true,
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
      'room',
      'installed',
      'awake',
      'keys',
    ]);
    expect(items.every((item) => item.state === 'ready')).toBe(true);
  });

  it.each<[string, ReadinessId, Partial<ReadinessDeps>]>([
    ['no service worker here', 'program', { isControlled: null }],
    ['a page without its service worker', 'program', { isControlled: () => false }],
    [
      'a file that is only in another cache',
      'files',
      { loadedFiles: () => [`${origin}/assets/other.js`] },
    ],
    ['no page kept', 'files', { caches: fakeCaches('/assets/a.js') }],
    ['nothing promised', 'kept', { storage: { persisted: async () => false } }],
    ['a full disk', 'room', { storage: { estimate: async () => ({ quota: 1000, usage: 990 }) } }],
    ['a tab', 'installed', { isStandalone: () => false }],
    ['a screen that sleeps', 'awake', { hasWakeLock: false }],
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
    ['no caches', 'files', { caches: undefined }],
    ['caches that throw', 'files', { caches: { keys: throwing, open: throwing } }],
    ['no storage manager', 'kept', { storage: undefined }],
    ['no promise to ask about', 'kept', { storage: {} }],
    ['an answer of null', 'kept', { storage: { persisted: async () => null as never } }],
    ['a refusal', 'kept', { storage: { persisted: throwing } }],
    ['no estimate', 'room', { storage: {} }],
    ['an empty estimate', 'room', { storage: { estimate: async () => ({}) } }],
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
