import { describe, expect, it } from 'vitest';
import { createLeadLock, type LockManagerPart } from './leadLock.ts';

/** Web Locks of one device, as far as leading needs them: a lock is free a few turns after it was let go. */
const createLocks = (): LockManagerPart => {
  let taken = false;
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  const request = async (
    name: string,
    _options: LockOptions,
    callback: (lock: Lock | null) => unknown,
  ): Promise<unknown> => {
    await turns();
    if (taken) return callback(null);
    taken = true;
    try {
      return await callback({ name, mode: 'exclusive' });
    } finally {
      await turns();
      taken = false;
    }
  };
  return { request: request as LockManagerPart['request'] };
};

describe('leading from a window', () => {
  it('leads again at once after leaving, and is not told of another window', async () => {
    const lead = createLeadLock(createLocks(), 'a');
    expect(await lead.tryLead()).toBe(true);
    lead.release();
    expect(await lead.tryLead()).toBe(true);
    expect(lead.status()).toBe('here');
  });

  it('answers both when it is asked twice before the first answer', async () => {
    const lead = createLeadLock(createLocks(), 'a');
    expect(await Promise.all([lead.tryLead(), lead.tryLead()])).toEqual([true, true]);
    expect(lead.status()).toBe('here');
  });

  it('does not lead what another window leads, until that one leaves', async () => {
    const locks = createLocks();
    const [mine, other] = [createLeadLock(locks, 'a'), createLeadLock(locks, 'a')];
    await other.tryLead();
    expect(await mine.tryLead()).toBe(false);
    expect(mine.status()).toBe('elsewhere');
    other.release();
    await other.tryLead();
    other.release();
    await new Promise((later) => setImmediate(later));
    expect(await mine.tryLead()).toBe(true);
  });
});
