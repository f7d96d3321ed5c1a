// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { examples } from './Stepper.examples.tsx';

afterEach(cleanup);

it('Stepper says in words what is done and where we are', () => {
  const [example] = examples;
  if (example === undefined) throw new Error('no example');
  render(example.render());
  expect(screen.getByRole('navigation', { name: 'Steg' })).toBeTruthy();
  const steps = screen.getAllByRole('listitem');
  expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, 'step', null]);
  expect(steps[0]?.textContent).toBe('Upptäck behov, klart');
  expect(screen.getByRole('link', { name: 'Förbered' })).toBeTruthy();
});
