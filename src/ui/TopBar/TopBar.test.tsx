// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { TopBar } from './TopBar.tsx';

afterEach(cleanup);

it('TopBar leads back by a link or by what it is given', () => {
  const back = vi.fn();
  const { rerender } = render(<TopBar back={{ label: 'Lars', onClick: back }} />);
  fireEvent.click(screen.getByRole('button', { name: 'Lars' }));
  expect(back).toHaveBeenCalledOnce();
  rerender(<TopBar back={{ label: 'Lars', href: '/sip/1' }} />);
  expect(screen.getByRole('link', { name: 'Lars' }).getAttribute('href')).toBe('/sip/1');
  expect(screen.getByRole('banner')).toBeTruthy();
});
