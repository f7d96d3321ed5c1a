// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { TimeDisc } from './TimeDisc.tsx';

afterEach(cleanup);

it('TimeDisc is silent beside words, and an image when it stands alone', () => {
  const { rerender } = render(<TimeDisc left={0.5} />);
  expect(screen.queryByRole('img')).toBeNull();
  rerender(<TimeDisc left={0.5} label="Cirka 30 minuter kvar" />);
  expect(screen.getByRole('img', { name: 'Cirka 30 minuter kvar' })).toBeTruthy();
});
