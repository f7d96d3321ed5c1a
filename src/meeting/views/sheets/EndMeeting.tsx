/** **Avsluta mötet**: always works; one answer about what comes after (field.md 7). */
import type { JSX } from 'preact';
import { formatDayMonth } from '../../../i18n/formats.ts';
import { Choice } from '../../../ui/Choice/Choice.tsx';
import type { FollowUp } from '../../meetingEvents.ts';
import { useLeader } from '../Leader.ts';
import { nextMeetingWords } from '../nextMeetingWords.ts';
import type { FollowUpOffer } from './followUpOffer.ts';

export interface EndMeetingProps {
  readonly offer: FollowUpOffer;
  readonly value: FollowUp['kind'] | null;
  readonly onChange: (kind: FollowUp['kind']) => void;
  readonly error: boolean;
}

export function EndMeeting({ offer, value, onChange, error }: EndMeetingProps): JSX.Element {
  const { t, plan, name, meeting } = useLeader();
  const next = nextMeetingWords(plan, t);
  const date = formatDayMonth(offer.before);
  const booked = [next.when, next.rest].filter((words) => words !== '').join('. ');
  return (
    <div class="end-meeting leader__scroll">
      <Choice
        legend={t('meeting:end.question')}
        class="end-meeting__choice"
        value={value}
        onChange={onChange}
        error={error ? t('meeting:end.askAnswer') : null}
        options={[
          {
            value: 'bokad',
            label: t('meeting:end.bokad'),
            hint: booked === '' ? t('meeting:end.bokadMissing') : booked,
          },
          {
            value: 'bokas',
            label:
              offer.by === ''
                ? t('meeting:end.bokasNobody', { date })
                : t('meeting:end.bokas', { name: offer.by, date }),
            hint:
              offer.by === ''
                ? t('meeting:end.bokasNobodyHint')
                : t('meeting:end.bokasHint', { name: offer.by }),
          },
          {
            value: 'avslutas',
            label: t('meeting:end.avslutas'),
            hint: t('meeting:end.avslutasHint', { name }),
          },
          {
            value: 'nyttMote',
            label: t('meeting:end.hannInte'),
            hint: t('meeting:end.hannInteHint'),
          },
        ]}
      />
      <p class="leader__subtle end-meeting__safe">
        {t(meeting.seenBy === 'nej' ? 'meeting:end.safeNoScreen' : 'meeting:end.safe')}
      </p>
    </div>
  );
}
