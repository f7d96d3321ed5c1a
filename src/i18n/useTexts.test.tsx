// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { individualNamespaces } from './individualTexts.ts';
import { allLanguages, type LanguageCode } from './languages.ts';
import { loadTexts, textsNow } from './loadTexts.ts';
import { TextIn } from './TextIn.tsx';
import { useTexts } from './useTexts.ts';

afterEach(cleanup);

function View({ language }: { readonly language?: LanguageCode }) {
  const texts = useTexts('room', language);
  if (texts === null) return <p>…</p>;
  return (
    <p>
      <TextIn wording={texts.say('room:thanks')} />
      <TextIn wording={texts.say('room:bar.back')} class="mine" />
    </p>
  );
}

describe('texts in the language of the individual', () => {
  it('are there at once in Swedish, and when they have come in another', async () => {
    const { rerender } = render(<View />);
    expect(screen.getByText('Tack för i dag').lang).toBe('sv');
    rerender(<View language="en" />);
    // Nothing flickers: the former stand until the new ones are there.
    expect(screen.queryByText('…')).toBeNull();
    expect((await screen.findByText('Thank you for today', {}, { timeout: 15_000 })).lang).toBe(
      'en',
    );
  });

  it('say which words stay in Swedish', async () => {
    await loadTexts('fi', 'room');
    render(<View language="fi" />);
    const swedish = screen.getByText('Tillbaka');
    expect([swedish.lang, swedish.dir, swedish.className]).toEqual(['sv', 'ltr', 'mine']);
  });

  it('come for every language and namespace, Swedish where there are none', async () => {
    for (const { code } of allLanguages) {
      for (const namespace of individualNamespaces) {
        const texts = await loadTexts(code, namespace);
        expect(texts.language).toBe(code);
        expect(textsNow(code, namespace)).toBe(texts);
      }
    }
    // What only the leader reads is left in Swedish.
    const { say, formats } = await loadTexts('fr', 'room');
    expect(say('room:bar.back')).toMatchObject({ text: 'Tillbaka', isFallback: true });
    expect(formats.weekday('2026-06-09')).toBe('mardi');
  });
});
