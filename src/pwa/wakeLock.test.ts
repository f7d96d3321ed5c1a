// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createWakeLock } from './wakeLock.ts';

const createFake = (refuses = false) => {
  const target = new EventTarget();
  let visibilityState: DocumentVisibilityState = 'visible';
  const given: { released: boolean; release: () => Promise<void> }[] = [];
  return {
    given,
    deps: {
      wakeLock: {
        request: async () => {
          if (refuses) throw new DOMException('no', 'NotAllowedError');
          const sentinel = {
            released: false,
            release: async () => {
              sentinel.released = true;
            },
          };
          given.push(sentinel);
          return sentinel;
        },
      },
      document: {
        get visibilityState() {
          return visibilityState;
        },
        addEventListener: target.addEventListener.bind(target),
        removeEventListener: target.removeEventListener.bind(target),
      } as unknown as Document,
    },
    see: async (state: DocumentVisibilityState) => {
      visibilityState = state;
      if (state === 'hidden') for (const each of given) each.released = true;
      target.dispatchEvent(new Event('visibilitychange'));
      await Promise.resolve();
      await Promise.resolve();
    },
  };
};

describe('the wake lock', () => {
  it('is held while wished, and let go', async () => {
    const { deps, given } = createFake();
    const lock = createWakeLock(deps);
    expect(lock.state()).toBe('free');
    await lock.hold();
    expect(lock.state()).toBe('held');
    await lock.hold();
    expect(given).toHaveLength(1);
    await lock.release();
    expect(lock.state()).toBe('free');
    expect(given[0]?.released).toBe(true);
  });

  it('is asked for again when the page is seen again', async () => {
    const { deps, given, see } = createFake();
    const lock = createWakeLock(deps);
    await lock.hold();
    await see('hidden');
    expect(lock.state()).toBe('refused');
    await see('visible');
    expect(lock.state()).toBe('held');
    expect(given).toHaveLength(2);
    await lock.dispose();
    await see('hidden');
    await see('visible');
    expect(given).toHaveLength(2);
  });

  it('is not held when it was given up while the browser thought', async () => {
    const { deps, given } = createFake();
    const lock = createWakeLock(deps);
    const held = lock.hold();
    await lock.release();
    await held;
    expect(given.every((each) => each.released)).toBe(true);
    expect(lock.state()).toBe('free');
  });

  it('says so where it is refused or not offered, and throws nothing', async () => {
    const refused = createWakeLock(createFake(true).deps);
    await refused.hold();
    expect(refused.state()).toBe('refused');
    const none = createWakeLock({ ...createFake().deps, wakeLock: undefined });
    await none.hold();
    expect(none.state()).toBe('unsupported');
  });
});
