// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, it } from 'vitest';
import { Tabs2 } from './Tabs2.tsx';

afterEach(cleanup);

function Faces() {
  const [face, setFace] = useState<'lead' | 'write'>('lead');
  return (
    <Tabs2
      label="Vy"
      tabs={[
        { value: 'lead', label: 'Leda' },
        { value: 'write', label: 'Skriva' },
      ]}
      value={face}
      onChange={setFace}
    />
  );
}

const chosen = () => screen.getByRole('tab', { selected: true }).textContent;

it('Tabs2 changes face by one press', () => {
  render(<Faces />);
  fireEvent.click(screen.getByRole('tab', { name: 'Skriva' }));
  expect(chosen()).toBe('Skriva');
});

it('Tabs2 changes face by arrows, with focus along', () => {
  render(<Faces />);
  const lead = screen.getByRole('tab', { name: 'Leda' });
  lead.focus();
  fireEvent.keyDown(lead, { key: 'ArrowRight' });
  expect(chosen()).toBe('Skriva');
  expect(document.activeElement?.textContent).toBe('Skriva');
  fireEvent.keyDown(screen.getByRole('tab', { name: 'Skriva' }), { key: 'Home' });
  expect(chosen()).toBe('Leda');
});
