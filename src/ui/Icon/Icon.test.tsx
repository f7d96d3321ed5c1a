// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Icon } from './Icon.tsx';

afterEach(cleanup);

it('Icon turns with the line of reading only when it points along it', () => {
  const { container, rerender } = render(<Icon name="back" />);
  expect(container.querySelector('.icon--turning')).not.toBeNull();
  rerender(<Icon name="tick" />);
  expect(container.querySelector('.icon--turning')).toBeNull();
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
});
