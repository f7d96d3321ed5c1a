// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Ribbon } from './Ribbon.tsx';

afterEach(cleanup);

it('Ribbon puts quotation marks around the words, so that colour is not alone', () => {
  render(<Ribbon words=" Behålla gården. " label="Lars egna ord" />);
  expect(screen.getByText('”Behålla gården.”')).toBeTruthy();
  expect(screen.getByRole('figure').textContent).toContain('Lars egna ord');
});
