// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ChipGroup } from './ChipGroup.tsx';

afterEach(cleanup);

const options = [
  { value: 'a', label: 'Delmål' },
  { value: 'b', label: 'Insats' },
] as const;

describe('ChipGroup', () => {
  it('one of several: radios in a named group', () => {
    const changed = vi.fn();
    render(<ChipGroup label="Vad är raden?" options={options} value="a" onChange={changed} />);
    expect(screen.getByRole('group', { name: 'Vad är raden?' })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Delmål' }).checked).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: 'Insats' }));
    expect(changed).toHaveBeenCalledWith('b');
  });

  it('one or none: pressing the chosen one again takes the choice back', () => {
    const changed = vi.fn();
    render(
      <ChipGroup
        label="Vad är raden?"
        allowNone={true}
        options={options}
        value="a"
        onChange={changed}
      />,
    );
    const chosen = screen.getByRole('button', { name: 'Delmål' });
    expect(chosen.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(chosen);
    expect(changed).toHaveBeenLastCalledWith(null);
    fireEvent.click(screen.getByRole('button', { name: 'Insats' }));
    expect(changed).toHaveBeenLastCalledWith('b');
  });

  it('several: each is put in and taken out by itself', () => {
    const changed = vi.fn();
    render(
      <ChipGroup label="Vem?" mode="multi" options={options} value={['a']} onChange={changed} />,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Insats' }));
    expect(changed).toHaveBeenLastCalledWith(['a', 'b']);
    fireEvent.click(screen.getByRole('button', { name: 'Delmål' }));
    expect(changed).toHaveBeenLastCalledWith([]);
  });

  it('shows what is chosen by a sign, not by colour alone', () => {
    render(<ChipGroup label="Vad?" options={options} value="b" onChange={vi.fn()} />);
    const signs = (name: string) =>
      screen.getByRole('radio', { name }).parentElement?.querySelectorAll('svg').length;
    expect(signs('Insats')).toBe(1);
    expect(signs('Delmål')).toBe(0);
  });
});
