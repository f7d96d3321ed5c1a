/** Time and place of the meeting, how long, who leads and who writes. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { meetingLengths } from '../../../meeting/parts.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import type { PlanField, PlanFieldValue } from '../../../plan/fields.ts';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { RegisterField } from '../case/RegisterField.tsx';

export function MeetingSection(): JSX.Element {
  const t = useT();
  const id = useId();
  const { state, edit } = useWorkspace();
  const { plan } = state;
  const name = plan.name.value ?? '';
  const write = <F extends PlanField>(field: F, value: PlanFieldValue<F> | null): void =>
    void edit((doc, ctx) => setPlanField(doc, ctx, { field, value }));

  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t('prepare:prepare.sectionMeeting')}</h2>
      <RegisterField
        kind="date"
        label={t('prepare:prepare.date')}
        register={plan.meeting.date}
        onWrite={(value) => write('meetingDate', value)}
      />
      <RegisterField
        kind="time"
        label={t('prepare:prepare.time')}
        register={plan.meeting.time}
        onWrite={(value) => write('meetingTime', value)}
      />
      <RegisterField
        label={t('prepare:prepare.place')}
        register={plan.meeting.place}
        onWrite={(value) => write('meetingPlace', value)}
      />
      <ChipGroup
        allowNone
        label={t('prepare:prepare.minutes')}
        value={plan.meeting.minutes.value === null ? null : String(plan.meeting.minutes.value)}
        options={meetingLengths.map((minutes) => ({
          value: String(minutes),
          label: t('prepare:prepare.minutesN', { count: minutes }),
        }))}
        onChange={(value) => write('meetingMinutes', value === null ? null : Number(value))}
      />
      <h3>{t('prepare:prepare.sectionRoles')}</h3>
      <ChipGroup
        allowNone
        label={t('prepare:prepare.leads')}
        value={plan.leads.value}
        options={[
          { value: 'jag', label: t('prepare:prepare.jag') },
          { value: 'kollega', label: t('prepare:prepare.kollega') },
          { value: 'huvudperson', label: t('prepare:prepare.huvudperson', { name }) },
          { value: 'tva', label: t('prepare:prepare.tva') },
        ]}
        onChange={(value) => write('leads', value)}
      />
      <ChipGroup
        allowNone
        label={t('prepare:prepare.writes')}
        value={plan.writes.value}
        options={[
          { value: 'jag', label: t('prepare:prepare.jag') },
          { value: 'kollegaHar', label: t('prepare:prepare.kollegaHar') },
          { value: 'papper', label: t('prepare:prepare.papper') },
        ]}
        onChange={(value) => write('writes', value)}
      />
    </section>
  );
}
