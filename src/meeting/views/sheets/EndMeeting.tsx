/** **Avsluta mötet**: always works; one answer about what comes after (field.md 7). */
import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { recordShownAtEnd } from '../../../plan/shownAtEnd.ts';
import { Choice } from '../../../ui/Choice/Choice.tsx';
import type { FollowUp } from '../../meetingEvents.ts';
import { useLeader } from '../Leader.ts';
import { nextMeetingWords } from '../nextMeetingWords.ts';
import { followUpOffer, toFollowUp } from './followUpOffer.ts';

export interface EndMeetingProps {
  /** What was answered; kept while one goes back to the meeting. */
  readonly answer: FollowUp['kind'] | null;
  readonly onAnswer: (kind: FollowUp['kind']) => void;
  /** What the bar's **Avsluta mötet** does. */
  readonly ending: RefObject<(() => Promise<void>) | null>;
  readonly onEnded: () => void;
}

export function EndMeeting({ answer, onAnswer, ending, onEnded }: EndMeetingProps): JSX.Element {
  const { t, plan, name, meeting, now, workspace, record, send } = useLeader();
  const [missed, setMissed] = useState(false);
  const offer = followUpOffer(plan, now);
  const booked = plan.nextMeeting.date.value !== null;
  const chosen = answer ?? meeting.followUp?.kind ?? (booked ? 'bokad' : null);
  ending.current = async () => {
    if (chosen === null) {
      setMissed(true);
      return;
    }
    await workspace.flush();
    await record(recordShownAtEnd);
    const ended = await send({ type: 'meeting.ended', followUp: toFollowUp(chosen, offer) });
    if (ended) onEnded();
  };
  const next = nextMeetingWords(plan, t);
  const date = t.formats.dayMonth(offer.before);
  const nextWords = [next.when, next.rest].filter((words) => words !== '').join('. ');
  return (
    <div class="end-meeting leader__scroll">
      <Choice
        legend={t('meeting:end.question')}
        class="end-meeting__choice"
        value={chosen}
        onChange={(kind) => {
          onAnswer(kind);
          setMissed(false);
        }}
        error={missed ? t('meeting:end.askAnswer') : null}
        options={[
          {
            value: 'bokad',
            label: t('meeting:end.bokad'),
            hint: nextWords === '' ? t('meeting:end.bokadMissing') : nextWords,
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
      {workspace.save.kind !== 'notSaved' && (
        <p class="leader__subtle end-meeting__safe">
          {t(meeting.seenBy === 'nej' ? 'meeting:end.safeNoScreen' : 'meeting:end.safe')}
        </p>
      )}
    </div>
  );
}
