// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { render as draw } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { lazyView } from './lazyView.tsx';

afterEach(cleanup);

const WayOut = ({ name }: { readonly name: string }) => <button type="button">{name}</button>;
const Hello = ({ name }: { readonly name: string }) => <p>Hej {name}</p>;

/** A view whose file comes the time that is said, and is missing before. */
const comesAt = (time: number) => {
  let asked = 0;
  return async () => {
    asked += 1;
    if (asked < time) throw new TypeError('missing');
    return Hello;
  };
};

describe('lazyView', () => {
  it('is drawn at once when it was loaded before it is gone to', async () => {
    const View = lazyView(comesAt(1));
    expect(await View.warm()).toBe(true);
    render(<View name="Lars" />);
    expect(screen.getByText('Hej Lars')).toBeTruthy();
  });

  it('comes by itself when it was not', async () => {
    const View = lazyView(comesAt(1));
    render(<View name="Lars" />);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(await screen.findByText('Hej Lars')).toBeTruthy();
  });

  it('comes also when it was loaded in the moment between being drawn empty and looking for it', async () => {
    const View = lazyView(comesAt(1));
    const place = document.body.appendChild(document.createElement('div'));
    draw(<View name="Lars" />, place);
    await View.warm();
    expect(await screen.findByText('Hej Lars')).toBeTruthy();
    draw(null, place);
    place.remove();
  });

  it('says that nothing is lost when it cannot come, and tries again where it stands', async () => {
    const View = lazyView(comesAt(3), { as: 'piece' });
    expect(await View.warm()).toBe(false);
    render(<View name="Lars" />);
    expect((await screen.findByRole('alert')).textContent).toContain('Inget är borta.');
    fireEvent.click(screen.getByRole('button', { name: 'Prova igen' }));
    expect(await screen.findByText('Hej Lars')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('has another way on where one is given', async () => {
    const View = lazyView(comesAt(9), { wayOut: WayOut });
    render(<View name="Bara jag" />);
    expect(await screen.findByRole('button', { name: 'Bara jag' })).toBeTruthy();
    expect(screen.getByRole('heading').textContent).toBe('Sidan gick inte att visa.');
  });
});
