// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { axeFindings } from '../axeFindings.ts';
import { nothing } from '../example.ts';
import { Menu } from './Menu.tsx';

afterEach(cleanup);

function open(onSelect: () => void = nothing) {
  const { container } = render(
    <Menu
      label="Mer"
      items={[
        { id: 'a', label: 'Samtycket ändras', onSelect },
        { id: 'b', label: 'Bara för mig', onSelect, disabled: true },
        { id: 'c', label: 'Lås', onSelect, separated: true },
      ]}
    />,
  );
  const opener = screen.getByRole('button', { name: 'Mer' });
  fireEvent.click(opener);
  return { container, opener, menu: screen.getByRole('menu') };
}

describe('Menu', () => {
  it('opens on its first row and is walked by arrows around its ends', () => {
    const { menu } = open();
    const at = () => document.activeElement?.textContent;
    expect(at()).toBe('Samtycket ändras');
    fireEvent.keyDown(menu, { key: 'ArrowUp' });
    expect(at()).toBe('Lås');
    fireEvent.keyDown(menu, { key: 'ArrowDown' });
    expect(at()).toBe('Samtycket ändras');
    fireEvent.keyDown(menu, { key: 'End' });
    expect(at()).toBe('Lås');
  });

  it('does what is chosen once, and closes with focus on its button', () => {
    const selected = vi.fn();
    const { opener } = open(selected);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Lås' }));
    expect(selected).toHaveBeenCalledOnce();
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it('does nothing for a row that is not possible now', () => {
    const selected = vi.fn();
    open(selected);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Bara för mig' }));
    expect(selected).not.toHaveBeenCalled();
  });

  it('closes by Esc and by a press outside', () => {
    const { menu, opener } = open();
    fireEvent.keyDown(menu, { key: 'Escape' });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(opener);
    fireEvent.click(opener);
    fireEvent.pointerDown(document.body);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('has nothing for axe to say when open', async () => {
    const { container } = open();
    expect(await axeFindings(container)).toEqual([]);
  });
});
