/** The clock was changed, and only a person knows how long is left (design.md 4). */
import type { JSX } from 'preact';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { minute, timeLeft } from '../../clock.ts';
import { useLeader } from '../Leader.ts';

const amounts = [5, 10, 15, 20, 30, 45, 60] as const;

export function ClockQuestion(): JSX.Element | null {
  const { t, meeting, follows, now, send } = useLeader();
  if (follows || !meeting.clockDoubt) return null;
  const reckoned = Math.max(1, Math.round(timeLeft(meeting, now) / minute));
  const answer = (minutesLeft: number): void => void send({ type: 'time.set', minutesLeft });
  return (
    <Dialog
      open
      title={t('meeting:clock.heading')}
      onClose={() => answer(reckoned)}
      dismissable={false}
    >
      <p>{t('meeting:clock.lead')}</p>
      <div class="sheet__answers">
        {amounts.map((minutes) => (
          <Button key={minutes} onClick={() => answer(minutes)}>
            {t('meeting:clock.minutes', { count: minutes })}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
