/**
 * The languages that an individual can choose. The texts of each are the individual namespaces
 * (`individualTexts.ts`) in `locales/<code>/`; staff's part is in Swedish.
 */

export type Direction = 'ltr' | 'rtl';

/** What a font must hold besides Latin letters. */
export type Script = 'latin' | 'arabic' | 'ethiopic' | 'cyrillic';

interface Entry {
  /** What those who speak it call it. */
  readonly ownName: string;
  readonly swedishName: string;
  readonly englishName: string;
  readonly script: Script;
  /** Every text is there and was read against the Swedish. Only such a language is offered; a test holds it. */
  readonly isWhole: boolean;
  /** A person who knows the language has read all of it. Said in one sentence where the language is chosen. */
  readonly isChecked: boolean;
}

const language = (
  ownName: string,
  swedishName: string,
  englishName: string,
  script: Script,
  isWhole: boolean,
): Entry => ({ ownName, swedishName, englishName, script, isWhole, isChecked: false });

/** By BCP 47 code, in the order in which they are offered. */
const entries = {
  sv: language('Svenska', 'svenska', 'Swedish', 'latin', true),
  'sv-x-lattlast': language('Lättläst', 'lättläst svenska', 'easy Swedish', 'latin', true),
  en: language('English', 'engelska', 'English', 'latin', true),
  ar: language('العربية', 'arabiska', 'Arabic', 'arabic', true),
  so: language('Soomaali', 'somaliska', 'Somali', 'latin', true),
  ti: language('ትግርኛ', 'tigrinja', 'Tigrinya', 'ethiopic', true),
  'fa-AF': language('دری', 'dari', 'Dari', 'arabic', true),
  fa: language('فارسی', 'persiska', 'Persian', 'arabic', true),
  fi: language('Suomi', 'finska', 'Finnish', 'latin', true),
  uk: language('Українська', 'ukrainska', 'Ukrainian', 'cyrillic', true),
  pl: language('Polski', 'polska', 'Polish', 'latin', true),
  bs: language(
    'Bosanski / Hrvatski / Srpski',
    'bosniska, kroatiska, serbiska',
    'Bosnian, Croatian, Serbian',
    'latin',
    true,
  ),
  ckb: language('کوردی (سۆرانی)', 'sorani', 'Sorani', 'arabic', true),
  es: language('Español', 'spanska', 'Spanish', 'latin', true),
  tr: language('Türkçe', 'turkiska', 'Turkish', 'latin', true),
  ru: language('Русский', 'ryska', 'Russian', 'cyrillic', true),
  fr: language('Français', 'franska', 'French', 'latin', true),
} as const satisfies Readonly<Record<string, Entry>>;

export type LanguageCode = keyof typeof entries;

export interface Language extends Entry {
  readonly code: LanguageCode;
  readonly direction: Direction;
}

const toLanguage = (code: LanguageCode): Language => ({
  ...entries[code],
  code,
  direction: directionOf(code),
});

export const isLanguageCode = (code: string): code is LanguageCode => Object.hasOwn(entries, code);

export const directionOf = (code: LanguageCode): Direction =>
  entries[code].script === 'arabic' ? 'rtl' : 'ltr';

export const allLanguages: readonly Language[] = Object.keys(entries)
  .filter(isLanguageCode)
  .map(toLanguage);

export const languageOf = (code: LanguageCode): Language => toLanguage(code);

/** Those that can be chosen. */
export const offeredLanguages: readonly Language[] = allLanguages.filter(({ isWhole }) => isWhole);

/** The offered language that goes by a name (`arabiska`, `Lättläst svenska`, `kroatiska`); null where there is none. */
export const languageNamed = (name: string): LanguageCode | null => {
  const asked = name.trim().toLowerCase();
  const found = offeredLanguages.find(({ ownName, swedishName }) =>
    [ownName.toLowerCase(), swedishName, ...swedishName.split(', ')].includes(asked),
  );
  return found?.code ?? null;
};

/** Lättläst counts, sorts and writes dates as Swedish; English in Sweden is the British. */
const intlNames: Partial<Record<LanguageCode, string>> = { 'sv-x-lattlast': 'sv', en: 'en-GB' };

/** What `Intl` is asked for: the calendar and the digits are always the European ones. */
export const intlLocale = (code: LanguageCode): string =>
  `${intlNames[code] ?? code}-u-ca-gregory-nu-latn`;

/** For an element that holds words of a language. */
export const languageAttributes = (
  code: LanguageCode,
): { readonly lang: LanguageCode; readonly dir: Direction } => ({
  lang: code,
  dir: directionOf(code),
});
