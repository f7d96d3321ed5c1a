/**
 * On the first page of a case: what two have written differently while neither heard of the other, all in one place. Both stand
 * until somebody chooses (design.md 5). What is for the leader alone is chosen where it stands closed (field.md 17).
 */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { chooseValue } from '../../../plan/commands/wholePlan.ts';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { unsettledLabel, unsettledValue } from './unsettledWords.ts';

const closed = ['mandate', 'coordinationNeed'];

export function UnsettledFields(): JSX.Element | null {
  const t = useT();
  const { state, edit } = useWorkspace();
  const { plan } = state;
  const open = plan.unsettled.filter(({ field }) => !closed.includes(field));
  if (open.length === 0) return null;
  return (
    <section class="section" aria-label={t('sync:both.title')}>
      <h2>{t('sync:both.title')}</h2>
      <p>{t('sync:both.line')}</p>
      {open.map((each) => (
        <ChipGroup
          key={`${each.item} ${each.field}`}
          label={unsettledLabel(plan, each, t)}
          value={null}
          options={each.writes.map(({ writeId, value, by }) => ({
            value: writeId,
            label: t('meeting:both.value', {
              value: unsettledValue(plan, each, value, t),
              name: by.name || t('meeting:both.someone'),
            }),
          }))}
          onChange={(writeId: string) =>
            void edit((doc, ctx) => chooseValue(doc, ctx, { writeId }))
          }
        />
      ))}
    </section>
  );
}
