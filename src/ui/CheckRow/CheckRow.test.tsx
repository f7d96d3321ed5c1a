// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { CheckRow } from './CheckRow.tsx';

afterEach(cleanup);

it('CheckRow is ticked by its words', () => {
  const changed = vi.fn();
  render(<CheckRow label="Gå en runda" checked={false} onChange={changed} />);
  fireEvent.click(screen.getByText('Gå en runda'));
  expect(changed).toHaveBeenCalledWith(true);
  expect(screen.getByRole('checkbox', { name: 'Gå en runda' })).toBeTruthy();
});
