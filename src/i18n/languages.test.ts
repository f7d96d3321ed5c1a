/** What holds for every language that has files: nothing missing, nothing broken, nothing left from another one. */
import { describe, expect, it } from 'vitest';
import { languagesWithTexts, type Text, textsIn } from './allTexts.ts';
import { individualNamespaces, type LanguageTexts, leadersParts } from './individualTexts.ts';
import {
  allLanguages,
  intlLocale,
  type LanguageCode,
  languageAttributes,
  languageOf,
  offeredLanguages,
} from './languages.ts';
import { lix } from './lix.ts';

const files = import.meta.glob<LanguageTexts>('./locales/*.ts', { import: 'texts' });
const namespaces: ReadonlySet<string> = new Set(individualNamespaces);
const swedish = textsIn('sv').filter(({ namespace }) => namespaces.has(namespace));
const others = languagesWithTexts.filter((code) => code !== 'sv');
const translated = others.filter((code) => !code.startsWith('sv'));

const plural = /_(?:zero|one|two|few|many|other)$/u;
const baseOf = (key: string): string => key.replace(plural, '');
const isLeaders = (key: string): boolean =>
  Object.entries(leadersParts).some(([namespace, parts]) =>
    parts.some((part) => `${key}.`.startsWith(`${namespace}:${part}.`)),
  );

const individualTexts = (code: LanguageCode): readonly Text[] =>
  textsIn(code).filter(({ namespace }) => namespaces.has(namespace));

/** Every form that a number between 0 and 200 takes. */
const formsOf = (code: LanguageCode): readonly string[] => {
  const rules = new Intl.PluralRules(intlLocale(code));
  return [...new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)))];
};

const counted = new Set(
  swedish.filter(({ key }) => key.endsWith('_other')).map(({ key }) => baseOf(key)),
);

/** The keys that a language must have: those of the Swedish file, with its own forms for numbers. */
const wantedKeys = (code: LanguageCode, inNamespaces: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(
    swedish
      .filter(({ namespace }) => inNamespaces.has(namespace))
      .filter(({ key }) => code.startsWith('sv') || !isLeaders(key))
      .flatMap(({ key }) =>
        counted.has(baseOf(key)) ? formsOf(code).map((form) => `${baseOf(key)}_${form}`) : [key],
      ),
  );

const namespacesOf = (code: LanguageCode): ReadonlySet<string> =>
  new Set(individualTexts(code).map(({ namespace }) => namespace));

const missingIn = (code: LanguageCode, inNamespaces: ReadonlySet<string>): readonly string[] => {
  const there = new Set(textsIn(code).map(({ key }) => key));
  return [...wantedKeys(code, inNamespaces)].filter((key) => !there.has(key));
};

const swedishOf = new Map(swedish.map(({ key, text }) => [key, text]));
/** What a text is a translation of; a form that Swedish lacks is held against the general one. */
const originalOf = (key: string): string | undefined =>
  swedishOf.get(key) ?? swedishOf.get(`${baseOf(key)}_other`);

const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name = '']) => name))].sort();

const withoutPlaceholders = (text: string): string => text.replaceAll(/\{\{\w+\}\}/gu, ' ');

const found = (
  texts: readonly Text[],
  isBreach: (text: string, key: string) => boolean,
): readonly string[] =>
  texts.filter(({ key, text }) => isBreach(text, key)).map(({ key, text }) => `${key}: ${text}`);

/** Texts that happen to be the same as the Swedish ones. */
const sameAsSwedish: Partial<Record<LanguageCode, readonly string[]>> = {
  en: [
    'coded:item.case-manager.name',
    'coded:item.mentor.name',
    'words:term.intervention.name',
    'words:term.nutrition.name',
    'words:term.region.name',
    'words:term.trauma.name',
  ],
  tr: ['sip:leaflet.phone'],
  es: ['ownCircles:name.personal', 'words:term.trauma.name'],
  fr: ['words:term.intervention.name', 'words:term.nutrition.name'],
  bs: [
    'easy:now.date',
    'coded:item.logoped.name',
    'coded:item.mentor.name',
    'words:term.kontinuitet.name',
    'words:term.logoped.name',
    'words:term.resurs.name',
    'words:term.trauma.name',
  ],
  pl: [
    'coded:item.mentor.name',
    'sip:leaflet.phone',
    'words:term.region.name',
    'words:term.trauma.name',
  ],
};

/** Names that are written in Latin letters everywhere. */
const latinNames: ReadonlySet<string> = new Set(['SIP', 'QR', 'A4', 'PDF', 'BankID']);

/** Letters that belong to a neighbour of the language and come in by mistake. */
const foreignLetters: Partial<Record<LanguageCode, RegExp>> = {
  ar: /[یکگپچژەێۆڕڵ]/u,
  fa: /[يكىةەێۆڕڵ]/u,
  'fa-AF': /[يكىةەێۆڕڵ]/u,
  ckb: /[يكةى]/u,
  uk: /[ыэъё]/iu,
  ru: /[іїєґ]/iu,
};

const ownScript = {
  latin: /\p{Script=Latin}/u,
  arabic: /\p{Script=Arabic}/u,
  ethiopic: /\p{Script=Ethiopic}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
};

describe('the languages', () => {
  it('are known by a code, a name of their own and a direction', () => {
    expect(allLanguages.length).toBe(17);
    expect(new Set(allLanguages.map(({ ownName }) => ownName)).size).toBe(17);
    for (const { code, ownName, script, direction } of allLanguages) {
      expect(Intl.getCanonicalLocales(code)).toEqual([code]);
      expect(ownName).toMatch(ownScript[script]);
      expect(new Intl.Locale(code).getTextInfo().direction).toBe(direction);
      expect(languageAttributes(code)).toEqual({ lang: code, dir: direction });
    }
  });

  it('begin with Swedish and lättläst svenska, and none says that it was checked when it was not', () => {
    expect(offeredLanguages.slice(0, 2).map(({ code }) => code)).toEqual(['sv', 'sv-x-lattlast']);
    expect(allLanguages.filter(({ isChecked }) => isChecked)).toEqual([]);
  });

  it.each(offeredLanguages.map(({ code }) => code))('offered are whole: %s', (code) => {
    expect(missingIn(code, namespaces)).toEqual([]);
  });

  it('look through something', () => {
    expect(swedish.length).toBeGreaterThan(100);
    expect(others).toContain('en');
    expect(counted.size).toBeGreaterThan(2);
  });
});

describe.each(others)('the texts in %s', (code) => {
  const texts = individualTexts(code);

  it('are all there, in each file that is begun, with every form for numbers', () => {
    expect(missingIn(code, namespacesOf(code))).toEqual([]);
  });

  it('have no key that Swedish lacks', () => {
    const wanted = wantedKeys(code, namespaces);
    const forms = new Intl.PluralRules(intlLocale(code)).resolvedOptions().pluralCategories;
    const extra = individualTexts(code).filter(
      ({ key }) =>
        !wanted.has(key) &&
        !(isLeaders(key) && swedishOf.has(key)) &&
        !(counted.has(baseOf(key)) && forms.some((form) => key.endsWith(`_${form}`))),
    );
    expect(extra.map(({ key }) => key)).toEqual([]);
  });

  it('keep the values and the strong words of the Swedish', () => {
    const broken = texts.filter(({ key, text }) => {
      const original = originalOf(key) ?? '';
      // "en sak" needs no number.
      const isFree = (name: string): boolean => name === 'count' && plural.test(key);
      const names = (of: string): string =>
        placeholders(of)
          .filter((name) => !isFree(name))
          .join();
      return (
        names(text) !== names(original) ||
        /\{\{|\}\}/u.test(withoutPlaceholders(text)) ||
        text.split('**').length !== original.split('**').length
      );
    });
    expect(broken.map(({ key, text }) => `${key}: ${text}`)).toEqual([]);
  });

  it('are clean: no empty one, no space too many, no exclamation, no three dots in a row', () => {
    expect(found(texts, (text) => text.trim() === '' || /^\s|\s$|\s{2}/u.test(text))).toEqual([]);
    expect(found(texts, (text) => /[!！]|\.\.\./u.test(text))).toEqual([]);
  });

  it('turn no direction by marks that stay open, and write European digits', () => {
    const isOpen = (text: string): boolean =>
      (text.match(/[\u2066-\u2068]/gu) ?? []).length !== (text.match(/\u2069/gu) ?? []).length;
    expect(found(texts, (text) => /[\u202a-\u202e]/u.test(text) || isOpen(text))).toEqual([]);
    expect(found(texts, (text) => /(?![0-9])\p{Nd}/u.test(text))).toEqual([]);
  });
});

describe.each(translated)('the texts in %s', (code) => {
  const texts = individualTexts(code);
  const { direction, script } = languageOf(code);

  it('are not left in Swedish', () => {
    const allowed = new Set(sameAsSwedish[code]);
    const isSame = (text: string, key: string): boolean =>
      text === originalOf(key) &&
      !allowed.has(key) &&
      /\p{L}{2}/u.test(withoutPlaceholders(text).replaceAll('SIP', ''));
    expect(found(texts, isSame)).toEqual([]);
  });

  it('are in the script of the language, with Latin letters only in names and in brackets', () => {
    const strange = found(texts, (text) => {
      const plain = withoutPlaceholders(text).replaceAll(/\([^)]*\)/gu, ' ');
      if (script === 'latin') return /(?!\p{Script=Latin})\p{L}/u.test(plain);
      const latin =
        plain.match(/[\p{Script=Latin}\d]*\p{Script=Latin}[\p{Script=Latin}\d]*/gu) ?? [];
      if (latin.some((word) => !latinNames.has(word))) return true;
      return /\p{L}/u.test(plain) && latin.length === 0 && !ownScript[script].test(plain);
    });
    expect(strange).toEqual([]);
  });

  it('have no letter of a neighbouring language', () => {
    const foreign = foreignLetters[code];
    expect(found(texts, (text) => foreign?.test(text) ?? false)).toEqual([]);
  });

  it('have the marks of their writing', () => {
    const marks = direction === 'rtl' ? /[?,;]/u : script === 'ethiopic' ? /[.,;](?=\s|$)/u : null;
    expect(found(texts, (text) => marks?.test(withoutPlaceholders(text)) ?? false)).toEqual([]);
  });
});

describe('lättläst svenska', () => {
  const easy = individualTexts('sv-x-lattlast');
  const asRead = (text: string): string => text.replaceAll(/\{\{\w+\}\}/gu, 'Eva');

  it.each(individualNamespaces)('is very easy in %s', (namespace) => {
    const sentences = easy
      .filter((one) => one.namespace === namespace)
      .map(({ text }) => asRead(text))
      .filter((text) => text.split(/\s+/u).length >= 5);
    expect(lix(sentences)).toBeLessThan(30);
  });

  it('has one short thought a sentence', () => {
    const isLong = (text: string): boolean =>
      asRead(text)
        .split(/[.?:](?=\s|$)/u)
        .some((sentence) => (sentence.match(/[\p{L}\d]+/gu) ?? []).length > 14);
    expect(found(easy, isLong)).toEqual([]);
  });

  it('has no word cut short and no bracketed aside', () => {
    const cut = /(?<!\p{L})(?:t\.ex|bl\.a|m\.m|ca|kl|nr|etc|osv|dvs|ev|tel)\.?(?!\p{L})/iu;
    expect(found(easy, (text) => cut.test(text))).toEqual([]);
  });
});

describe('a language that is chosen', () => {
  it.each(languagesWithTexts)('comes with all that an individual can read: %s', async (code) => {
    const texts = (await files[`./locales/${code}.ts`]?.()) ?? {};
    const missing = individualNamespaces.filter((name) => !(`./${code}/${name}.json` in texts));
    expect(missing).toEqual([]);
  });
});
