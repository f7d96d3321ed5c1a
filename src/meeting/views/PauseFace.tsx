/** A pause: when we begin again, what the wall says, and how long (field.md 8). */
import type { JSX } from 'preact';
import { ChipGroup } from '../../ui/ChipGroup/ChipGroup.tsx';
import { minute } from '../clock.ts';
import { wantsWakeLock } from '../duration.ts';
import { useLeader } from './Leader.ts';
import './PauseFace.css';

const lengths = ['5', '10', '15', '20'] as const;

export function PauseFace(): JSX.Element {
  const { t, meeting, follows, now, send } = useLeader();
  const { pausedSince, pausedUntil } = meeting;
  const time = pausedUntil === null ? null : t.formats.time(pausedUntil);
  const chosen =
    pausedSince === null || pausedUntil === null
      ? null
      : Math.round((pausedUntil - pausedSince) / minute);
  return (
    <div class="pause-face leader__scroll">
      <h3 class="pause-face__heading">
        {time === null ? t('meeting:pause.headingOpen') : t('meeting:pause.heading', { time })}
      </h3>
      <div class="leader__subtle pause-face__words">
        {meeting.seenBy !== 'nej' && time !== null && <p>{t('meeting:pause.shows', { time })}</p>}
        <p>{t(wantsWakeLock(meeting, now) ? 'meeting:pause.still' : 'meeting:pause.long')}</p>
      </div>
      {!follows && (
        <ChipGroup
          label={t('meeting:pause.howLong')}
          size="large"
          value={lengths.find((length) => Number(length) === chosen) ?? null}
          onChange={(length: string) =>
            void send({
              type: 'meeting.paused',
              until: (pausedSince ?? now) + Number(length) * minute,
            })
          }
          options={lengths.map((value) => ({
            value,
            label: t('meeting:pause.minutes', { count: Number(value) }),
          }))}
        />
      )}
    </div>
  );
}
