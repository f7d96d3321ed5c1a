// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bucketPlace } from './sparePlace.ts';

const unknownError = (): DOMException => new DOMException('Unknown error', 'UnknownError');

describe('the bucket of the spare', () => {
  afterEach(() => {
    vi.useRealTimers();
    Reflect.deleteProperty(navigator, 'storageBuckets');
  });

  const placeThatFails = (times: number) => {
    vi.useFakeTimers();
    const remove = vi.fn(async () => {
      if (remove.mock.calls.length <= times) throw unknownError();
    });
    Object.defineProperty(navigator, 'storageBuckets', {
      configurable: true,
      value: { open: vi.fn(), delete: remove },
    });
    return { place: bucketPlace(), remove };
  };

  it('is taken away although its files are still being let go', async () => {
    const { place, remove } = placeThatFails(2);
    const removed = place?.remove();
    await vi.runAllTimersAsync();
    await expect(removed).resolves.toBeUndefined();
    expect(remove).toHaveBeenCalledTimes(3);
  });

  it('says when it could not be taken away', async () => {
    const { place } = placeThatFails(100);
    const removed = expect(place?.remove()).rejects.toThrow('Unknown error');
    await vi.runAllTimersAsync();
    await removed;
  });

  it('is not there in a browser without buckets', () => {
    expect(bucketPlace()).toBeNull();
  });
});
