/** Two wrote the same field at the same time: both are shown, and a person chooses (design.md 5). */
import type { JSX } from 'preact';
import { chooseValue } from '../../../plan/commands/wholePlan.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { useLeader } from '../Leader.ts';
import { writtenValue } from './writtenValue.ts';

export interface BothValuesProps {
  /** The row or participant, or `plan`. */
  readonly item: string;
  readonly field: string;
}

export function BothValues({ item, field }: BothValuesProps): JSX.Element | null {
  const { t, plan, edit } = useLeader();
  const found = plan.unsettled.find((each) => each.item === item && each.field === field);
  if (found === undefined) return null;
  return (
    <Notice
      kind="attention"
      title={t('meeting:both.heading')}
      actions={found.writes.map((write) => (
        <Button
          key={write.writeId}
          onClick={() => void edit((doc, ctx) => chooseValue(doc, ctx, { writeId: write.writeId }))}
        >
          {t('meeting:both.value', {
            value: writtenValue(plan, field, write.value, t),
            name: write.by.name || t('meeting:both.someone'),
          })}
        </Button>
      ))}
    />
  );
}
