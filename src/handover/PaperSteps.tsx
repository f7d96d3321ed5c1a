import type { JSX } from 'preact';
import { useT } from '../i18n/useT.ts';
import { togetherWords, whenLines, whoWords } from './paperWords.ts';
import type { PaperGroup, PaperRow, PaperStep, PlanPaper } from './planPaper.ts';

export interface PaperStepsProps {
  readonly paper: PlanPaper;
  readonly form: 'screen' | 'paper';
}

/** The steps and their help, a table each. */
export function PaperSteps({ paper, form }: PaperStepsProps): JSX.Element {
  return (
    <>
      {paper.steps.map((step) => (
        <Step key={`${step.number} ${step.text}`} step={step} name={paper.name} form={form} />
      ))}
    </>
  );
}

interface StepProps {
  readonly step: PaperStep;
  readonly name: string;
  readonly form: 'screen' | 'paper';
}

function Step({ step, name, form }: StepProps): JSX.Element {
  const t = useT();
  const heading =
    step.number === null
      ? t('print:step.loose')
      : step.date === null
        ? t('print:step.numbered', { number: step.number, text: step.text })
        : t('print:step.numberedDate', {
            number: step.number,
            text: step.text,
            date: t.formats.dayMonth(step.date),
          });
  return (
    <section class="plan-document__step">
      <h2 class="plan-document__step-heading">{heading}</h2>
      {step.groups.length > 0 && (
        <table class="plan-document__table plan-document__table--steps" aria-label={heading}>
          <thead>
            <tr>
              <th scope="col">{t('print:column.what')}</th>
              <th scope="col">{t('print:column.who')}</th>
              <th scope="col">
                {t(form === 'paper' ? 'print:column.when' : 'print:column.whenScreen')}
              </th>
            </tr>
          </thead>
          {form === 'paper' ? (
            step.groups.map((group) => <Group key={group.answersFor} group={group} name={name} />)
          ) : (
            <tbody>
              {wholeRows(step.groups).map(({ row, self }) => (
                <Row key={row.id} row={row} self={self} name={name} withAuthority />
              ))}
            </tbody>
          )}
        </table>
      )}
    </section>
  );
}

function Group({ group, name }: { readonly group: PaperGroup; readonly name: string }) {
  const t = useT();
  const heading =
    group.answersFor !== 'self'
      ? t(`print:group.${group.answersFor}`)
      : name === ''
        ? t('print:group.selfNoName')
        : t('print:group.self', { name });
  return (
    <tbody>
      <tr class="plan-document__group">
        <th scope="rowgroup" colSpan={3}>
          {heading}
        </th>
      </tr>
      {group.rows.map((row) => (
        <Row
          key={row.id}
          row={row}
          self={group.answersFor === 'self'}
          name={name}
          withAuthority={false}
        />
      ))}
    </tbody>
  );
}

interface RowProps {
  readonly row: PaperRow;
  readonly self: boolean;
  readonly name: string;
  readonly withAuthority: boolean;
}

function Row({ row, self, name, withAuthority }: RowProps): JSX.Element {
  const t = useT();
  const own = name === '' ? t('print:who.selfNoName') : t('print:who.self', { name });
  const who = self
    ? [own]
    : row.who.length === 0
      ? [t('print:who.nobody')]
      : row.who.map((each) => whoWords(each, withAuthority, t));
  const together = togetherWords(row, t);
  return (
    <tr>
      <th scope="row" class="plan-document__free">
        {row.text}
      </th>
      <td>
        <Lines lines={together === '' ? who : [...who, together]} />
      </td>
      <td>
        <Lines lines={whenLines(row, t)} />
      </td>
    </tr>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  return (
    <>
      {[...new Set(lines)].map((line) => (
        <p key={line} class="plan-document__free">
          {line}
        </p>
      ))}
    </>
  );
}

/** On screen a row stands once, with all who do it. */
const wholeRows = (groups: readonly PaperGroup[]): readonly { row: PaperRow; self: boolean }[] => {
  const seen = new Set<string>();
  return groups.flatMap((group) =>
    group.rows.flatMap((row) => {
      if (seen.has(row.id)) return [];
      seen.add(row.id);
      const whole = { ...row, who: [...row.who, ...row.together], together: [] };
      return [{ row: whole, self: group.answersFor === 'self' }];
    }),
  );
};
