import type { ComponentChildren, JSX } from 'preact';
import { instantOf } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Circle } from '../../../ui/Circle/Circle.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import type { CardEntry } from './cardEntry.ts';

const minute = 60_000;

export interface TodaysMeetingProps {
  readonly top: ComponentChildren;
  readonly entry: CardEntry;
  readonly now: number;
  readonly onAll: () => void;
}

/** The meeting that is about to begin, and nobody else's name. */
export function TodaysMeeting({ top, entry, now, onAll }: TodaysMeetingProps): JSX.Element {
  const t = useT();
  const { card, caseId } = entry;
  const start =
    card.nextDate === null || card.nextTime === null
      ? null
      : instantOf(card.nextDate, card.nextTime);
  const minutesTo = start === null ? 0 : Math.round((start - now) / minute);

  return (
    <PageFrame
      title={t('home:today.title')}
      top={top}
      left={
        <Circle part={null} size={306}>
          {card.nextTime !== null && (
            <span class="home__clock">{t.formats.time(card.nextTime)}</span>
          )}
        </Circle>
      }
      foot={
        <div class="button-row">
          <Button kind="quiet" href="/ny">
            {t('home:actions.new')}
          </Button>
          <Button kind="quiet" href="/direkt">
            {t('home:actions.direct')}
          </Button>
          <Button kind="quiet" href="/ga-med">
            {t('sync:join.meeting')}
          </Button>
          <Button kind="quiet" href="/ova">
            {t('home:actions.practice')}
          </Button>
          <Button kind="quiet" onClick={onAll}>
            {t('home:actions.all')}
          </Button>
        </div>
      }
    >
      <h2>{card.name === '' ? t('home:today.nameless') : card.name}</h2>
      <p>
        {card.meeting === 'running' && t('home:today.running')}
        {card.meeting === 'paused' && t('home:today.paused')}
        {card.meeting === null && start !== null && (
          <>
            {t('home:today.when', {
              from: t.formats.time(start),
              to: t.formats.time(start + (card.minutes ?? 60) * minute),
            })}{' '}
            {minutesTo > 0 ? t('home:today.startsIn', { count: minutesTo }) : t('home:today.now')}
          </>
        )}
        {card.nextPlace !== '' && (
          <>
            <br />
            {card.nextPlace}
          </>
        )}
      </p>
      {card.shareUnanswered && <p>{t('home:today.shareUnanswered')}</p>}
      <div class="button-row">
        <Button kind="filled" size="large" href={`/sip/${caseId}/mote`} iconEnd="forward">
          {t('home:today.go')}
        </Button>
        <Button kind="quiet" href={`/sip/${caseId}/paket`}>
          {t('home:today.pack')}
        </Button>
      </div>
    </PageFrame>
  );
}
