/** **Få planen**, and the individual's own after the meeting: the short copy, whom to ask first. */
import type { ComponentChildren, JSX, RefObject } from 'preact';
import type { LanguageCode } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { EasyCopy } from '../easy/EasyCopy.tsx';
import { easyTexts } from '../easy/easyCopy.ts';
import { useEasyWords } from '../easy/easyWords.ts';
import { WordsInText } from '../words/WordsInText.tsx';
import { KeepPlan, type KeepPlanProps } from './KeepPlan.tsx';
import { RemoveKept } from './RemoveKept.tsx';
import type { PlanState, ShareState } from './shareState.ts';

export interface FollowedPlanProps {
  readonly state: PlanState & Pick<ShareState, 'until'>;
  readonly language: LanguageCode;
  readonly of: RefObject<HTMLElement | null>;
  /** Null where it may not be kept: it is not one's own. */
  readonly keeping: Keeping | null;
  /** To all that are kept here; null where there are no others. */
  readonly onAll: (() => void) | null;
  /** The way to **Hur var mötet?**, where it is asked. */
  readonly survey: ComponentChildren;
}

export interface Keeping extends Pick<KeepPlanProps, 'isKept' | 'isOld' | 'onKeep'> {
  /** False when it is still there. */
  readonly onRemove: () => Promise<boolean>;
}

export function FollowedPlan(props: FollowedPlanProps): JSX.Element | null {
  const { state, language, of, keeping, onAll, survey } = props;
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
      {keeping !== null && <KeepPlan {...keeping} language={language} />}
      <EasyCopy copy={copy} words={words} state={{ isReady, date }} form="screen" />
      <WordsInText texts={easyTexts(copy)} language={language} />
      {survey}
      {keeping?.isKept === true ? (
        <RemoveKept language={language} onRemove={keeping.onRemove} />
      ) : (
        <p class="own__note">
          {follow.t('follow:close')}
          {state.until !== undefined &&
            ` ${follow.t('follow:until', { date: follow.formats.date(state.until) })}`}
        </p>
      )}
      {onAll !== null && <Button onClick={onAll}>{follow.t('follow:kept.list')}</Button>}
    </section>
  );
}
