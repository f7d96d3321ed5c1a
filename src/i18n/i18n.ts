/**
 * The texts of the program. Swedish is always in the bundle and ready when this module is: no view waits for
 * its words, online or off. English, for staff who know it better, is loaded when it is chosen (`staffTexts.ts`).
 */
import { createInstance } from 'i18next';
import { type Formats, swedishFormats } from './formats.ts';
import type { TextTree } from './individualTexts.ts';
import type { TextKey, TextParams, Translate } from './keys.ts';
import { swedish } from './swedish.ts';

/** What the program itself can be read in. What an individual reads is in `languages.ts`. */
export const locales = ['sv', 'en'] as const;
export type Locale = (typeof locales)[number];

/** In tests a missing text is a bug that stops the test; in the program the Swedish text or the key shows. */
const strict = import.meta.env.MODE === 'test';

function stop(what: string): void {
  if (strict) throw new Error(what);
}

const instance = createInstance();

void instance.init({
  lng: 'sv',
  fallbackLng: 'sv',
  initAsync: false,
  resources: { sv: swedish },
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  returnNull: false,
  missingInterpolationHandler: (text: string, value: RegExpExecArray) => {
    stop(`The text "${text}" lacks a value for ${value[0]}`);
    return '';
  },
});

/** How each language writes dates; a language's own come with its texts. */
const formats = new Map<string, Formats>([['sv', swedishFormats]]);

/**
 * Chooses the language of the program and says so on the page. Resolves when its texts are there; rejects where they
 * could not be loaded, and all stays as it was.
 */
export async function initI18n(locale: Locale = 'sv'): Promise<void> {
  if (locale !== 'sv' && !formats.has(locale)) {
    const { loadStaffTexts } = await import('./staffTexts.ts');
    const loaded = await loadStaffTexts(locale);
    for (const [namespace, tree] of Object.entries(loaded.texts)) {
      instance.addResourceBundle(locale, namespace, tree);
    }
    formats.set(locale, loaded.formats);
  }
  await instance.changeLanguage(locale);
  if (typeof document === 'undefined') return;
  document.documentElement.lang = locale;
  document.documentElement.dir = 'ltr';
}

/** For tests and the gallery: takes texts that are in no file, and writes everything by them. */
export async function putTexts(code: string, texts: TextTree): Promise<void> {
  for (const [namespace, tree] of Object.entries(texts)) {
    instance.addResourceBundle(code, namespace, tree);
  }
  await instance.changeLanguage(code);
}

/** The language the texts and formats are in now. */
export function currentLocale(): Locale {
  return locales.find((locale) => locale === instance.language) ?? 'sv';
}

/** `locale` null: whatever the program is in when it is asked. */
const createTranslate = (locale: Locale | null): Translate => {
  /** Texts that take no values: a view asks for the same ones at every drawing. */
  const plain = new Map<TextKey, string>();
  instance.on('languageChanged', () => plain.clear());
  const say = (key: TextKey, params?: TextParams): string => {
    const known = params === undefined ? plain.get(key) : undefined;
    if (known !== undefined) return known;
    const options = { ...params, ...(locale !== null && { lng: locale }) };
    // As a plain string: the types of i18next would be worked out anew for each of our keys, for minutes.
    const name: string = key;
    if (strict && !instance.exists(name, options)) stop(`There is no text "${name}"`);
    const text: string = instance.t(name, options);
    if (params === undefined) plain.set(key, text);
    return text;
  };
  return Object.defineProperty(say, 'formats', {
    get: () => formats.get(locale ?? currentLocale()) ?? swedishFormats,
  }) as Translate;
};

/** The text of a key. In views use `useT`, which follows a change of language. */
export const translate: Translate = createTranslate(null);

/**
 * The text of a key in Swedish, whatever language the program is in: what stands on paper, in the plan's own text and in
 * the room is Swedish, and so is what consent is given to.
 */
export const swedishText: Translate = createTranslate('sv');

/** Calls back after each change of language; gives the way to stop. */
export function onLocaleChanged(changed: () => void): () => void {
  instance.on('languageChanged', changed);
  return () => instance.off('languageChanged', changed);
}
