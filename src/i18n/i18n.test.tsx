// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { currentLocale, initI18n, translate } from './i18n.ts';
import type { TextKey } from './keys.ts';
import { RichText } from './RichText.tsx';
import { useT } from './useT.ts';

afterEach(cleanup);

function View({ drawn }: { readonly drawn: () => void }) {
  const t = useT();
  drawn();
  return <p>{t('common:action.cancel')}</p>;
}

describe('texts', () => {
  it('are there at once, without waiting for anything', () => {
    expect(translate('common:save.saved')).toBe('Sparat här');
    expect(translate('common:circle.at', { number: 3, part: 'Behov' })).toBe(
      'Mötescirkeln: del 3 av 5, Behov',
    );
    expect(translate('backup:plans', { count: 1 })).toBe('1 plan');
  });

  it('leave what a person wrote as it is', () => {
    expect(translate('common:circle.at', { number: 3, part: 'A & B <C> {{count}}' })).toBe(
      'Mötescirkeln: del 3 av 5, A & B <C> {{count}}',
    );
  });

  it('stop a test when a text is missing or lacks a value', () => {
    const missing: string = 'common:nothing.here';
    const isKey = (key: string): key is TextKey => key.length > 0;
    expect(() => isKey(missing) && translate(missing)).toThrow('There is no text');
    expect(() => translate('common:circle.at', { number: 3 })).toThrow('lacks a value');
  });

  it('say on the page which language it is in', async () => {
    await initI18n('sv');
    expect(document.documentElement.lang).toBe('sv');
    expect(document.documentElement.dir).toBe('ltr');
    expect(currentLocale()).toBe('sv');
  });

  it('are drawn anew in a view when the language changes', async () => {
    const drawn = vi.fn();
    render(<View drawn={drawn} />);
    await act(() => initI18n('sv'));
    expect(screen.getByText('Avbryt')).toBeTruthy();
    expect(drawn).toHaveBeenCalledTimes(2);
  });

  it('let words in a sentence stand out without cutting the sentence up', () => {
    const { container } = render(
      <p>
        <RichText text="Efteråt kommer du till **Efter mötet**." />
      </p>,
    );
    expect(container.textContent).toBe('Efteråt kommer du till Efter mötet.');
    expect(container.querySelector('strong')?.textContent).toBe('Efter mötet');
  });
});
