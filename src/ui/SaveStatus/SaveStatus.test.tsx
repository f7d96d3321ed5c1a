// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { SaveStatus } from './SaveStatus.tsx';

afterEach(cleanup);

it('SaveStatus says in words what is true, in one place that is read out', () => {
  const { rerender } = render(<SaveStatus state="saving" />);
  const status = screen.getByRole('status');
  expect(status.textContent).toBe('Sparar…');
  rerender(<SaveStatus state="saved" />);
  expect(status.textContent).toBe('Sparat här');
  rerender(<SaveStatus state="notSaved" what="Stäng ett annat fönster." />);
  expect(status.textContent).toBe('Inte sparat Stäng ett annat fönster.');
});

it('SaveStatus says what is safe when nothing else is known', () => {
  render(<SaveStatus state="notSaved" />);
  expect(screen.getByRole('status').textContent).toMatch(/^Inte sparat Inget är borta\./u);
});

it('SaveStatus says beside it what else is known, and not while something is being saved', () => {
  const { rerender, container } = render(<SaveStatus state="saved" beside="Inte synkat än" />);
  expect(container.textContent).toBe('Sparat härInte synkat än');
  expect(screen.getByRole('status').textContent).toBe('Sparat här');
  rerender(<SaveStatus state="saving" beside="Synkat" />);
  expect(container.textContent).toBe('Sparar…');
});
