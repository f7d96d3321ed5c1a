/** **Visa tid**: whether the room sees time running out, or only when the meeting ends (looks.md 1.1). */
import type { JSX } from 'preact';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import type { Instant } from '../../../shared/deps.ts';
import { CheckRow } from '../../../ui/CheckRow/CheckRow.tsx';
import { useLeader } from '../Leader.ts';
import { settled } from '../planWords.ts';

export function ShowTime({ ends }: { readonly ends: Instant }): JSX.Element {
  const { t, plan, edit } = useLeader();
  return (
    <CheckRow
      label={t('meeting:showTime.label')}
      hint={t('meeting:showTime.hint', { time: t.formats.time(ends) })}
      checked={settled(plan.showTime) !== false}
      onChange={(shows) =>
        void edit((doc, ctx) =>
          setPlanField(doc, ctx, { field: 'showTime', value: shows ? null : false }),
        )
      }
    />
  );
}
