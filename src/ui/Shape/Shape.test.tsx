// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Shape } from './Shape.tsx';

afterEach(cleanup);

it('Shape is silent beside its heading, and has a name when it stands alone', () => {
  const { rerender } = render(<Shape part={3} />);
  expect(screen.queryByRole('img')).toBeNull();
  rerender(<Shape part={3} label="Del 3, Behov" />);
  expect(screen.getByRole('img', { name: 'Del 3, Behov' }).textContent).toBe('3');
});
