// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Collapsible } from './Collapsible.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('Collapsible', () => {
  it('holds nothing in the page until it is opened', () => {
    render(<Collapsible summary="Bara för mig">Hemligt</Collapsible>);
    const button = screen.getByRole('button', { name: 'Bara för mig' });
    expect(document.body.textContent).not.toContain('Hemligt');
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('Hemligt')).toBeTruthy();
    fireEvent.click(button);
    expect(document.body.textContent).not.toContain('Hemligt');
  });

  it('closes by itself ten seconds after the last touch', () => {
    render(
      <Collapsible summary="Bara för mig" autoCloseSeconds={10}>
        <button type="button">Läst</button>
      </Collapsible>,
    );
    const wait = (seconds: number) =>
      act(() => {
        vi.advanceTimersByTime(seconds * 1000);
      });
    fireEvent.click(screen.getByRole('button', { name: 'Bara för mig' }));
    wait(9);
    fireEvent.pointerDown(screen.getByRole('button', { name: 'Läst' }));
    wait(9);
    expect(screen.queryByRole('button', { name: 'Läst' })).not.toBeNull();
    wait(1);
    expect(screen.queryByRole('button', { name: 'Läst' })).toBeNull();
  });

  it('lets its owner decide when it is asked to', () => {
    const toggled = vi.fn();
    render(
      <Collapsible summary="Beslut" open={true} onToggle={toggled}>
        Prövas
      </Collapsible>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Beslut' }));
    expect(toggled).toHaveBeenCalledWith(false);
    expect(screen.getByText('Prövas')).toBeTruthy();
  });
});
