/**
 * The hard words of a text, below it: touched, each is explained in the language of who reads, also where the text
 * itself is Swedish. Nothing where there are none.
 */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { type LanguageCode, languageAttributes } from '../../../i18n/languages.ts';
import { TextIn } from '../../../i18n/TextIn.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import { findHardWords, type HardWordId } from '../../../plan/hardWords.ts';
import { Collapsible } from '../../../ui/Collapsible/Collapsible.tsx';
import './words.css';

export interface WordsInTextProps {
  /** In Swedish: what stands above, or what it was translated from. */
  readonly texts: readonly string[];
  readonly language: LanguageCode;
}

export function WordsInText({ texts, language }: WordsInTextProps): JSX.Element | null {
  const words = useTexts('words', language);
  const heading = useId();
  const ids = hardWordsOf(texts);
  if (words === null || ids.length === 0) return null;
  return (
    <section
      class="words-in-text"
      aria-labelledby={heading}
      {...languageAttributes(words.language)}
    >
      <p id={heading} class="words-in-text__heading">
        {words.t('words:view.inText')}
      </p>
      {ids.map((id) => (
        <Collapsible
          key={id}
          summary={words
            .both(`words:term.${id}.name`)
            .map((wording) => (
              <TextIn key={wording.language} class="words__name" wording={wording} />
            ))}
        >
          <p>
            <TextIn wording={words.say(`words:term.${id}.plain`)} />
          </p>
        </Collapsible>
      ))}
    </section>
  );
}

/** Each once, in the order they first stand. */
const hardWordsOf = (texts: readonly string[]): readonly HardWordId[] => [
  ...new Set(texts.flatMap(findHardWords).map(({ id }) => id)),
];
