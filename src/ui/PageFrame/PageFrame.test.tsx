// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { PageFrame } from './PageFrame.tsx';

afterEach(cleanup);

it('PageFrame has one main part with one heading that focus can be moved to', () => {
  render(
    <PageFrame title="Ny SIP" hideTitle={true} left={<p>Steg</p>}>
      <p>Fält</p>
    </PageFrame>,
  );
  const main = screen.getByRole('main');
  const heading = within(main).getByRole('heading', { level: 1, name: 'Ny SIP' });
  heading.focus();
  expect(document.activeElement).toBe(heading);
  expect(within(main).queryByText('Steg')).toBeNull();
});
