/** The questions of the kallelse: one at a time, they lead the part Behov. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { addQuestion } from '../../../plan/commands/addRows.ts';
import { putAway } from '../../../plan/commands/moveRows.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import { BoundText } from '../case/BoundText.tsx';

export function QuestionsSection(): JSX.Element {
  const t = useT();
  const id = useId();
  const { state, edit } = useWorkspace();
  const [draft, setDraft] = useState('');

  const add = async (): Promise<void> => {
    const text = draft.trim();
    if (text === '') return;
    const added = await edit((doc, ctx) => addQuestion(doc, ctx, { text }));
    if (added.ok) setDraft('');
  };

  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t('prepare:prepare.questions')}</h2>
      <p class="soft">{t('prepare:prepare.questionsHint')}</p>
      {state.plan.questions.length === 0 ? (
        <p>{t('prepare:prepare.noQuestions')}</p>
      ) : (
        <RuledList label={t('prepare:prepare.questions')}>
          {state.plan.questions.map((question, index) => (
            <RuledRow
              key={question.id}
              actions={
                <Button
                  kind="quiet"
                  aria-label={`${t('prepare:prepare.putAway')}: ${question.text}`}
                  onClick={() => void edit((doc, ctx) => putAway(doc, ctx, { id: question.id }))}
                >
                  {t('prepare:prepare.putAway')}
                </Button>
              }
            >
              <BoundText
                text={{ item: question.id, field: 'text' }}
                label={t('prepare:prepare.questionN', { number: index + 1 })}
                hideLabel
              />
            </RuledRow>
          ))}
        </RuledList>
      )}
      <Field
        label={t('prepare:prepare.question')}
        value={draft}
        onInput={setDraft}
        onEnter={() => void add()}
        maxLength={400}
      />
      <Button onClick={() => void add()}>{t('prepare:prepare.addQuestion')}</Button>
    </section>
  );
}
