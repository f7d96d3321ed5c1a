import { currentLocale, swedishText } from '../../../i18n/i18n.ts';
import type { TextKey } from '../../../i18n/keys.ts';
import type { LanguageCode } from '../../../i18n/languages.ts';
import type { TextKeyOf, Wording } from '../../../i18n/textsOf.ts';
import { useT } from '../../../i18n/useT.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import type { CircleKey } from '../../circles/roleCircle.ts';

export type OwnKey = TextKeyOf<'ownCircles'>;

export interface CircleWords {
  readonly language: LanguageCode;
  /** A text of a circle, and what language it came to be in. */
  readonly say: (key: CircleKey) => Wording;
  /** Of what stands around it. */
  readonly t: (key: OwnKey, params?: Readonly<Record<string, string | number>>) => string;
}

/** The word for the person may stand first: a sentence begins with a capital. */
export const asSentence = (text: string): string =>
  text.replace(/(?:^|[.?] )\p{Ll}/gu, (start) => start.toUpperCase());

/**
 * The words of every circle in a language; null until they have come. Staff's circles (`circles:`) are in the program's
 * language where that is the one asked for, else in Swedish, and name the person: `name` is a name, or "personen".
 */
export function useCircleWords(language: LanguageCode, name: string): CircleWords | null {
  const program = useT();
  const isPrograms = language === currentLocale();
  const t = isPrograms ? program : swedishText;
  const own = useTexts('ownCircles', language);
  if (own === null) return null;
  return {
    language: own.language,
    // Circles are data and know no types of texts; a test asks for every key.
    say: (key) =>
      key.startsWith('circles:')
        ? {
            text: asSentence(t(key as TextKey, { name })),
            language: isPrograms ? language : 'sv',
            isFallback: false,
          }
        : own.say(key as OwnKey),
    t: own.t,
  };
}
