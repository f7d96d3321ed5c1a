/** What is seldom said of a row, closed until asked for: where, follow-up, step, who must not get it, take away. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isLocalDate } from '../../../i18n/localDate.ts';
import {
  changeKind,
  setFollowUp,
  setSubgoalDate,
  setWhere,
} from '../../../plan/commands/editRows.ts';
import { putAway } from '../../../plan/commands/moveRows.ts';
import { setNotFor, setNotWithChild } from '../../../plan/commands/showRows.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { CheckRow } from '../../../ui/CheckRow/CheckRow.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { useLeader } from '../Leader.ts';
import { type PlanRow, standsUnderStep, stepOf } from '../planRows.ts';
import { settled, shortName } from '../planWords.ts';
import { BothValues } from './BothValues.tsx';
import { RegisterField } from './RegisterField.tsx';
import { useShownWhole } from './useShownWhole.ts';

export interface RowExtrasProps {
  readonly row: PlanRow;
  /** The row was put away. */
  readonly onGone: () => void;
}

const noStep = 'none';

export function RowExtras({ row, onGone }: RowExtrasProps): JSX.Element {
  const { t } = useLeader();
  const [open, setOpen] = useState(false);
  const whole = useShownWhole<HTMLDivElement>(open ? row.id : null);
  return (
    <div ref={whole} class={open ? 'row-extras row-extras--open' : 'row-extras'}>
      <Button
        kind="quiet"
        iconEnd={open ? 'up' : 'down'}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('meeting:row.more')}
      </Button>
      {open && <Extras row={row} onGone={onGone} />}
    </div>
  );
}

function Extras({ row, onGone }: RowExtrasProps): JSX.Element {
  const { t, plan, name, edit } = useLeader();
  const { id } = row;
  const audience = settled(plan.audience);
  const isYoung = audience === 'barn' || audience === 'ungdom';
  const others = plan.participants.filter((person) => !person.isIndividual);
  return (
    <div class="row-extras__content">
      {row.kind === 'intervention' && (
        <div class="inset__fields">
          <RegisterField
            label={t('meeting:row.where')}
            value={settled(row.where) ?? ''}
            onChange={(where) => void edit((doc, ctx) => setWhere(doc, ctx, { id, where }))}
          />
          <RegisterField
            label={t('meeting:row.followUp')}
            value={settled(row.followUp) ?? ''}
            onChange={(followUp) =>
              void edit((doc, ctx) => setFollowUp(doc, ctx, { id, followUp }))
            }
          />
        </div>
      )}
      {['where', 'followUp', 'date'].map((field) => (
        <BothValues key={field} item={id} field={field} />
      ))}
      {row.kind === 'subgoal' && (
        <Field
          label={t('meeting:row.stepDate')}
          kind="date"
          value={settled(row.date) ?? ''}
          onInput={(value) => {
            const date = value === '' ? null : value;
            if (date !== null && !isLocalDate(date)) return;
            void edit((doc, ctx) => setSubgoalDate(doc, ctx, { id, date }));
          }}
        />
      )}
      {standsUnderStep(row.kind) && plan.subgoals.length > 0 && (
        <ChipGroup
          label={t('meeting:row.step')}
          value={stepOf(plan, id) ?? noStep}
          onChange={(step: string) =>
            void edit((doc, ctx) =>
              changeKind(doc, ctx, {
                id,
                kind: row.kind,
                subgoalId: step === noStep ? null : step,
              }),
            )
          }
          options={[
            ...plan.subgoals.map((step, index) => ({
              value: step.id,
              label: t('meeting:needs.step', { number: index + 1, text: step.text }),
            })),
            { value: noStep, label: t('meeting:row.noStep') },
          ]}
        />
      )}
      {others.length > 0 && (
        <ChipGroup
          label={t('meeting:row.notFor')}
          mode="multi"
          value={others.map((person) => person.id).filter((one) => row.notFor.includes(one))}
          onChange={(chosen) => {
            const names = row.notFor.filter((one) => !others.some((person) => person.id === one));
            void edit((doc, ctx) => setNotFor(doc, ctx, { id, notFor: [...names, ...chosen] }));
          }}
          options={others.map((person) => ({ value: person.id, label: shortName(plan, person) }))}
        />
      )}
      {/* A grown-up reads this beside the leader: nothing of their own plan is kept from them (field.md 17, 22). */}
      {(isYoung || row.notWithChild) && (
        <CheckRow
          label={t('meeting:row.notWithChild', { name })}
          checked={row.notWithChild}
          onChange={(notWithChild) =>
            void edit((doc, ctx) => setNotWithChild(doc, ctx, { id, notWithChild }))
          }
        />
      )}
      <Button
        onClick={() => {
          void edit((doc, ctx) => putAway(doc, ctx, { id }));
          onGone();
        }}
      >
        {t('meeting:row.remove')}
      </Button>
    </div>
  );
}
