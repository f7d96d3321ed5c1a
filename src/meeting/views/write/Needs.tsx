/** Behov, Skriva: one step at a time, who does what in it, and goals (looks.md 1.4). */
import type { JSX } from 'preact';
import type { RowKind } from '../../../plan/model.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { useLeader } from '../Leader.ts';
import { doingsOf } from '../planRows.ts';
import { RowList } from './RowList.tsx';
import { StepChooser } from './StepChooser.tsx';

export function Needs(): JSX.Element {
  const { t, plan, stepId, line, setLine, lineField } = useLeader();
  const rows = doingsOf(plan, stepId);
  const begin = (kind: RowKind): void => {
    setLine({ id: null, kind });
    lineField.current?.focus();
  };
  return (
    <>
      <StepChooser begin={begin} />
      <RowList rows={rows} label={t('meeting:needs.table')} />
      {line.id === null && (
        <div class="write-face__buttons">
          <Button kind="quiet" iconStart="plus" onClick={() => begin('intervention')}>
            {t('meeting:needs.addIntervention')}
          </Button>
          {plan.subgoals.length === 0 && (
            <>
              <Button kind="quiet" iconStart="plus" onClick={() => begin('subgoal')}>
                {t('meeting:needs.addStep')}
              </Button>
              <Button kind="quiet" iconStart="plus" onClick={() => begin('longTermGoal')}>
                {t('meeting:needs.addLongTerm')}
              </Button>
            </>
          )}
        </div>
      )}
    </>
  );
}
