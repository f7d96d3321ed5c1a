/** Why nothing is shown, and what to do. */
import type { JSX, RefObject } from 'preact';
import type { LanguageCode } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Picture } from '../../ui/Picture/Picture.tsx';
import type { PictureName } from '../../ui/Picture/pictureNames.ts';
import type { Why } from './standing.ts';

const pictureOf: Readonly<Record<Why, PictureName>> = {
  waiting: 'thing-time',
  ended: 'thing-wave',
  aged: 'thing-time',
  wrong: 'thing-phone',
  version: 'thing-phone',
  browser: 'thing-phone',
  none: 'thing-phone',
  removed: 'thing-paper',
  trouble: 'thing-phone',
};

export interface ToldProps {
  readonly why: Why;
  readonly language: LanguageCode;
  readonly of?: RefObject<HTMLElement | null> | undefined;
}

export function Told({ why, language, of }: ToldProps): JSX.Element | null {
  const texts = useTexts('follow', language);
  if (texts === null) return null;
  return (
    <section class="own__content" ref={of ?? null} role="status">
      <div class="own__still" data-part="1">
        <Picture name={pictureOf[why]} size={104} />
        <h1 class="own__heading">{texts.t(`follow:${why}.title`)}</h1>
        <p class="own__sentence">{texts.t(`follow:${why}.text`)}</p>
        {why === 'waiting' && <p>{texts.t('follow:close')}</p>}
        {why === 'none' && <p>{texts.t('follow:kept.shown')}</p>}
      </div>
    </section>
  );
}
