/**
 * Loads the texts of a language when they are asked for: one file a language, with all that an individual can read. A
 * language that cannot be loaded is answered in Swedish, which says that it is.
 */
import { createFormats } from './formatsIn.ts';
import type { IndividualNamespace, LanguageTexts, TextTree } from './individualTexts.ts';
import type { LanguageCode } from './languages.ts';
import { swedish } from './swedish.ts';
import { createTexts, type TextSource, type Texts } from './textsOf.ts';

const files = import.meta.glob<LanguageTexts>('./locales/*.ts', { import: 'texts' });

const loaded = new Map<LanguageCode, LanguageTexts>();

const loadLanguage = async (language: LanguageCode): Promise<LanguageTexts> => {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const texts = (await files[`./locales/${language}.ts`]?.()) ?? {};
  loaded.set(language, texts);
  return texts;
};

/** The Swedish that every view has from the start. */
const bundled: Readonly<Record<string, TextTree>> = swedish;

const treeOf = (language: LanguageCode, namespace: IndividualNamespace): TextTree | null =>
  loaded.get(language)?.[`./${language}/${namespace}.json`] ??
  (language === 'sv' ? (bundled[namespace] ?? null) : null);

const sourceOf = (language: LanguageCode, namespace: IndividualNamespace): TextSource => ({
  language,
  tree: treeOf(language, namespace),
  // Where the texts did not come all is Swedish, the dates too.
  formats: loaded.has(language)
    ? createFormats(language, loaded.get(language)?.[`./${language}/dates.json`] ?? null)
    : createFormats('sv', null),
});

/** What was made before, so that a view is not drawn again for nothing. */
const made = new Map<string, unknown>();

/** The texts, when they are loaded already; else null. */
export const textsNow = <Name extends IndividualNamespace>(
  language: LanguageCode,
  namespace: Name,
): Texts<Name> | null => {
  if (language !== 'sv' && !loaded.has(language)) return null;
  if (treeOf('sv', namespace) === null) return null;
  const name = `${language}:${namespace}`;
  const texts =
    (made.get(name) as Texts<Name> | undefined) ??
    createTexts<Name>(sourceOf(language, namespace), sourceOf('sv', namespace));
  made.set(name, texts);
  return texts;
};

/** Rejects only when not even the Swedish can be loaded. */
export const loadTexts = async <Name extends IndividualNamespace>(
  language: LanguageCode,
  namespace: Name,
): Promise<Texts<Name>> => {
  const [own, ours] = await Promise.allSettled([
    loadLanguage(language),
    treeOf('sv', namespace) === null ? loadLanguage('sv') : null,
  ]);
  const texts = textsNow(language, namespace);
  if (texts !== null) return texts;
  if (ours.status === 'rejected') throw ours.reason;
  if (own.status === 'fulfilled') throw new Error(`There are no Swedish texts ${namespace}`);
  // Not kept: the next time it is tried again.
  return createTexts<Name>(sourceOf(language, namespace), sourceOf('sv', namespace));
};
