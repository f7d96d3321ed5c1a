import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import swedish from '../../i18n/locales/sv/coded.json' with { type: 'json' };
import { catalogue } from './catalogue.ts';
import { createCodedInText } from './codedInText.ts';

const codedInText = createCodedInText((id) => swedish.item[id].name);

describe('a text that is a coded word', () => {
  it('is told by its name, however it is written', () => {
    for (const coded of catalogue) {
      const { name } = swedish.item[coded.id];
      expect(codedInText(name)).toBe(coded);
      expect(codedInText(` ${name.toUpperCase().normalize('NFD')}. `, coded.kind)).toBe(coded);
    }
  });

  it('is told only among its kind, when that is asked for', () => {
    expect(codedInText('Hemtjänst', 'help')?.id).toBe('hemtjanst');
    expect(codedInText('Hemtjänst', 'function')).toBeNull();
  });

  it('is one no more when anything was changed in it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...catalogue),
        fc.nat(),
        fc.constantFrom('x', '7', ' och mer', '?', '/'),
        ({ id }, place, added) => {
          const { name } = swedish.item[id];
          const at = place % (name.length + 1);
          expect(codedInText(name.slice(0, at) + added + name.slice(at))?.id).not.toBe(id);
          expect(codedInText(`${name} ${added}`)).toBeNull();
        },
      ),
    );
    expect(codedInText('')).toBeNull();
    expect(codedInText('Hemtjänst två gånger i veckan')).toBeNull();
    expect(codedInText('Inte hemtjänst')).toBeNull();
  });
});
