// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button } from './Button.tsx';

afterEach(cleanup);

describe('Button', () => {
  it('is pressed by its words and sends no form', () => {
    const pressed = vi.fn();
    render(<Button onClick={pressed}>Ge mer tid</Button>);
    const button = screen.getByRole('button', { name: 'Ge mer tid' });
    fireEvent.click(button);
    expect(pressed).toHaveBeenCalledOnce();
    expect(button.getAttribute('type')).toBe('button');
  });

  it('does nothing twice while it is busy, and keeps its focus', () => {
    const pressed = vi.fn();
    const { rerender } = render(<Button onClick={pressed}>Lås upp</Button>);
    const button = screen.getByRole('button', { name: 'Lås upp' });
    button.focus();
    rerender(
      <Button onClick={pressed} busy={true}>
        Lås upp
      </Button>,
    );
    fireEvent.click(button);
    expect(pressed).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(button);
  });

  it('goes to a way inside the program without loading the page anew', () => {
    render(
      <Button kind="quiet" href="/hjalp">
        Hjälp
      </Button>,
    );
    const notPrevented = fireEvent.click(screen.getByRole('link', { name: 'Hjälp' }));
    expect(notPrevented).toBe(false);
    expect(location.pathname).toBe('/hjalp');
  });
});
