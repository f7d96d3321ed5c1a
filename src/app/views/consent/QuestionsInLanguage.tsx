/**
 * The two questions in the individual's language, beside the Swedish (domain.md 4): a help to understand. What is
 * answered is the Swedish text, and it says so.
 */
import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { type LanguageCode, languageAttributes } from '../../../i18n/languages.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { languageOfPlan } from '../../../individual/languageOfPlan.ts';
import { ReadAloudIn } from '../../../individual/ReadAloudIn.tsx';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Picture } from '../../../ui/Picture/Picture.tsx';

const rows = [
  { of: 'make', pictures: ['thing-paper'] },
  { of: 'share', pictures: ['help-talk'] },
  { of: 'change', pictures: ['answer-yes', 'answer-no'] },
] as const;

export function QuestionsInLanguage(): JSX.Element | null {
  const { state } = useWorkspace();
  const language = languageOfPlan(state.plan);
  return language === null || language === 'sv' ? null : <Questions language={language} />;
}

function Questions({ language }: { readonly language: LanguageCode }): JSX.Element | null {
  const texts = useTexts('ownView', language);
  const id = useId();
  const section = useRef<HTMLElement>(null);
  if (texts === null) return null;
  const { t } = texts;
  return (
    <section
      class="section"
      aria-labelledby={id}
      ref={section}
      {...languageAttributes(texts.language)}
    >
      <h2 id={id}>{t('ownView:consent.title')}</h2>
      {rows.map(({ of, pictures }) => (
        <p key={of} class="picture-line" data-part="1">
          {pictures.map((picture) => (
            <Picture key={picture} name={picture} size={56} />
          ))}
          {t(`ownView:consent.${of}`)}
        </p>
      ))}
      <p class="soft">{t('ownView:consent.help')}</p>
      <ReadAloudIn of={section} language={texts.language} place="consent" />
    </section>
  );
}
