import type { JSX } from 'preact';
import {
  type LanguageCode,
  languageAttributes,
  languageOf,
  offeredLanguages,
} from '../i18n/languages.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { ChipGroup } from '../ui/ChipGroup/ChipGroup.tsx';
import './languageChips.css';

export interface LanguageChipsProps {
  /** In the language of the page. */
  readonly label: string;
  readonly value: LanguageCode;
  readonly onChange: (code: LanguageCode) => void;
  /** Swedish, lättläst and the one that is chosen: where there is no room for all. */
  readonly few?: boolean;
}

const isSwedish = (code: LanguageCode): boolean => code === 'sv' || code === 'sv-x-lattlast';

/** Each language by what those who speak it call it, and whether people have checked its texts. */
export function LanguageChips(props: LanguageChipsProps): JSX.Element {
  const { label, value, onChange, few = false } = props;
  const texts = useTexts('ownView', value);
  const isUnchecked = !isSwedish(value) && !languageOf(value).isChecked;
  return (
    <div class="language-names">
      <ChipGroup
        label={label}
        hideLabel={true}
        value={value}
        options={offeredLanguages
          .filter(({ code }) => !few || code === value || isSwedish(code))
          .map(({ code, ownName }) => ({ value: code, label: ownName, lang: code }))}
        onChange={onChange}
      />
      {isUnchecked && texts !== null && (
        <p class="language-unchecked" {...languageAttributes(texts.language)}>
          {texts.t('ownView:unchecked')}
        </p>
      )}
    </div>
  );
}
