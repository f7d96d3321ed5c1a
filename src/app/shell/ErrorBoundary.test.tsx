// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { initI18n } from '../../i18n/i18n.ts';
import { axeFindings } from '../../ui/axeFindings.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';

function Broken(): never {
  throw new Error('Lars');
}

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

it('says what is safe and gives one way on when a view has a bug, and shows nothing of the error', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { container } = render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('heading').textContent).toBe('Något gick fel i programmet.');
  expect(container.textContent).toMatch(/Inget är borta\. Allt där det stod Sparat här finns kvar/);
  expect(container.textContent).not.toContain('Lars');
  expect(screen.getAllByRole('button')).toHaveLength(1);
  expect(await axeFindings(container)).toEqual([]);
});
