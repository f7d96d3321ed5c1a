import { currentLocale } from '../../../i18n/i18n.ts';
import { isLanguageCode, type LanguageCode, languageOf } from '../../../i18n/languages.ts';
import type { CircleRole } from '../../../meeting/circles/roles.ts';
import { type Part, partNumber, parts } from '../../../meeting/parts.ts';

/** What stands after the `?`: `del=3` shows one part alone, `sprak=sv-x-lattlast` another language. */
export interface CircleSearch {
  readonly language: LanguageCode;
  /** Null: all five. */
  readonly part: Part | null;
}

/** An address may say anything: what is not known is the program's language, and all five. */
export const readCircleSearch = (search: string): CircleSearch => {
  const params = new URLSearchParams(search);
  const language = params.get('sprak') ?? '';
  const isOffered = isLanguageCode(language) && languageOf(language).isWhole;
  return {
    language: isOffered ? language : currentLocale(),
    part: parts.find((part) => String(partNumber(part)) === params.get('del')) ?? null,
  };
};

export const circleWay = (role: CircleRole | null, { language, part }: CircleSearch): string => {
  const params = new URLSearchParams();
  if (part !== null) params.set('del', String(partNumber(part)));
  if (language !== currentLocale()) params.set('sprak', language);
  const search = params.size === 0 ? '' : `?${params}`;
  return `/hjalp/cirklar${role === null ? '' : `/${role}`}${search}`;
};
