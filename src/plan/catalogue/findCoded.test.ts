import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import swedish from '../../i18n/locales/sv/coded.json' with { type: 'json' };
import { codedSearchWords } from '../../i18n/locales/words/codedSearch.ts';
import { type CodedId, catalogue, codedKinds } from './catalogue.ts';
import { createFindCoded } from './findCoded.ts';

const nameOf = (id: CodedId): string => swedish.item[id].name;
const alsoOf = (id: CodedId): string => codedSearchWords[id] ?? '';
const findCoded = createFindCoded({ nameOf, alsoOf });
const ids = (...asked: Parameters<typeof findCoded>): readonly string[] =>
  findCoded(...asked).map(({ id }) => id);

describe('finding a coded word', () => {
  it('takes the first letters of any word of the name, best first', () => {
    expect(ids('hemtj')[0]).toBe('hemtjanst');
    expect(ids('kurator')[0]).toBe('kurator');
    expect(ids('kurator')).toContain('samtal-hos-kurator');
    expect(ids('två gånger i v')[0]).toBe('tva-ganger-i-veckan');
    expect(ids('skolan men', 'help')).toEqual(['mentor-i-skolan']);
  });

  it('knows everyday words, short forms and endings', () => {
    expect(ids('städ')[0]).toBe('hemtjanst');
    expect(ids('dosett')).toContain('medicin-i-dosett');
    expect(ids('syv')).toContain('studie-och-yrkesvagledare');
    expect(ids('biståndshandläggaren')).toEqual(['bistandshandlaggare']);
    expect(ids('Färdtjänsten')).toEqual(['fardtjanst']);
    expect(ids('vid behov')).toEqual(['nar-du-behover']);
  });

  it('keeps å, ä and ö apart, however they are typed, and asks for none of them', () => {
    expect(ids('år')).toContain('en-gang-om-aret');
    expect(ids('läkare'.normalize('NFD'))).toEqual(ids('läkare'));
    expect(ids('lakare')).toContain('lakare');
    expect(ids('ä').every((id) => !['arbete', 'akuten', 'anhorigstod'].includes(id))).toBe(true);
    expect(ids('fa').indexOf('familj')).toBeLessThan(ids('fa').indexOf('fardtjanst'));
  });

  it('finds nothing for nothing, and nothing for what is no word of it', () => {
    expect(ids('')).toEqual([]);
    expect(ids('  ,')).toEqual([]);
    expect(ids('hemtjänst kosmonaut')).toEqual([]);
  });

  it('gives every word first for its whole name', () => {
    for (const { id, kind } of catalogue) {
      expect(ids(nameOf(id), kind)[0]).toBe(id);
    }
  });
});

describe('for any letters', () => {
  const anyEntry = fc.constantFrom(...catalogue);
  const anyLetters = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'abdehklmnorstvåäö -'), maxLength: 12 }),
  );

  it('every beginning of a word of a name or of a search word finds it', () => {
    fc.assert(
      fc.property(anyEntry, fc.nat(), fc.nat(), ({ id }, place, length) => {
        const words = `${nameOf(id)} ${alsoOf(id)}`.match(/[\p{L}\d]+/gu) ?? [];
        const word = words[place % words.length] ?? '';
        expect(ids(word.slice(0, 1 + (length % word.length)))).toContain(id);
        expect(ids(word.toUpperCase())).toContain(id);
      }),
    );
  });

  it('a kind narrows and changes no order; nothing comes twice', () => {
    fc.assert(
      fc.property(anyLetters, fc.constantFrom(...codedKinds), (letters, kind) => {
        const all = findCoded(letters);
        expect(findCoded(letters, kind)).toEqual(all.filter((one) => one.kind === kind));
        expect(new Set(all).size).toBe(all.length);
        expect(findCoded(letters)).toEqual(all);
      }),
    );
  });

  it('every beginning of a name, as it is typed, finds it', () => {
    fc.assert(
      fc.property(anyEntry, fc.nat(), ({ id }, length) => {
        const name = nameOf(id);
        const shorter = name.slice(0, 1 + (length % name.length)).trim();
        expect(ids(shorter)).toContain(id);
      }),
    );
  });

  it('answers within five milliseconds', () => {
    const asked = ['h', 'sa', 'läk', 'två gånger', 'x'.repeat(200)];
    // The quickest of several: the others tell of what else the machine does.
    const quickest = asked.map((letters) =>
      Math.min(
        ...Array.from({ length: 20 }, () => {
          const start = performance.now();
          findCoded(letters);
          return performance.now() - start;
        }),
      ),
    );
    expect(Math.max(...quickest)).toBeLessThan(5);
  });
});
