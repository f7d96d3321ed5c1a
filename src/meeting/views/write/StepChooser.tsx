/** Which step is talked about. Closed it is one line; open it holds the steps, the long-term goal and new ones. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { RowKind } from '../../../plan/model.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Icon } from '../../../ui/Icon/Icon.tsx';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import { useLeader } from '../Leader.ts';
import { doingsOf } from '../planRows.ts';
import { RowList } from './RowList.tsx';
import { ShowButton } from './ShowButton.tsx';
import './StepChooser.css';

export interface StepChooserProps {
  readonly begin: (kind: RowKind) => void;
}

const noStep = 'none';

export function StepChooser({ begin }: StepChooserProps): JSX.Element | null {
  const { t, plan, stepId, setStepId } = useLeader();
  const [open, setOpen] = useState(false);
  const id = useId();
  const wordsId = `${id}-words`;
  const { subgoals, longTermGoals } = plan;
  if (subgoals.length === 0 && longTermGoals.length === 0) return null;
  const index = subgoals.findIndex((step) => step.id === stepId);
  const present = subgoals[index];
  const words =
    present === undefined
      ? subgoals.length === 0
        ? t('meeting:needs.longTerm')
        : t('meeting:needs.noStep')
      : t('meeting:needs.step', { number: index + 1, text: present.text });
  const hasLoose = doingsOf(plan, null).length > 0;
  return (
    <div class="step-chooser">
      <div class="step-chooser__line">
        <button
          type="button"
          class="step-chooser__present"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <Picture name="thing-flag" size={32} part={3} />
          <span class="step-chooser__words" id={wordsId}>
            {words}
          </span>
          <Icon name={open ? 'up' : 'down'} />
        </button>
        {!open && present !== undefined && <ShowButton row={present} describedBy={wordsId} />}
      </div>
      <div id={id} hidden={!open} class="step-chooser__open">
        {open && (
          <>
            {(subgoals.length > 1 || (subgoals.length > 0 && hasLoose)) && (
              <ChipGroup
                label={t('meeting:needs.choose')}
                value={stepId ?? noStep}
                onChange={(chosen: string) => setStepId(chosen === noStep ? null : chosen)}
                options={[
                  ...subgoals.map((step, place) => ({
                    value: step.id,
                    label: t('meeting:needs.step', { number: place + 1, text: step.text }),
                  })),
                  ...(hasLoose ? [{ value: noStep, label: t('meeting:needs.noStep') }] : []),
                ]}
              />
            )}
            <RowList rows={longTermGoals} label={t('meeting:needs.longTerm')} />
            <RowList rows={subgoals} label={t('meeting:needs.steps')} />
            <div class="write-face__buttons">
              <Button kind="quiet" iconStart="plus" onClick={() => begin('longTermGoal')}>
                {t('meeting:needs.addLongTerm')}
              </Button>
              <Button kind="quiet" iconStart="plus" onClick={() => begin('subgoal')}>
                {t('meeting:needs.addStep')}
              </Button>
            </div>
          </>
        )}
      </div>
    </div>
  );
}
