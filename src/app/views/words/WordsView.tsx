/**
 * **Ordlista** (`/hjalp/ord`): the words of SIP meetings, each in plain words, in the language one chooses, with the
 * Swedish word beside, since that is the one that is said. Names nobody and is open also when locked.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { currentLocale } from '../../../i18n/i18n.ts';
import { intlLocale, type LanguageCode } from '../../../i18n/languages.ts';
import { TextIn } from '../../../i18n/TextIn.tsx';
import type { Texts } from '../../../i18n/textsOf.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { LanguageChips } from '../../../individual/LanguageChips.tsx';
import { wordPicture } from '../../../individual/words/wordPicture.ts';
import { findHardWords, type HardWordId, hardWordIds } from '../../../plan/hardWords.ts';
import { Field } from '../../../ui/Field/Field.tsx';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import { ReadingPage } from '../reading/ReadingPage.tsx';
import '../../../individual/words/words.css';

export function WordsView(): JSX.Element | null {
  const [language, setLanguage] = useState<LanguageCode>(currentLocale);
  const [search, setSearch] = useState('');
  const texts = useTexts('words', language);
  if (texts === null) return null;
  const { t } = texts;
  const found = wordsFor(search, texts);
  return (
    <ReadingPage
      language={texts.language}
      title={t('words:view.title')}
      lead={<TextIn wording={texts.say('words:view.lead')} />}
      back={{ label: t('words:view.back') }}
    >
      <LanguageChips label={t('words:view.language')} value={language} onChange={setLanguage} />
      <Field
        kind="search"
        class="words__search"
        label={t('words:view.search')}
        value={search}
        onInput={setSearch}
      />
      <p role="status">
        {found.length === 0 ? t('words:view.none') : t('words:view.count', { count: found.length })}
      </p>
      <dl class="words__list">
        {found.map((id) => (
          <div key={id} class="words__word" data-part="1">
            <dt>
              <WordPicture id={id} />
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
    </ReadingPage>
  );
}

function WordPicture({ id }: { readonly id: HardWordId }): JSX.Element | null {
  const picture = wordPicture(id);
  return picture && <Picture name={picture} size={56} />;
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
