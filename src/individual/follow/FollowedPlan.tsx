/** **Få planen**, and the individual's own after the meeting: the short copy, whom to ask first. */
import type { JSX, RefObject } from 'preact';
import type { LanguageCode } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { EasyCopy } from '../easy/EasyCopy.tsx';
import { easyTexts } from '../easy/easyCopy.ts';
import { useEasyWords } from '../easy/easyWords.ts';
import { WordsInText } from '../words/WordsInText.tsx';
import type { PlanState } from './shareState.ts';

export interface FollowedPlanProps {
  readonly state: PlanState;
  readonly language: LanguageCode;
  readonly of: RefObject<HTMLElement | null>;
}

export function FollowedPlan({ state, language, of }: FollowedPlanProps): JSX.Element | null {
  const words = useEasyWords(language);
  const follow = useTexts('follow', language);
  if (words === null || follow === null) return null;
  const { copy, isReady, date, isOwn } = state;
  return (
    <section class="own__content follow__plan" ref={of}>
      <h1 class="own__heading">
        {isOwn ? words.room.own(words.say('easy:title')) : follow.t('follow:plan')}
      </h1>
      {!isOwn && <p class="follow__reader">{follow.t('follow:reader', { name: copy.name })}</p>}
      <EasyCopy copy={copy} words={words} state={{ isReady, date }} form="screen" />
      <WordsInText texts={easyTexts(copy)} language={language} />
      <p class="own__note">{follow.t('follow:close')}</p>
    </section>
  );
}
