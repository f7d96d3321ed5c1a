/** When and where the meeting is, and how long. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { meetingLengths } from '../../../meeting/parts.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { bothWords } from '../case/bothWords.ts';
import { RegisterField } from '../case/RegisterField.tsx';
import { useWritePlan } from '../case/useWritePlan.ts';

export function TimeSection(): JSX.Element {
  const t = useT();
  const id = useId();
  const { state } = useWorkspace();
  const { meeting, protectedIdentity } = state.plan;
  const write = useWritePlan();

  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t('call:time.title')}</h2>
      <RegisterField
        kind="date"
        label={t('call:time.date')}
        register={meeting.date}
        onWrite={(value) => write('meetingDate', value)}
      />
      <RegisterField
        kind="time"
        label={t('call:time.time')}
        register={meeting.time}
        onWrite={(value) => write('meetingTime', value)}
      />
      <RegisterField
        label={t('call:time.place')}
        hint={protectedIdentity.value === true ? t('call:time.placeProtected') : undefined}
        register={meeting.place}
        onWrite={(value) => write('meetingPlace', value)}
      />
      <ChipGroup
        allowNone
        label={t('call:time.minutes')}
        hint={bothWords(meeting.minutes, (count) => t('call:time.minutesN', { count }), t)}
        value={meeting.minutes.value === null ? null : String(meeting.minutes.value)}
        options={meetingLengths.map((minutes) => ({
          value: String(minutes),
          label: t('call:time.minutesN', { count: minutes }),
        }))}
        onChange={(value) => write('meetingMinutes', value === null ? null : Number(value))}
      />
    </section>
  );
}
