// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Notice } from './Notice.tsx';

afterEach(cleanup);

it('Notice reads an error out when it comes, and leaves the rest in peace', () => {
  const { rerender } = render(<Notice kind="error" title="Inget är borta." />);
  expect(screen.getByRole('alert').textContent).toBe('Inget är borta.');
  rerender(<Notice kind="info">Allt är låst.</Notice>);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.queryByRole('status')).toBeNull();
  rerender(
    <Notice kind="attention" live={true}>
      Fem minuter kvar
    </Notice>,
  );
  expect(screen.getByRole('status').textContent).toBe('Fem minuter kvar');
});
