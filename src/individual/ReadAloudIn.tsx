/** **Läs upp** in the language of what is read. */
import type { JSX, RefObject } from 'preact';
import { type LanguageCode, languageOf } from '../i18n/languages.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { ReadAloud } from '../ui/ReadAloud/ReadAloud.tsx';

export interface ReadAloudInProps {
  readonly of: RefObject<HTMLElement | null>;
  readonly language: LanguageCode;
  /** What stands there now: when it changes, reading stops. */
  readonly place: string;
}

export function ReadAloudIn({ of, language, place }: ReadAloudInProps): JSX.Element | null {
  const texts = useTexts('ownView', language);
  if (texts === null) return null;
  const { t } = texts;
  return (
    <ReadAloud
      key={`${language} ${place}`}
      of={of}
      language={language}
      words={{
        read: t('ownView:read'),
        stop: t('ownView:stopReading'),
        noVoice: t('ownView:noVoice', { language: languageOf(language).ownName }),
        failed: t('ownView:voiceFailed'),
      }}
    />
  );
}
