/**
 * The texts of one namespace in one language, with Swedish where the language has none: text by text, and it says so.
 * Only lookup: `loadTexts.ts` fetches what is looked in.
 *
 * Beside i18next, which holds staff's texts: for a language that the engine does not know it counts as the device's own
 * language does, and each half of a text in two languages needs dates of its own and, from right to left, values that
 * keep to themselves.
 */
import type { Formats } from './formats.ts';
import type { IndividualNamespace, IndividualTexts, TextTree } from './individualTexts.ts';
import type { Paths, TextParams } from './keys.ts';
import { directionOf, intlLocale, type LanguageCode } from './languages.ts';

/** `room:part.behov.name` */
export type TextKeyOf<Name extends IndividualNamespace> = {
  [One in Name]: `${One}:${Paths<IndividualTexts[One]>}`;
}[Name];

/** What a text is to hold: plain values, or values written as the language writes dates and lists. */
export type TextValues = TextParams | ((formats: Formats) => TextParams);

/** A text and the language it is in. `TextIn` draws it. */
export interface Wording {
  readonly text: string;
  readonly language: LanguageCode;
  /** It is Swedish, since the language that was asked for has no such text. */
  readonly isFallback: boolean;
}

export interface Texts<Name extends IndividualNamespace> {
  readonly language: LanguageCode;
  readonly formats: Formats;
  /** The text, Swedish where the language has none. */
  readonly t: (key: TextKeyOf<Name>, params?: TextParams) => string;
  /** The text, and what language it came to be in. */
  readonly say: (key: TextKeyOf<Name>, values?: TextValues) => Wording;
  /** The text in the language and then in Swedish; only one where they are the same language. */
  readonly both: (key: TextKeyOf<Name>, values?: TextValues) => readonly Wording[];
  readonly isFallback: (key: TextKeyOf<Name>) => boolean;
}

/** A language's own part of a namespace. */
export interface TextSource {
  readonly language: LanguageCode;
  /** Null: the language has no such file, or it could not be loaded. */
  readonly tree: TextTree | null;
  readonly formats: Formats;
}

const pathOf = (key: string): string => key.slice(key.indexOf(':') + 1);

/** In tests a missing text or value is a bug that stops the test. */
const strict = import.meta.env.MODE === 'test';

const at = (tree: TextTree | null, path: string): string | null => {
  let found: string | TextTree | undefined = tree ?? undefined;
  for (const step of path.split('.')) {
    found = typeof found === 'object' ? found[step] : undefined;
  }
  return typeof found === 'string' ? found : null;
};

/** An engine that does not know the language would count as the device's own does. Those here have one and many. */
const formOfCount = (language: LanguageCode, count: number): string => {
  const locale = intlLocale(language);
  if (Intl.PluralRules.supportedLocalesOf(locale).length === 0)
    return count === 1 ? 'one' : 'other';
  return new Intl.PluralRules(locale).select(count);
};

const find = ({ language, tree }: TextSource, path: string, count: unknown): string | null => {
  if (typeof count !== 'number') return at(tree, path) ?? at(tree, `${path}_other`);
  return (
    at(tree, `${path}_${formOfCount(language, count)}`) ??
    at(tree, `${path}_other`) ??
    at(tree, path)
  );
};

/** What was written by people, or in another direction, keeps to itself and turns nothing around it. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

const fill = (text: string, params: TextParams, language: LanguageCode): string => {
  const isRtl = directionOf(language) === 'rtl';
  return text.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => {
    const value = params[name];
    if (value === undefined && strict) throw new Error(`The text "${text}" lacks ${name}`);
    return isRtl && typeof value === 'string' && value !== '' ? isolate(value) : `${value ?? ''}`;
  });
};

const write = (source: TextSource, path: string, values: TextValues | undefined): string | null => {
  const params = typeof values === 'function' ? values(source.formats) : (values ?? {});
  const text = find(source, path, params['count']);
  return text === null ? null : fill(text, params, source.language);
};

export const createTexts = <Name extends IndividualNamespace>(
  own: TextSource,
  swedish: TextSource,
): Texts<Name> => {
  const say = (key: TextKeyOf<Name>, values?: TextValues): Wording => {
    const path = pathOf(key);
    const theirs = write(own, path, values);
    if (theirs !== null) return { text: theirs, language: own.language, isFallback: false };
    const ours = write(swedish, path, values);
    if (ours === null && strict) throw new Error(`There is no text "${key}"`);
    return { text: ours ?? key, language: 'sv', isFallback: true };
  };
  const isFallback = (key: TextKeyOf<Name>): boolean => {
    const path = pathOf(key);
    return find(own, path, undefined) === null && find(own, path, 1) === null;
  };
  return {
    language: own.language,
    formats: own.formats,
    t: (key, params) => say(key, params).text,
    say,
    both: (key, values) => {
      const theirs = say(key, values);
      if (theirs.language.startsWith('sv')) return [theirs];
      const ours = write(swedish, pathOf(key), values);
      return ours === null ? [theirs] : [theirs, { text: ours, language: 'sv', isFallback: false }];
    },
    isFallback,
  };
};
