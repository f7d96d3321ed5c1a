/** **Dina planer** on the first page of a phone on which a plan is kept: for the one whose plan it is, in their language. */
import type { JSX } from 'preact';
import { type LanguageCode, languageAttributes } from '../../../i18n/languages.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import { followPath } from '../../followLink.ts';

export function KeptCard({ language }: { readonly language: LanguageCode }): JSX.Element | null {
  const texts = useTexts('follow', language);
  if (texts === null) return null;
  const { t } = texts;
  return (
    <section
      class="welcome__kept"
      aria-label={t('follow:kept.list')}
      {...languageAttributes(texts.language)}
    >
      <p>{t('follow:kept.here')}</p>
      <Button wide before={<Picture name="thing-paper" size={56} />} href={followPath}>
        {t('follow:kept.list')}
      </Button>
    </section>
  );
}
