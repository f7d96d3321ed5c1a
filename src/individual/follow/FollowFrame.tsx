/** The frame of a phone that follows: languages, reading aloud, and what stands between. */
import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type LanguageCode, languageAttributes } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Picture } from '../../ui/Picture/Picture.tsx';
import { LanguageChips } from '../LanguageChips.tsx';
import { ReadAloudIn } from '../ReadAloudIn.tsx';
import '../own/handed.css';
import '../own/own.css';
import '../own/ownSignals.css';
import './follow.css';

export interface FollowFrameProps {
  /** Until the one who reads chooses another. */
  readonly language: LanguageCode;
  readonly isChild?: boolean;
  /** A word for what stands there now: when it changes, reading stops. */
  readonly place?: string;
  readonly children: (
    language: LanguageCode,
    content: RefObject<HTMLElement | null>,
  ) => ComponentChildren;
}

export function FollowFrame({
  language: own,
  isChild,
  place = '',
  children,
}: FollowFrameProps): JSX.Element | null {
  const content = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<LanguageCode | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const language = chosen ?? own;
  const texts = useTexts('ownView', language);
  const follow = useTexts('follow', language);
  useEffect(() => {
    document.documentElement.lang = languageAttributes(language).lang;
    return () => {
      document.documentElement.lang = 'sv';
    };
  }, [language]);
  if (texts === null || follow === null) return null;
  return (
    <main
      class="handed own follow"
      aria-label={follow.t('follow:title')}
      data-surface="individual"
      data-pictures={isChild === true ? 'child' : undefined}
      {...languageAttributes(language)}
    >
      <header class="handed__top follow__top">
        <LanguageChips
          label={texts.t('ownView:language')}
          value={language}
          onChange={(code) => {
            setChosen(code);
            setChoosing(false);
          }}
          few={!isChoosing}
        />
        <Button
          kind="quiet"
          class="follow__languages"
          before={<Picture name="thing-language" size={32} />}
          aria-expanded={isChoosing}
          onClick={() => setChoosing(!isChoosing)}
        >
          <span class="follow__languages-word">{texts.t('ownView:language')}</span>
        </Button>
        <ReadAloudIn of={content} place={place} language={language} />
      </header>
      {children(language, content)}
    </main>
  );
}
