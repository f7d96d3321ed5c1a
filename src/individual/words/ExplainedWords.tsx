/** Words that are touched and then explained: each with its picture, below the text that they stand in. */
import { Fragment, type JSX } from 'preact';
import { useId } from 'preact/hooks';
import { languageAttributes } from '../../i18n/languages.ts';
import { TextIn } from '../../i18n/TextIn.tsx';
import type { Texts, Wording } from '../../i18n/textsOf.ts';
import { Collapsible } from '../../ui/Collapsible/Collapsible.tsx';
import { Picture } from '../../ui/Picture/Picture.tsx';
import type { PictureName } from '../../ui/Picture/pictureNames.ts';
import './words.css';

export interface ExplainedWord {
  readonly id: string;
  /** In the language of who reads, and the Swedish that is said. */
  readonly names: readonly Wording[];
  readonly plain: Wording;
  readonly picture: PictureName | null;
}

export interface ExplainedWordsProps {
  readonly texts: Texts<'words'>;
  readonly words: readonly ExplainedWord[];
}

export function ExplainedWords({ texts, words }: ExplainedWordsProps): JSX.Element | null {
  const heading = useId();
  if (words.length === 0) return null;
  return (
    <section
      class="words-in-text"
      aria-labelledby={heading}
      {...languageAttributes(texts.language)}
    >
      <p id={heading} class="words-in-text__heading">
        {texts.t('words:view.inText')}
      </p>
      {words.map(({ id, names, plain, picture }) => (
        <Collapsible
          key={id}
          summary={names.map((wording, place) => (
            <Fragment key={wording.language}>
              {place > 0 && ' '}
              <TextIn class="words__name" wording={wording} />
            </Fragment>
          ))}
        >
          <div class="words__plain" data-part="1">
            {picture !== null && <Picture name={picture} size={104} />}
            <p>
              <TextIn wording={plain} />
            </p>
          </div>
        </Collapsible>
      ))}
    </section>
  );
}
