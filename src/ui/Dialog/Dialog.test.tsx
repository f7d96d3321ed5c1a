// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nothing } from '../example.ts';
import { Dialog } from './Dialog.tsx';

afterEach(cleanup);

function page(open: boolean, onClose: () => void, dismissable = true) {
  return (
    <>
      <button type="button">Öppna</button>
      <Dialog open={open} title="Sluta visa?" onClose={onClose} dismissable={dismissable}>
        <button type="button">Ja</button>
      </Dialog>
    </>
  );
}

describe('Dialog', () => {
  it('opens as a modal with its question read first, and gives focus back', () => {
    const { rerender } = render(page(false, nothing));
    const opener = screen.getByRole('button', { name: 'Öppna' });
    opener.focus();
    rerender(page(true, nothing));
    const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: 'Sluta visa?' });
    expect(dialog.open).toBe(true);
    expect(document.activeElement?.textContent).toBe('Sluta visa?');
    rerender(page(false, nothing));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it('closes by Esc', () => {
    const closed = vi.fn();
    render(page(true, closed));
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    expect(closed).toHaveBeenCalledOnce();
  });

  it('stays until it is answered when it must be', () => {
    const closed = vi.fn();
    render(page(true, closed, false));
    const dialog = screen.getByRole('dialog');
    fireEvent.keyDown(dialog, { key: 'Escape' });
    fireEvent.pointerDown(dialog);
    expect(closed).not.toHaveBeenCalled();
  });

  it('closes by a press outside, not by one inside', () => {
    const closed = vi.fn();
    render(page(true, closed));
    fireEvent.pointerDown(screen.getByRole('button', { name: 'Ja' }));
    expect(closed).not.toHaveBeenCalled();
    fireEvent.pointerDown(screen.getByRole('dialog'));
    expect(closed).toHaveBeenCalledOnce();
  });
});
