// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { RuledList, RuledRow } from './RuledList.tsx';

afterEach(cleanup);

it('RuledList is a list with a name and as many rows as it shows', () => {
  render(
    <RuledList label="Överens om" ordered={true}>
      <RuledRow second="Eva">Gå igenom mediciner</RuledRow>
      <RuledRow>Samtal</RuledRow>
    </RuledList>,
  );
  expect(screen.getByRole('list', { name: 'Överens om' }).tagName).toBe('OL');
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});
