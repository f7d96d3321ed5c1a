import { expect, it } from 'vitest';
import { webStorage } from './webStorage.ts';

it('keeps nothing, and throws nothing, where the browser refuses even the question', () => {
  const refusing = (): never => {
    throw new DOMException('no', 'SecurityError');
  };
  for (const ask of [refusing, () => null]) {
    const storage = webStorage(ask);
    storage.setItem('a', 'b');
    expect(storage.getItem('a')).toBeNull();
    storage.removeItem('a');
  }
});

it('is the browser’s own where there is one', () => {
  const own = { getItem: () => 'x', setItem: () => undefined, removeItem: () => undefined };
  expect(webStorage(() => own)).toBe(own);
});
