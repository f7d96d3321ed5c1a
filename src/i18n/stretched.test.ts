import { afterEach, describe, expect, it } from 'vitest';
import { allTexts } from './allTexts.ts';
import { initI18n, putTexts, translate } from './i18n.ts';
import { stretch, stretchedCode, stretchTree, unstretch } from './stretched.ts';
import { swedish } from './swedish.ts';

afterEach(() => initI18n('sv'));

describe('the stretched language', () => {
  it('is at least 40 % longer, in brackets, and keeps values and strong words', () => {
    for (const text of [
      'Spara',
      'Vi är överens om **{{count}}** saker',
      'Inget är borta. Prova igen.',
    ]) {
      const long = stretch(text);
      expect(long.length).toBeGreaterThanOrEqual(text.length * 1.4);
      expect(long).toMatch(/^\[.*\]$/u);
    }
    expect(stretch('Om **{{count}}** saker')).toContain('**{{count}}**');
    expect(stretch('a'.repeat(60))).toMatch(/~ ~/u);
  });

  it('can be read back, text by text and with one within another', () => {
    for (const { text } of allTexts) expect(unstretch(stretch(text))).toBe(text);
    expect(unstretch(stretch('Nästa del: X').replace('X', stretch('Behov')))).toBe(
      'Nästa del: Behov',
    );
  });

  it('takes the place of every text of the program', async () => {
    await putTexts(stretchedCode, stretchTree(swedish));
    expect(translate('common:action.cancel')).toBe(stretch('Avbryt'));
    expect(translate('common:circle.at', { number: 3, part: 'X' })).toMatch(/^\[.*3.*X.*\]$/u);
    expect(translate('settings:idleMinutes', { count: 2 })).toMatch(/^\[2 /u);
  });
});
