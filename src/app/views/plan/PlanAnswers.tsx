import type { JSX } from 'preact';
import { useLeader } from '../../../meeting/views/Leader.ts';
import { AnswerField } from '../../../meeting/views/write/AnswerField.tsx';
import { limits } from '../../../plan/limits.ts';
import { TextSpliceField } from '../../../ui/TextSpliceField/TextSpliceField.tsx';

/** What the individual answered about the plan, and own words if they want them kept (field.md 24). */
export function PlanAnswers(): JSX.Element {
  const { t, name, workspace } = useLeader();
  const own = workspace.typing({ item: 'plan', field: 'ownWords' });
  return (
    <>
      <AnswerField question="saysYes" label={t('meeting:summary.saysYes', { name })} />
      <AnswerField question="unclear" label={t('meeting:summary.unclear')} />
      <AnswerField question="soundsGood" label={t('meeting:summary.sounds')} />
      <TextSpliceField
        label={t('meeting:summary.ownWords', { name })}
        value={own.value}
        onSplice={own.splice}
        maxLength={limits.longText}
        onBlur={() => void workspace.flush()}
      />
    </>
  );
}
