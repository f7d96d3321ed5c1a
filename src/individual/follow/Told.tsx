/** Why nothing is shown, and what to do. */
import type { JSX, RefObject } from 'preact';
import type { LanguageCode } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import type { LocalDate } from '../../shared/deps.ts';
import { Picture } from '../../ui/Picture/Picture.tsx';
import type { PictureName } from '../../ui/Picture/pictureNames.ts';
import type { Why } from './standing.ts';

const pictureOf: Readonly<Record<Why, PictureName>> = {
  waiting: 'thing-time',
  ended: 'thing-wave',
  aged: 'thing-time',
  lastDay: 'thing-calendar',
  wrong: 'thing-phone',
  version: 'thing-phone',
  browser: 'thing-phone',
  none: 'thing-phone',
  removed: 'thing-paper',
  trouble: 'thing-phone',
};

export interface ToldProps {
  readonly why: Why;
  /** What stood here was one's own. */
  readonly isOwn?: boolean;
  /** The last day of the link, where that is over. */
  readonly lastDay?: LocalDate | null;
  readonly language: LanguageCode;
  readonly of?: RefObject<HTMLElement | null> | undefined;
}

export function Told(props: ToldProps): JSX.Element | null {
  const { why, isOwn = false, lastDay = null, language, of } = props;
  const texts = useTexts('follow', language);
  if (texts === null) return null;
  const { t } = texts;
  const date = lastDay === null ? '' : texts.formats.date(lastDay);
  return (
    <section class="own__content" ref={of ?? null} role="status">
      <div class="own__still" data-part="1">
        <Picture name={pictureOf[why]} size={104} />
        <h1 class="own__heading">{t(`follow:${why}.title`)}</h1>
        <p class="own__sentence">
          {why === 'lastDay' ? t('follow:lastDay.text', { date }) : t(`follow:${why}.text`)}
        </p>
        {why === 'ended' && (
          <>
            <p>{t('follow:ended.why')}</p>
            <p>{t(isOwn ? 'follow:ended.own' : 'follow:ended.ask')}</p>
          </>
        )}
        {why === 'lastDay' && (
          <>
            <p>{t('follow:lastDay.ask')}</p>
            <p>{t('follow:lastDay.clock')}</p>
          </>
        )}
        {why === 'waiting' && <p>{t('follow:close')}</p>}
        {why === 'none' && (
          <>
            <p>{t('follow:none.again')}</p>
            <p class="own__note">{t('follow:kept.shown')}</p>
          </>
        )}
      </div>
    </section>
  );
}
