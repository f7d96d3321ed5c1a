/** **Vem leder?** and **Vem skriver?** (field.md 20): one line, opened to be changed. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import type { PlanFieldValue } from '../../../plan/fields.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { useLeader } from '../Leader.ts';
import { settled } from '../planWords.ts';
import { BothValues } from '../write/BothValues.tsx';

export function LeadsAndWrites(): JSX.Element | null {
  const { t, plan, name, workspace, roles, follows, edit } = useLeader();
  const [open, setOpen] = useState(false);
  // **Jag** is who leads: where that is somebody else, the line above says who.
  if (follows) return null;
  const leads = settled(plan.leads) ?? 'jag';
  const writes = settled(plan.writes) ?? 'jag';
  const me = workspace.me.name.trim() || t('meeting:start.me');
  const words =
    leads === 'jag' && writes === 'jag'
      ? t('meeting:start.leadsAndWrites', { me })
      : `${t(`meeting:start.leads.${leads}`, { me, name })} ${t(`meeting:start.writes.${writes}`, { me })}`;
  return (
    <section class="leads-and-writes">
      <p class="leads-and-writes__line">
        <span>{words}</span>{' '}
        <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'meeting:start.changeDone' : 'meeting:start.change')}
        </Button>
      </p>
      {open && (
        <>
          <ChipGroup
            label={t('meeting:start.whoLeads')}
            value={leads}
            onChange={(value: PlanFieldValue<'leads'>) =>
              void edit((doc, ctx) => setPlanField(doc, ctx, { field: 'leads', value }))
            }
            options={(['jag', 'kollega', 'huvudperson', 'tva'] as const).map((value) => ({
              value,
              label: t(`meeting:lead.${value}`, { name }),
            }))}
          />
          <BothValues item="plan" field="leads" />
          <ChipGroup
            label={t('meeting:start.whoWrites')}
            value={writes}
            onChange={(value: PlanFieldValue<'writes'>) =>
              void edit((doc, ctx) => setPlanField(doc, ctx, { field: 'writes', value }))
            }
            options={(['jag', 'kollegaHar', 'papper', 'annanPlatta'] as const).map((value) => ({
              value,
              label: t(`meeting:write.${value}`),
            }))}
          />
          <BothValues item="plan" field="writes" />
        </>
      )}
      {roles.tips.map((tip) => (
        <p key={tip} class="leader__subtle">
          {t(tip)}
        </p>
      ))}
    </section>
  );
}
