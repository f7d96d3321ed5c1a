/** Whose plan it is: the names, and whether the person's data are protected. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import type { CircleAudience } from '../../../plan/model.ts';
import { CheckRow } from '../../../ui/CheckRow/CheckRow.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { bothWords } from '../case/bothWords.ts';
import { RegisterField } from '../case/RegisterField.tsx';
import { useWritePlan } from '../case/useWritePlan.ts';

export function PersonSection(): JSX.Element {
  const t = useT();
  const id = useId();
  const { plan } = useWorkspace().state;
  const write = useWritePlan();
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t('prepare:prepare.sectionPerson')}</h2>
      <RegisterField
        label={t('prepare:prepare.name')}
        register={plan.name}
        onWrite={(value) => write('name', value)}
      />
      <RegisterField
        label={t('prepare:prepare.screenName')}
        hint={t('prepare:prepare.screenNameHint')}
        register={plan.screenName}
        onWrite={(value) => write('screenName', value)}
      />
      <ChipGroup
        label={t('home:new.audience')}
        hint={bothWords(plan.audience, (value) => t(`home:new.${value}`), t)}
        value={plan.audience.value}
        options={(['barn', 'ungdom', 'vuxen', 'aldre'] as const).map((value) => ({
          value,
          label: t(`home:new.${value}`),
        }))}
        onChange={(value: CircleAudience) => write('audience', value)}
      />
      <CheckRow
        label={t('prepare:prepare.protectedCase')}
        hint={t('prepare:prepare.protectedCaseHint')}
        checked={plan.protectedIdentity.value === true}
        onChange={(value) => write('protectedIdentity', value)}
      />
    </section>
  );
}
