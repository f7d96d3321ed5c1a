/** **Beslut**: a promise is not a decision (field.md 10). Closed until it is asked for. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { isLocalDate } from '../../../i18n/localDate.ts';
import { setDecision } from '../../../plan/commands/editRows.ts';
import type { Decision, Intervention } from '../../../plan/model.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { useLeader } from '../Leader.ts';
import { decisionWords, doerName, isUndecided, settled } from '../planWords.ts';
import { RegisterField } from './RegisterField.tsx';
import { useShownWhole } from './useShownWhole.ts';

export interface DecisionFieldProps {
  readonly row: Intervention;
}

export function DecisionField({ row }: DecisionFieldProps): JSX.Element {
  const { t, plan, edit } = useLeader();
  const id = useId();
  const [open, setOpen] = useState(false);
  const decision = settled(row.decision);
  const fields = useShownWhole<HTMLDivElement>(open ? (decision?.kind ?? 'none') : null);
  const put = (next: Decision | null): void => {
    void edit((doc, ctx) => setDecision(doc, ctx, { id: row.id, decision: next }));
  };
  const firstDoer = settled(row.doers)?.[0];
  const by = firstDoer === undefined ? '' : doerName(plan, firstDoer);

  const choose = (kind: Decision['kind'] | null): void => {
    if (kind === null) put(null);
    else if (kind === 'soks' || kind === 'provas') {
      const kept = decision !== null && 'by' in decision ? decision : { by, date: null };
      put({ kind, by: kept.by, date: kept.date });
    } else put({ kind });
  };

  return (
    <>
      <div class="decision-field">
        <span class="chips__label" id={id}>
          {t('meeting:decision.label')}
        </span>
        <Button
          kind="quiet"
          iconEnd={open ? 'up' : 'down'}
          aria-expanded={open}
          aria-describedby={id}
          onClick={() => setOpen(!open)}
        >
          {decision === null ? t('meeting:decision.none') : decisionWords(decision, t)}
        </Button>
      </div>
      {open && (
        <div class="inset decision-field__open" ref={fields}>
          <ChipGroup
            label={t('meeting:decision.label')}
            hideLabel
            allowNone
            value={decision?.kind ?? null}
            onChange={choose}
            options={(['behovsInte', 'fattat', 'soks', 'provas'] as const).map((value) => ({
              value,
              label: t(`meeting:decision.${value}`),
            }))}
          />
          {decision !== null && isUndecided(decision) && 'by' in decision && (
            <div class="inset__fields">
              <RegisterField
                label={t(`meeting:decision.${decision.kind}By`)}
                value={decision.by}
                onChange={(value) => put({ ...decision, by: value })}
              />
              <Field
                label={t(`meeting:decision.${decision.kind}Date`)}
                kind="date"
                value={decision.date ?? ''}
                onInput={(value) => {
                  if (value === '') put({ ...decision, date: null });
                  else if (isLocalDate(value)) put({ ...decision, date: value });
                }}
              />
            </div>
          )}
        </div>
      )}
    </>
  );
}
