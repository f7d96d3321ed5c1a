import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lix } from '../i18n/lix.ts';
import swedish from '../i18n/locales/sv/words.json' with { type: 'json' };
import easy from '../i18n/locales/sv-x-lattlast/words.json' with { type: 'json' };
import { findHardWords, hardWordIds } from './hardWords.ts';

const found = (text: string): readonly string[] => findHardWords(text).map(({ id }) => id);
const written = (text: string): readonly string[] => findHardWords(text).map((one) => one.written);

describe.each([
  ['plain Swedish', swedish.term],
  ['lättläst', easy.term],
])('hard words in %s', (_, terms) => {
  const texts: Readonly<Record<string, { readonly name: string; readonly plain: string }>> = terms;
  const explanations = Object.values(texts).map(({ plain }) => plain);

  it('are at least sixty, each with a name and an explanation of its own', () => {
    expect(hardWordIds.length).toBeGreaterThanOrEqual(60);
    expect(new Set(hardWordIds).size).toBe(hardWordIds.length);
    expect(Object.keys(texts)).toEqual(hardWordIds);
    expect(new Set(explanations).size).toBe(explanations.length);
  });

  it('are explained in easy words, and not by themselves', () => {
    expect(explanations.filter((plain) => lix([plain]) >= 30)).toEqual([]);
    const circular = Object.values(texts).filter(({ name, plain }) =>
      plain.toLowerCase().includes(name.toLowerCase()),
    );
    expect(circular).toEqual([]);
  });
});

it('explains each hard word in two ways: plain, and easier', () => {
  const same = hardWordIds.filter((id) => swedish.term[id].plain === easy.term[id].plain);
  expect(same).toEqual([]);
});

describe('hard words in a text', () => {
  it('are found in their usual forms and nowhere inside other words', () => {
    expect(found('Biståndshandläggaren beviljade insatserna')).toEqual([
      'handlaggare',
      'beviljad',
      'insats',
    ]);
    expect(found('Ny kontakt i solen, en aktiv dag')).toEqual([]);
    expect(found('Stöd enligt SoL och LSS.')).toEqual(['sol', 'lss']);
    expect(found('Läkemedelsgenomgångs')).toEqual(['lakemedelsgenomgang']);
  });

  it('are told at every place, in the order they stand', () => {
    const text = 'Samtycke? Ja, samtycket gäller insatsen.';
    expect(findHardWords(text)).toEqual([
      { id: 'samtycke', written: 'Samtycke', index: 0 },
      { id: 'samtycke', written: 'samtycket', index: 14 },
      { id: 'insats', written: 'insatsen', index: 31 },
    ]);
  });

  it('are the longest where two share letters', () => {
    expect(written('Fast vårdkontakt och god man')).toEqual(['Fast vårdkontakt', 'god man']);
    expect(found('En omvårdnadsplan för daglig verksamhet')).toEqual([
      'vardplan',
      'dagligverksamhet',
    ]);
    expect(found('Samordnad individuell plan')).toEqual(['sip']);
  });

  it('stand in the text as they are told, and never over each other', () => {
    const piece = fc.oneof(
      fc.constantFrom(...Object.values(swedish.term).map(({ name }) => name)),
      fc.constantFrom('och', 'god', 'plan', 'vård', 'öppen', 'SIP-möte', '.', 'ÅÄÖ'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join(' ');
        let end = 0;
        for (const word of findHardWords(text)) {
          expect(text.slice(word.index, word.index + word.written.length)).toBe(word.written);
          expect(word.index).toBeGreaterThanOrEqual(end);
          end = word.index + word.written.length;
        }
      }),
    );
  });

  it('include the name of each, small or capital', () => {
    const missed = hardWordIds.filter((id) => !found(`En ${swedish.term[id].name}.`).includes(id));
    expect(missed).toEqual([]);
  });
});
