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
      <p>{t('ownView:consent.make')}</p>
      <p>{t('ownView:consent.share')}</p>
      <p>{t('ownView:consent.change')}</p>
      <p class="soft">{t('ownView:consent.help')}</p>
      <ReadAloudIn of={section} language={texts.language} place="consent" />
    </section>
  );
}
