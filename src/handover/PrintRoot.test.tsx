// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { PrintRoot } from './PrintRoot.tsx';

afterEach(cleanup);

const roots = () => [...document.querySelectorAll('.print-root')];

it('stands beside the program while the view is open, and is gone with it', () => {
  const { rerender } = render(
    <PrintRoot>
      <p>Plan för Lars</p>
    </PrintRoot>,
  );
  expect(roots().map((root) => root.textContent)).toEqual(['Plan för Lars']);
  expect(roots()[0]?.parentElement).toBe(document.body);
  rerender(
    <PrintRoot>
      <p>Version 1</p>
    </PrintRoot>,
  );
  expect(roots().map((root) => root.textContent)).toEqual(['Version 1']);
  cleanup();
  expect(roots()).toEqual([]);
});
