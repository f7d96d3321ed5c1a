// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { readableIn } from './readable.ts';

afterEach(cleanup);

const read = () => {
  const { container } = render(
    <main lang="ar">
      <h2>
        احتياجاتك <span data-beside>Behov</span>
      </h2>
      <p>
        Gå <strong>ut</strong>
      </p>
      <p lang="sv">Sova sex timmar</p>
      <p aria-hidden="true">tyst</p>
      <p class="visually-hidden">dold</p>
    </main>,
  );
  return readableIn(container);
};

describe('what is read aloud of a page', () => {
  it('is each block once, in its language, without what stands beside or is hidden', () => {
    expect(read().map(({ text, language }) => `${language}: ${text.trim()}`)).toEqual([
      'ar: احتياجاتك',
      'ar: Gå ut',
      'sv: Sova sex timmar',
    ]);
  });

  it('is found again in the page, letter by letter, across what is strong', () => {
    const block = read()[1];
    expect(block?.rangeOf(3, 5).toString()).toBe('ut');
    expect(block?.rangeOf(0, 5).toString()).toBe('Gå ut');
  });
});
