/** **Upptäck behov**: is there a SIP already, who saw the need, and how much there is to coordinate. */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { changedList } from '../../../plan/changedList.ts';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import type { CoordinationNeed, NoticedBy } from '../../../plan/model.ts';
import { selectPlan } from '../../../plan/selectors.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { bothWords } from '../case/bothWords.ts';
import { CasePage } from '../case/CasePage.tsx';
import { useWritePlan } from '../case/useWritePlan.ts';

const notices: readonly NoticedBy[] = [
  'skola',
  'socialtjanst',
  'region',
  'kommunHalsa',
  'enskild',
  'narstaende',
  'annan',
];
const levels: readonly CoordinationNeed[] = ['litet', 'visst', 'medel', 'stort'];

export function NeedView(): JSX.Element {
  const t = useT();
  const { state, edit } = useWorkspace();
  const { plan } = state;
  const write = useWritePlan();
  const seen = plan.noticedBy.value ?? [];
  const notice = (chosen: readonly NoticedBy[]): void =>
    void edit((doc, ctx) => {
      const now = selectPlan(doc).noticedBy.value ?? [];
      return setPlanField(doc, ctx, {
        field: 'noticedBy',
        value: [...changedList(now, seen, chosen)],
      });
    });

  return (
    <CasePage
      way="behov"
      title={t('prepare:need.title')}
      foot={
        <Button kind="filled" href={`/sip/${state.caseId}/forbered`} iconEnd="forward">
          {t('prepare:need.next')}
        </Button>
      }
    >
      <div class="form">
        <ChipGroup
          allowNone
          label={t('prepare:need.existing')}
          hint={
            bothWords(plan.existingSip, (value) => t(`prepare:need.${value}`), t) ??
            t('prepare:need.existingHint')
          }
          value={plan.existingSip.value}
          options={(['ja', 'nej', 'vetInte'] as const).map((value) => ({
            value,
            label: t(`prepare:need.${value}`),
          }))}
          onChange={(value) => write('existingSip', value)}
        />
        {plan.existingSip.value === 'ja' && (
          <Notice kind="attention">{t('prepare:need.existingYes')}</Notice>
        )}
        <ChipGroup
          mode="multi"
          label={t('prepare:need.noticedBy')}
          hint={
            bothWords(
              plan.noticedBy,
              (all) => all.map((value) => t(`prepare:need.by.${value}`)).join(' · '),
              t,
            ) ?? t('prepare:need.noticedByHint')
          }
          value={seen}
          options={notices.map((value) => ({ value, label: t(`prepare:need.by.${value}`) }))}
          onChange={notice}
        />
        <ChipGroup
          allowNone
          label={t('prepare:need.track')}
          hint={bothWords(plan.kind, (value) => t(`home:new.${value}`), t)}
          value={
            plan.kind.value === null
              ? null
              : plan.kind.value === 'utskrivning'
                ? 'utskrivning'
                : 'oppenvard'
          }
          options={(['oppenvard', 'utskrivning'] as const).map((value) => ({
            value,
            label: t(`prepare:need.${value}`),
          }))}
          onChange={(value) =>
            write(
              'kind',
              value === 'utskrivning'
                ? 'utskrivning'
                : plan.kind.value === 'uppfoljning'
                  ? 'uppfoljning'
                  : 'ny',
            )
          }
        />
        <ChipGroup
          allowNone
          label={t('prepare:need.level')}
          hint={
            bothWords(plan.coordinationNeed, (value) => t(`prepare:need.${value}`), t) ??
            t('prepare:need.levelHint')
          }
          value={plan.coordinationNeed.value}
          options={levels.map((value) => ({ value, label: t(`prepare:need.${value}`) }))}
          onChange={(value) => write('coordinationNeed', value)}
        />
      </div>
    </CasePage>
  );
}
