import type { JSX } from 'preact';
import { useLeader } from '../../../meeting/views/Leader.ts';
import { settled } from '../../../meeting/views/planWords.ts';
import { BothValues } from '../../../meeting/views/write/BothValues.tsx';
import { setAnswer } from '../../../plan/commands/wholePlan.ts';
import { limits } from '../../../plan/limits.ts';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { TextSpliceField } from '../../../ui/TextSpliceField/TextSpliceField.tsx';

/** What the individual answered about the plan, and own words if they want them kept (field.md 24). */
export function PlanAnswers(): JSX.Element {
  const { t, plan, name, edit, workspace } = useLeader();
  const own = workspace.typing({ item: 'plan', field: 'ownWords' });
  const { answers } = plan;
  const options = <V extends 'ja' | 'delvis' | 'nej' | 'tanka'>(values: readonly V[]) =>
    values.map((value) => ({ value, label: t(`meeting:summary.${value}`) }));
  const four = options(['ja', 'delvis', 'nej', 'tanka'] as const);
  return (
    <>
      <ChipGroup
        label={t('meeting:summary.saysYes', { name })}
        layout="beside"
        allowNone
        value={settled(answers.saysYes)}
        onChange={(answer) =>
          void edit((doc, ctx) => setAnswer(doc, ctx, { question: 'saysYes', answer }))
        }
        options={four}
      />
      <BothValues item="plan" field="answerSaysYes" />
      <ChipGroup
        label={t('meeting:summary.unclear')}
        layout="beside"
        allowNone
        value={settled(answers.unclear)}
        onChange={(answer) =>
          void edit((doc, ctx) => setAnswer(doc, ctx, { question: 'unclear', answer }))
        }
        options={options(['ja', 'nej'] as const)}
      />
      <BothValues item="plan" field="answerUnclear" />
      <ChipGroup
        label={t('meeting:summary.sounds')}
        layout="beside"
        allowNone
        value={settled(answers.soundsGood)}
        onChange={(answer) =>
          void edit((doc, ctx) => setAnswer(doc, ctx, { question: 'soundsGood', answer }))
        }
        options={four}
      />
      <BothValues item="plan" field="answerSoundsGood" />
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
