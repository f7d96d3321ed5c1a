// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Circle } from './Circle.tsx';

afterEach(cleanup);

describe('Circle', () => {
  it('is an image that says where we are', () => {
    const { rerender } = render(<Circle part={2} timeLeft={0.8} />);
    expect(
      screen.getByRole('img', { name: 'Mötescirkeln: del 2 av 5, Aktuell situation' }),
    ).toBeTruthy();
    rerender(<Circle part={3} pale={true} />);
    expect(
      screen.getByRole('img', { name: 'Mötescirkeln: paus i del 3 av 5, Behov' }),
    ).toBeTruthy();
    rerender(<Circle part={null} />);
    expect(screen.getByRole('img', { name: 'Mötescirkeln' })).toBeTruthy();
  });

  it('fills one part only, and all five have number and shape', () => {
    const { container } = render(<Circle part={4} />);
    expect(container.querySelectorAll('.circle__fill')).toHaveLength(1);
    expect(container.querySelectorAll('.circle__shape')).toHaveLength(5);
    const numbers = [...container.querySelectorAll('text')].map((text) => text.textContent);
    expect(numbers).toEqual(['1', '2', '3', '4', '5']);
  });

  it('sweeps when the part changes, not when it is first seen', () => {
    const { container, rerender } = render(<Circle part={1} />);
    expect(container.querySelector('.circle__sweep--moving')).toBeNull();
    rerender(<Circle part={2} />);
    expect(container.querySelector('.circle__sweep--moving')).not.toBeNull();
  });

  it('shows no disc when time is not shown, and what it is given in the middle instead', () => {
    const { container, rerender } = render(<Circle part={1} timeLeft={null} />);
    expect(container.querySelector('.circle__disc')).toBeNull();
    rerender(
      <Circle part={1} timeLeft={0.5}>
        Paus
      </Circle>,
    );
    expect(container.querySelector('.circle__disc')).toBeNull();
    expect(screen.getByText('Paus')).toBeTruthy();
  });
});
