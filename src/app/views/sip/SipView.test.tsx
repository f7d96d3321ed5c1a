// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { openSip } from './openSip.ts';

const show = async (backHref?: string): Promise<Element> => {
  const View = await openSip();
  const { hook } = memoryLocation({ path: '/vad-ar-en-sip' });
  const { container } = render(
    <Router hook={hook}>
      <View backHref={backHref} />
    </Router>,
  );
  return container;
};

const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

const now = (container: Element): HTMLElement => {
  const [item, ...others] = container.querySelectorAll<HTMLElement>('.sip__picture--now');
  expect(others).toHaveLength(0);
  if (item === undefined) throw new Error('No picture is the present one');
  return item;
};

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('Vad är en SIP?', () => {
  it('asks first whom it is for, and has nothing to print before that', async () => {
    const container = await show();
    expect(screen.getByRole('heading', { level: 1, name: 'Vad är en SIP?' })).toBeTruthy();
    for (const name of [/^Vuxen/, /^Ungdom/, /^Barn/, /^Närstående/]) {
      expect(screen.getByRole('button', { name })).toBeTruthy();
    }
    expect(screen.queryByRole('button', { name: 'Skriv ut' })).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('is a list of six pictures with headings, the child’s drawn for a child', async () => {
    const container = await show();
    press(/^Barn/);
    const items = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(items).toHaveLength(6);
    for (const item of items) expect(within(item).getByRole('heading', { level: 2 })).toBeTruthy();
    // Six on the screen, six on paper.
    expect(container.querySelectorAll('.scene--child')).toHaveLength(6);
    expect(document.querySelectorAll('.print-root .scene--child')).toHaveLength(6);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('goes on with Nästa, says which picture it is, and takes the focus along', async () => {
    const container = await show();
    press(/^Vuxen/);
    expect(now(container).textContent).toContain('Bild 1 av 6');
    expect(screen.queryByRole('button', { name: 'Förra' })).toBeNull();
    press('Nästa');
    expect(now(container).textContent).toContain('Bild 2 av 6');
    expect(document.activeElement).toBe(within(now(container)).getByRole('heading'));
    press('Förra');
    expect(document.activeElement?.textContent).toBe('En plan för din hjälp');
    for (let at = 0; at < 5; at += 1) press('Nästa');
    expect(now(container).textContent).toContain('Efter mötet');
    expect(screen.queryByRole('button', { name: 'Nästa' })).toBeNull();
    press('Från början');
    expect(now(container).textContent).toContain('Bild 1 av 6');
  });

  it('changes language where one is, without losing one’s place', async () => {
    const container = await show();
    press(/^Vuxen/);
    press('Nästa');
    press('Nästa');
    fireEvent.click(screen.getByRole('radio', { name: /^Lättläst/ }));
    await waitFor(() => expect(now(container).textContent).toContain('Säger du nej'));
    expect(now(container).textContent).toContain('Bild 3 av 6');
    expect(container.querySelector('.sip')?.getAttribute('lang')).toBe('sv-x-lattlast');
    expect(container.querySelector('[data-reading="easy"]')).not.toBeNull();
  });

  it('prints what is chosen, and can be shown to somebody else', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    await show();
    press(/^Ungdom/);
    press('Skriv ut');
    expect(print).toHaveBeenCalledOnce();
    expect(document.querySelector('.print-root')?.textContent).toContain('Är du under 18');
    press('Visa för någon annan');
    press(/^Närstående/);
    expect(document.querySelector('.print-root')?.textContent).toContain('Den du står nära');
  });

  it('goes back to the case when it was opened from one', async () => {
    await show('/sip/a/samtycke');
    expect(screen.getByRole('link', { name: 'Tillbaka' }).getAttribute('href')).toBe(
      '/sip/a/samtycke',
    );
  });
});
