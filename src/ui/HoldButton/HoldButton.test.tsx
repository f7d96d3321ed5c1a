// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HoldButton } from './HoldButton.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function held() {
  const done = vi.fn();
  render(<HoldButton label="Håll intryckt för att ta tillbaka" onHeld={done} />);
  const button = screen.getByRole('button', { name: 'Håll intryckt för att ta tillbaka' });
  const wait = (ms: number) =>
    act(() => {
      vi.advanceTimersByTime(ms);
    });
  return { done, button, wait };
}

describe('HoldButton', () => {
  it('acts after two seconds of holding, once', () => {
    const { done, button, wait } = held();
    fireEvent.pointerDown(button);
    wait(1999);
    expect(done).not.toHaveBeenCalled();
    wait(1);
    expect(done).toHaveBeenCalledOnce();
    wait(5000);
    expect(done).toHaveBeenCalledOnce();
  });

  it('does nothing when it is let go of, or slid away from', () => {
    const { done, button, wait } = held();
    fireEvent.pointerDown(button);
    wait(1500);
    fireEvent.pointerUp(button);
    wait(3000);
    fireEvent.pointerDown(button);
    fireEvent.pointerLeave(button);
    wait(3000);
    expect(done).not.toHaveBeenCalled();
  });

  it('is held by key too', () => {
    const { done, button, wait } = held();
    fireEvent.keyDown(button, { key: ' ' });
    wait(1000);
    fireEvent.keyDown(button, { key: ' ', repeat: true });
    wait(1000);
    expect(done).toHaveBeenCalledOnce();
    fireEvent.keyUp(button, { key: ' ' });
    fireEvent.keyDown(button, { key: 'Enter' });
    fireEvent.keyUp(button, { key: 'Enter' });
    wait(3000);
    expect(done).toHaveBeenCalledOnce();
  });

  it('takes two clicks from technology that can only click, and forgets the first after ten seconds', () => {
    const { done, button, wait } = held();
    fireEvent.click(button);
    expect(done).not.toHaveBeenCalled();
    expect(screen.getByText('Tryck en gång till för att göra det')).toBeTruthy();
    wait(10_000);
    fireEvent.click(button);
    expect(done).not.toHaveBeenCalled();
    fireEvent.click(button);
    expect(done).toHaveBeenCalledOnce();
  });
});
