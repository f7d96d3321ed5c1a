// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { initI18n } from '../../i18n/i18n.ts';
import { nothing } from '../example.ts';
import { applySplice, type Splice } from './spliceBetween.ts';
import { TextSpliceField } from './TextSpliceField.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

/** An owner of the text, as the plan's document is one: it takes splices and others may change it. */
function owned(first: string) {
  let text = first;
  const splices: Splice[] = [];
  const field = () => (
    <TextSpliceField
      maxLength={500}
      label="Rad"
      value={text}
      onSplice={(splice) => {
        splices.push(splice);
        text = applySplice(text, splice);
      }}
    />
  );
  const { rerender } = render(field());
  const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'Rad' });
  return {
    input,
    splices,
    text: () => text,
    redraw: () => rerender(field()),
    type: (value: string, caret = value.length) => {
      input.value = value;
      input.setSelectionRange(caret, caret);
      fireEvent.input(input);
    },
    outside: (value: string) => {
      text = value;
      rerender(field());
    },
  };
}

describe('TextSpliceField', () => {
  it('tells each change as one splice', () => {
    const { type, splices, text } = owned('Sova');
    type('Sova sex');
    type('Kunna sova sex', 6);
    expect(splices[0]).toEqual({ index: 4, remove: 0, insert: ' sex' });
    expect(text()).toBe('Kunna sova sex');
  });

  it('keeps caret and selection where they are among the letters when others write', () => {
    const { input, outside } = owned('Samtal varje vecka');
    input.focus();
    input.setSelectionRange(7, 12);
    outside('Enskilda samtal varje vecka'.replace('samtal', 'Samtal'));
    expect(input.value).toBe('Enskilda Samtal varje vecka');
    expect(input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)).toBe('varje');
  });

  it('tells nothing while a word is composed, and the whole word when it is done', () => {
    const { input, type, splices, text } = owned('');
    fireEvent.compositionStart(input);
    type('´');
    type('é');
    expect(splices).toEqual([]);
    fireEvent.compositionEnd(input);
    expect(splices).toEqual([{ index: 0, remove: 0, insert: 'é' }]);
    expect(text()).toBe('é');
  });

  it('puts nothing from outside in while a word is composed, and loses neither', () => {
    const { input, type, outside, text } = owned('Sova');
    input.focus();
    fireEvent.compositionStart(input);
    type('Sova gott');
    outside('Kunna Sova');
    expect(input.value).toBe('Sova gott');
    fireEvent.compositionEnd(input);
    expect(text()).toBe('Kunna Sova gott');
    expect(input.value).toBe('Kunna Sova gott');
    expect(input.selectionStart).toBe('Kunna Sova gott'.length);
  });

  it('does not undo what was typed when it is drawn again before its owner has answered', () => {
    const sent = vi.fn();
    const { rerender } = render(
      <TextSpliceField maxLength={500} label="Sen" value="a" onSplice={sent} />,
    );
    const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'Sen' });
    input.value = 'ab';
    fireEvent.input(input);
    input.value = 'abc';
    fireEvent.input(input);
    rerender(<TextSpliceField maxLength={500} label="Sen" hint="x" value="a" onSplice={sent} />);
    expect(input.value).toBe('abc');
    rerender(<TextSpliceField maxLength={500} label="Sen" value="ab" onSplice={sent} />);
    expect(input.value).toBe('abc');
    rerender(<TextSpliceField maxLength={500} label="Sen" value="abc" onSplice={sent} />);
    expect(input.value).toBe('abc');
    rerender(<TextSpliceField maxLength={500} label="Sen" value="ab" onSplice={sent} />);
    expect(input.value).toBe('ab');
  });

  it('tells a word still being composed when the field is left', () => {
    const { input, type, text } = owned('');
    input.focus();
    fireEvent.compositionStart(input);
    type('Boende');
    input.blur();
    expect(text()).toBe('Boende');
  });

  it('lets the keyboard remember nothing', () => {
    render(
      <TextSpliceField maxLength={500} label="Ord" multiline={true} value="" onSplice={nothing} />,
    );
    const area = screen.getByRole('textbox', { name: 'Ord' });
    expect(area.tagName).toBe('TEXTAREA');
    expect(area.getAttribute('writingsuggestions')).toBe('false');
    expect(area.getAttribute('spellcheck')).toBe('false');
  });

  it('takes no more than is kept, and says when it is full', () => {
    const field = (value: string) => (
      <TextSpliceField maxLength={8} label="Ord" value={value} onSplice={nothing} />
    );
    const { rerender } = render(field('Behålla'));
    const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'Ord' });
    expect(input.maxLength).toBe(8);
    expect(screen.queryByText(/^Mer får inte plats/)).toBeNull();
    rerender(field('Behålla!'));
    expect(screen.getByText(/^Mer får inte plats/)).toBeTruthy();
  });
});
