/** For tests: every text of every language with its key. */
import type { TextTree } from './individualTexts.ts';
import { isLanguageCode, type LanguageCode } from './languages.ts';

export interface Text {
  readonly key: string;
  readonly namespace: string;
  readonly text: string;
}

const files = import.meta.glob<TextTree>('./locales/*/*.json', { eager: true, import: 'default' });

function textsOf(tree: TextTree, namespace: string, path: readonly string[]): Text[] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const here = [...path, name];
    return typeof value === 'string'
      ? [{ key: `${namespace}:${here.join('.')}`, namespace, text: value }]
      : textsOf(value, namespace, here);
  });
}

/** @param namespace `dates` of a language are no texts */
const isTexts = (namespace: string): boolean => namespace !== 'dates';

/** The texts of a language: of a file that is there, everything. */
export const textsIn = (language: LanguageCode): readonly Text[] =>
  Object.entries(files).flatMap(([file, tree]) => {
    const [, folder = '', namespace = ''] = /\/([^/]+)\/([^/]+)\.json$/u.exec(file) ?? [];
    return folder === language && isTexts(namespace) ? textsOf(tree, namespace, []) : [];
  });

/** Every Swedish text, also those that are loaded later. */
export const allTexts: readonly Text[] = textsIn('sv');

/** The languages that have files. */
export const languagesWithTexts: readonly LanguageCode[] = [
  ...new Set(
    Object.keys(files)
      .filter((file) => !file.endsWith('/dates.json'))
      .map((file) => file.split('/').at(-2) ?? ''),
  ),
].filter(isLanguageCode);
