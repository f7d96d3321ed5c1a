// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Opening } from './Opening.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('says nothing for a moment, and then that it is opening', async () => {
  vi.useFakeTimers();
  render(<Opening words="Öppnar planen…" />);
  expect(screen.getByRole('status').textContent).toBe('');
  await act(() => {
    vi.advanceTimersByTime(1_000);
  });
  expect(screen.getByRole('status').textContent).toBe('Öppnar planen…');
});
