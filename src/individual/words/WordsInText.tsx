/**
 * The hard words of a text, below it: touched, each is explained in the language of who reads, also where the text
 * itself is Swedish. Nothing where there are none.
 */
import type { JSX } from 'preact';
import type { LanguageCode } from '../../i18n/languages.ts';
import type { Texts } from '../../i18n/textsOf.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { findHardWords, type HardWordId } from '../../plan/hardWords.ts';
import { type ExplainedWord, ExplainedWords } from './ExplainedWords.tsx';
import { wordPicture } from './wordPicture.ts';

export interface WordsInTextProps {
  /** In Swedish: what stands above, or what it was translated from. */
  readonly texts: readonly string[];
  readonly language: LanguageCode;
}

export function WordsInText({ texts, language }: WordsInTextProps): JSX.Element | null {
  const words = useTexts('words', language);
  if (words === null) return null;
  return <ExplainedWords texts={words} words={explainHardWords(texts, words)} />;
}

/** Each once, in the order they first stand. */
const explainHardWords = (
  texts: readonly string[],
  words: Texts<'words'>,
): readonly ExplainedWord[] =>
  [...new Set(texts.flatMap(findHardWords).map(({ id }): HardWordId => id))].map((id) => ({
    id,
    names: words.both(`words:term.${id}.name`),
    plain: words.say(`words:term.${id}.plain`),
    picture: wordPicture(id),
  }));
