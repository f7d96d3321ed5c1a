// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createAppearanceStore, emptyAppearance } from './appearance.ts';

const memoryStorage = (start: Record<string, string> = {}) => {
  const kept = new Map(Object.entries(start));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      kept.set(key, value);
    },
  };
};

describe('appearance', () => {
  it('stands on the root element at once and is the same after a restart', () => {
    const storage = memoryStorage();
    const root = document.createElement('html');
    const store = createAppearanceStore(storage, root);
    store.set({ theme: 'dark', textSize: '125', hand: 'left', language: 'en' });
    expect([root.dataset.theme, root.dataset.textSize, root.dataset.hand]).toEqual([
      'dark',
      '125',
      'left',
    ]);
    expect(createAppearanceStore(storage, document.createElement('html')).get()).toEqual({
      theme: 'dark',
      textSize: '125',
      hand: 'left',
      language: 'en',
    });
  });

  it('starts plain when what was kept is broken or unknown', () => {
    for (const kept of ['{', '1', '{"theme":"pink","textSize":7}']) {
      const storage = memoryStorage({ 'sip.appearance': kept });
      const root = document.createElement('html');
      expect(createAppearanceStore(storage, root).get()).toEqual(emptyAppearance);
      expect(root.dataset.theme).toBeUndefined();
    }
  });
});
