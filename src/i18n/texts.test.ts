/** The rules of words on screen: plain, calm, true, and fit to be read over the shoulder. */
import { describe, expect, it } from 'vitest';
import { allTexts } from './allTexts.ts';
import { individualNamespaces } from './individualTexts.ts';
import { lix } from './lix.ts';

const word = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, 'iu');

const rules: readonly {
  readonly rule: string;
  readonly breach: RegExp;
  /** A namespace that the rule is not about. */
  readonly but?: string;
}[] = [
  { rule: 'internet, never "nät"', breach: word('nät|nätet') },
  {
    rule: 'platta, dator or telefon, never "enhet" for a device',
    breach: word('enhet|enheten|enheter|enheterna'),
  },
  { rule: '"inte", never "ej"', breach: word('ej') },
  { rule: 'no exclamation marks', breach: /!/u },
  { rule: 'no "Hoppsan"', breach: word('hoppsan|ojdå|oj') },
  { rule: 'nobody is thanked for patience', breach: word('tålamod|tålamodet') },
  {
    rule: 'names or "du", never a guessed pronoun',
    breach: word('han|hon|hen|honom|henne|hans|hennes|hens'),
    // The persons of the practice case are made up, and so known.
    but: 'practice',
  },
  { rule: 'one presses, on a tablet nobody clicks', breach: word('klick|klicka|klickar') },
  { rule: 'one sign for three dots', breach: /\.\.\./u },
  { rule: 'Swedish quotation marks', breach: /["“„]/u },
  { rule: 'no space too many', breach: /^\s|\s$|\s{2}/u },
  { rule: 'no capitals for emphasis', breach: /(?<!\p{L})(?!HSLF)[A-ZÅÄÖ]{5,}(?!\p{L})/u },
  {
    rule: 'nobody is graded',
    breach: word('misslyckad|misslyckat|misslyckades|ogiltig|ogiltigt|felaktig|felaktigt'),
  },
];

describe('every text', () => {
  it.each(rules)('keeps to: $rule', ({ breach, but }) => {
    const found = allTexts.filter(
      ({ namespace, text }) => namespace !== but && breach.test(text.replace(/\{\{.*?\}\}/gu, 'X')),
    );
    expect(found.map(({ key, text }) => `${key}: ${text}`)).toEqual([]);
  });

  it('is there', () => {
    expect(allTexts.filter(({ text }) => text.trim() === '').map(({ key }) => key)).toEqual([]);
  });

  it('has both forms where it counts', () => {
    const keys = new Set(allTexts.map(({ key }) => key));
    const halves = [...keys].filter(
      (key) =>
        (key.endsWith('_one') && !keys.has(key.replace(/_one$/u, '_other'))) ||
        (key.endsWith('_other') && !keys.has(key.replace(/_other$/u, '_one'))),
    );
    expect(halves).toEqual([]);
  });

  it('about an error begins with what is safe or what to do', () => {
    const errors = allTexts.filter(({ namespace }) => namespace === 'errors');
    expect(
      errors.filter(({ text }) => /^(?:fel|error)\b/iu.test(text)).map(({ key }) => key),
    ).toEqual([]);
  });
});

describe('reading', () => {
  /** What the individual reads: the shared view and their own. */
  const individual: ReadonlySet<string> = new Set(individualNamespaces);
  const namespaces = [...new Set(allTexts.map(({ namespace }) => namespace))];

  it.each(namespaces)('is easy in %s', (namespace) => {
    // Sentences only: a label of two words has no sentence to be hard in.
    const sentences = allTexts
      .filter((one) => one.namespace === namespace)
      .map(({ text }) => text.replace(/\{\{.*?\}\}/gu, 'Eva'))
      .filter((text) => text.split(/\s+/u).length >= 5);
    expect(lix(sentences)).toBeLessThan(individual.has(namespace) ? 30 : 45);
  });
});
