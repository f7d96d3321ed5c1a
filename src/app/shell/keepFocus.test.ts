// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepFocus } from './keepFocus.ts';

let root: HTMLElement;
let end: () => void;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  end = keepFocus(root);
});

afterEach(() => {
  end();
  root.remove();
  vi.useRealTimers();
});

const show = (html: string): void => {
  root.innerHTML = html;
};

const focus = (id: string): void => document.getElementById(id)?.focus();

const focused = (): string => document.activeElement?.textContent ?? '';

describe('what has the focus is taken away', () => {
  it('gives it to the heading of the view that came instead', async () => {
    show('<main><h1>Välkommen</h1><button id="on">Fortsätt</button></main>');
    focus('on');
    show('<main><h1>Reservkod</h1></main>');
    await vi.waitFor(() => expect(focused()).toBe('Reservkod'));
  });

  it('waits for a view that is being loaded', async () => {
    show('<main><h1>Låst</h1><button id="on">Lås upp</button></main>');
    focus('on');
    show('');
    show('<main><h1>Mina SIP:ar</h1></main>');
    await vi.waitFor(() => expect(focused()).toBe('Mina SIP:ar'));
  });

  it('gives it to the heading of the nearest area that is left', async () => {
    show(
      '<main><h1>Förbered</h1><section><h2>Frågor</h2><p id="row"><button id="gone">Ta bort</button></p></section></main>',
    );
    focus('gone');
    document.getElementById('row')?.remove();
    await vi.waitFor(() => expect(focused()).toBe('Frågor'));
  });

  it('leaves it where the view has put it', async () => {
    show(
      '<main><h1>Plan</h1><button id="gone">Lägg till</button><button id="next">Nästa</button></main>',
    );
    vi.useFakeTimers();
    focus('gone');
    document.getElementById('gone')?.remove();
    focus('next');
    document.getElementById('next')?.after(document.createElement('p'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(focused()).toBe('Nästa');
  });
});
