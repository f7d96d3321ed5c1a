// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nothing } from '../example.ts';
import { Field, type FieldKind } from './Field.tsx';

afterEach(cleanup);

describe('Field', () => {
  const kinds: FieldKind[] = [
    'text',
    'password',
    'tel',
    'email',
    'number',
    'date',
    'time',
    'search',
  ];
  it.each(kinds)('lets the keyboard remember and correct nothing of what is typed: %s', (kind) => {
    render(<Field label="Namn" kind={kind} value="" onInput={nothing} />);
    const input = screen.getByLabelText('Namn');
    expect(input.getAttribute('autocomplete')).toBe('off');
    expect(input.getAttribute('autocorrect')).toBe('off');
    expect(input.getAttribute('spellcheck')).toBe('false');
    expect(input.getAttribute('writingsuggestions')).toBe('false');
  });

  it('tells what was written', () => {
    const written = vi.fn();
    render(<Field label="Namn" value="" onInput={written} />);
    fireEvent.input(screen.getByRole('textbox', { name: 'Namn' }), { target: { value: 'Lars' } });
    expect(written).toHaveBeenCalledWith('Lars');
  });

  it('reads hint, status and error out with the field', () => {
    render(
      <Field
        label="Lösenord"
        hint="Minst fyra ord."
        status="Två ord."
        error="Det är för kort."
        value=""
        onInput={nothing}
      />,
    );
    const input = screen.getByLabelText('Lösenord');
    const read = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(read).toEqual(['Minst fyra ord.', 'Det är för kort.', 'Två ord.']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toBe('Det är för kort.');
  });

  it('shows a password only while asked to', () => {
    render(<Field label="Lösenord" kind="password" value="hemligt" onInput={nothing} />);
    const input = screen.getByLabelText('Lösenord');
    const show = screen.getByRole('button', { name: 'Visa' });
    expect(input.getAttribute('type')).toBe('password');
    fireEvent.click(show);
    expect(input.getAttribute('type')).toBe('text');
    expect(show.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(show);
    expect(input.getAttribute('type')).toBe('password');
  });

  it('goes on by Enter, but not in the middle of a word being composed', () => {
    const entered = vi.fn();
    render(<Field label="Rad" value="" onInput={nothing} onEnter={entered} />);
    const input = screen.getByLabelText('Rad');
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    expect(entered).not.toHaveBeenCalled();
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(entered).toHaveBeenCalledOnce();
  });

  it('keeps the digits of a date that the plan has not caught up with, and tells no year on its way', () => {
    const told = vi.fn();
    const at = (value: string) => <Field label="Datum" kind="date" value={value} onInput={told} />;
    const { rerender } = render(at('2029-05-06'));
    const input = screen.getByLabelText<HTMLInputElement>('Datum');
    for (const value of ['0002-05-06', '0020-05-06', '0203-05-06', '2030-05-06']) {
      fireEvent.input(input, { target: { value } });
      // Something else on the page is drawn anew, with what the plan still says.
      rerender(at('2029-05-06'));
      expect(input.value).toBe(value);
    }
    expect(told.mock.calls).toEqual([['2030-05-06']]);
    rerender(at('2030-05-06'));
    rerender(at('2031-01-01'));
    expect(input.value).toBe('2031-01-01');
  });

  it('shows the date that stands again when one leaves a year half typed', () => {
    render(<Field label="Datum" kind="date" value="2029-05-06" onInput={nothing} />);
    const input = screen.getByLabelText<HTMLInputElement>('Datum');
    fireEvent.input(input, { target: { value: '0020-05-06' } });
    fireEvent.focusOut(input);
    expect(input.value).toBe('2029-05-06');
  });
});
