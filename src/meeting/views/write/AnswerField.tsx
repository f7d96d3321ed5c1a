/** What the individual answered to one of the questions about the plan; both answers where two were written at once. */
import type { JSX } from 'preact';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import type { Answer } from '../../../plan/model.ts';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { useLeader } from '../Leader.ts';
import { settled } from '../planWords.ts';
import { BothValues } from './BothValues.tsx';

export interface AnswerFieldProps {
  readonly question: keyof typeof fields;
  readonly label: string;
  readonly class?: string;
}

const fields = {
  unclear: 'answerUnclear',
  soundsGood: 'answerSoundsGood',
  saysYes: 'answerSaysYes',
} as const;

export function AnswerField({ question, label, class: extra }: AnswerFieldProps): JSX.Element {
  const { t, plan, edit } = useLeader();
  const field = fields[question];
  const answers: readonly Answer[] =
    question === 'unclear' ? ['ja', 'nej'] : ['ja', 'delvis', 'nej', 'tanka'];
  return (
    <>
      <ChipGroup
        class={extra}
        label={label}
        layout="beside"
        allowNone
        value={settled<Answer>(plan.answers[question])}
        onChange={(value) => void edit((doc, ctx) => setPlanField(doc, ctx, { field, value }))}
        options={answers.map((value) => ({ value, label: t(`meeting:summary.${value}`) }))}
      />
      <BothValues item="plan" field={field} />
    </>
  );
}
