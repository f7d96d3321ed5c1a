/** What is left of the part and when the meeting ends, in words; below, one quiet line when there is news. */
import type { JSX } from 'preact';
import { endTime, meetingNotice, partTimeLeft, timeWords } from '../../clock.ts';
import { useLeader } from '../Leader.ts';

export interface TimeLinesProps {
  /** Without the name of the part, where the heading stands beside. */
  readonly short?: boolean;
}

export function TimeLines({ short = false }: TimeLinesProps): JSX.Element {
  const { meeting, now, t } = useLeader();
  if (meeting.onPaper) {
    return (
      <div class="time-lines">
        <p class="time-lines__left">{t('meeting:time.paper')}</p>
      </div>
    );
  }
  // In a pause the meeting goes on when the pause is said to be over, not now.
  const ends = t.formats.time(endTime(meeting, Math.max(now, meeting.pausedUntil ?? now)));
  if (meeting.phase === 'paused' || meeting.phase === 'halted') {
    return (
      <div class="time-lines">
        {meeting.pausedUntil !== null && (
          <p class="time-lines__left">
            {t('meeting:time.pausedUntil', { time: t.formats.time(meeting.pausedUntil) })}
          </p>
        )}
        <p class="time-lines__ends">{t('meeting:time.ends', { time: ends })}</p>
      </div>
    );
  }
  const left = timeWords(partTimeLeft(meeting, now));
  const notice = meetingNotice(meeting, now);
  const part = t(`meeting:part.${meeting.part}`);
  const words =
    left.kind === 'soon'
      ? short
        ? t('meeting:time.soonShort')
        : t('meeting:time.soon', { part })
      : short
        ? t('meeting:time.leftShort', { minutes: left.minutes })
        : t('meeting:time.left', { part, minutes: left.minutes });
  return (
    <div class="time-lines">
      <p class="time-lines__left">{words}</p>
      <p class="time-lines__ends">{t('meeting:time.ends', { time: ends })}</p>
      {/* The place is there from the start, so that the words are read out once when they come. */}
      <p class="time-lines__notice" role="status">
        {notice === null ? '' : t(`meeting:time.notice.${notice}`)}
      </p>
    </div>
  );
}
