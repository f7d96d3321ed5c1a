// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Choice } from './Choice.tsx';

afterEach(cleanup);

it('Choice is a group of answers with their explanations, and tells the one that is chosen', () => {
  const chosen = vi.fn();
  render(
    <Choice
      legend="Ser andra din skärm?"
      options={[
        { value: 'no', label: 'Nej' },
        { value: 'room', label: 'Ja, i rummet', hint: 'Storskärmen visar det du visar.' },
      ]}
      value="no"
      onChange={chosen}
    />,
  );
  expect(screen.getByRole('group', { name: 'Ser andra din skärm?' })).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Nej' }).checked).toBe(true);
  const room = screen.getByRole('radio', { name: 'Ja, i rummet' });
  const hint = document.getElementById(room.getAttribute('aria-describedby') ?? '');
  expect(hint?.textContent).toBe('Storskärmen visar det du visar.');
  fireEvent.click(room);
  expect(chosen).toHaveBeenCalledWith('room');
});
