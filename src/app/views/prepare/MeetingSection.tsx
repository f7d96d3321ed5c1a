/** Who leads and who writes at the meeting; when and where it is stands in **Kalla och bjud in**. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { individualName } from '../../../meeting/views/planWords.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { bothWords } from '../case/bothWords.ts';
import { useWritePlan } from '../case/useWritePlan.ts';

export function MeetingSection(): JSX.Element {
  const t = useT();
  const id = useId();
  const { state } = useWorkspace();
  const { plan } = state;
  const { date, time } = plan.meeting;
  const name = individualName(plan);
  const write = useWritePlan();

  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t('prepare:prepare.sectionRoles')}</h2>
      <p>
        {date.value === null
          ? t(date.both.length > 0 ? 'home:case.twoMeetings' : 'prepare:prepare.noMeeting')
          : t('prepare:prepare.meetingAt', {
              when: t.formats.atTime(
                t.formats.weekdayDate(date.value),
                time.value === null ? '' : t.formats.time(time.value),
              ),
            })}
      </p>
      <Button kind="quiet" href={`/sip/${state.caseId}/kalla`}>
        {t('prepare:prepare.toCall')}
      </Button>
      <ChipGroup
        allowNone
        label={t('prepare:prepare.leads')}
        hint={bothWords(plan.leads, (value) => t(`prepare:prepare.${value}`, { name }), t)}
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
        hint={bothWords(plan.writes, (value) => t(`prepare:prepare.${value}`), t)}
        value={plan.writes.value}
        options={[
          { value: 'jag', label: t('prepare:prepare.jag') },
          { value: 'kollegaHar', label: t('prepare:prepare.kollegaHar') },
          { value: 'papper', label: t('prepare:prepare.papper') },
          { value: 'annanPlatta', label: t('prepare:prepare.annanPlatta') },
        ]}
        onChange={(value) => write('writes', value)}
      />
    </section>
  );
}
