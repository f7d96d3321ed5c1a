/**
 * **Ordlista** (`/hjalp/ord`): the words of SIP meetings, each in plain words, in the language one chooses, with the
 * Swedish word beside, since that is the one that is said. Names nobody and is open also when locked.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import {
  intlLocale,
  type LanguageCode,
  languageAttributes,
  offeredLanguages,
} from '../../../i18n/languages.ts';
import { TextIn } from '../../../i18n/TextIn.tsx';
import type { Texts } from '../../../i18n/textsOf.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { findHardWords, type HardWordId, hardWordIds } from '../../../plan/hardWords.ts';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import '../views.css';
import './words.css';

export function WordsView(): JSX.Element | null {
  const [language, setLanguage] = useState<LanguageCode>('sv');
  const [search, setSearch] = useState('');
  const texts = useTexts('words', language);
  if (texts === null) return null;
  const { t } = texts;
  const found = wordsFor(search, texts);
  return (
    <div
      data-surface="individual"
      data-reading={language === 'sv-x-lattlast' ? 'easy' : undefined}
      {...languageAttributes(texts.language)}
    >
      <PageFrame
        title={t('words:view.title')}
        lead={<TextIn wording={texts.say('words:view.lead')} />}
        top={<TopBar back={{ label: t('words:view.back'), onClick: () => history.back() }} />}
      >
        <ChipGroup
          label={t('words:view.language')}
          hideLabel={true}
          value={language}
          options={offeredLanguages.map(({ code, ownName }) => ({ value: code, label: ownName }))}
          onChange={(code: LanguageCode) => setLanguage(code)}
        />
        <Field
          kind="search"
          class="words__search"
          label={t('words:view.search')}
          value={search}
          onInput={setSearch}
        />
        <p role="status">
          {found.length === 0
            ? t('words:view.none')
            : t('words:view.count', { count: found.length })}
        </p>
        <dl class="words__list">
          {found.map((id) => (
            <div key={id} class="words__word">
              <dt>
                {texts.both(`words:term.${id}.name`).map((wording) => (
                  <TextIn key={wording.language} class="words__name" wording={wording} />
                ))}
              </dt>
              <dd>
                <TextIn wording={texts.say(`words:term.${id}.plain`)} />
              </dd>
            </div>
          ))}
        </dl>
      </PageFrame>
    </div>
  );
}

/** By the alphabet of the language; a word is also found in another form than its name: *insatserna*. */
const wordsFor = (search: string, texts: Texts<'words'>): readonly HardWordId[] => {
  const wanted = search.trim().normalize('NFC').toLowerCase();
  const inForms = new Set(findHardWords(wanted).map(({ id }) => id));
  const collator = new Intl.Collator(intlLocale(texts.language));
  const nameOf = (id: HardWordId): string => texts.t(`words:term.${id}.name`);
  return hardWordIds
    .filter(
      (id) =>
        inForms.has(id) ||
        texts.both(`words:term.${id}.name`).some(({ text }) => text.toLowerCase().includes(wanted)),
    )
    .sort((a, b) => collator.compare(nameOf(a), nameOf(b)));
};
