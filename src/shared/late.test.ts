import { expect, test, vi } from 'vitest';
import { late } from './late.ts';
import { ok } from './result.ts';

test('work whose code comes later is done with it', async () => {
  const call = late(async () => ({ double: async (value: number) => ok(2 * value) }));
  expect(await call((loaded) => loaded.double(4))).toEqual(ok(8));
});

test('work whose code cannot be had is not begun, and is tried again the next time', async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValueOnce({});
  const work = vi.fn(async () => ok(null));
  const call = late(load);
  expect((await call(work)).ok).toBe(false);
  expect(work).not.toHaveBeenCalled();
  expect((await call(work)).ok).toBe(true);
});
