import type { JSX } from 'preact';
import { type LanguageCode, offeredLanguages } from '../../../i18n/languages.ts';
import type { CircleWords } from '../../../meeting/views/circles/useCircleWords.ts';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';

export interface LanguageChoiceProps {
  readonly words: CircleWords;
  readonly onChange: (language: LanguageCode) => void;
}

export function LanguageChoice({ words, onChange }: LanguageChoiceProps): JSX.Element {
  return (
    <ChipGroup
      label={words.t('ownCircles:page.language')}
      options={offeredLanguages.map(({ code, ownName }) => ({
        value: code,
        label: code === 'sv-x-lattlast' ? words.t('ownCircles:page.easy') : ownName,
      }))}
      value={words.language}
      onChange={onChange}
    />
  );
}
