// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { examples } from './DataTable.examples.tsx';

afterEach(cleanup);

it('DataTable names its columns and its rows', () => {
  const [example] = examples;
  if (example === undefined) throw new Error('no example');
  render(example.render());
  const table = screen.getByRole('table', { name: /^Delmål 1/u });
  expect(within(table).getAllByRole('columnheader')).toHaveLength(3);
  expect(within(table).getByRole('rowheader', { name: 'Samtal varje vecka' })).toBeTruthy();
  expect(within(table).getByText('Tisdagar, från 12 maj.').dataset['label']).toBe('När och beslut');
});
