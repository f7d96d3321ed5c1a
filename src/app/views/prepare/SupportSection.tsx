/** What makes the meeting easier to take part in: adaptations, interpreter, language. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import { CheckRow } from '../../../ui/CheckRow/CheckRow.tsx';
import { BoundText } from '../case/BoundText.tsx';
import { RegisterField } from '../case/RegisterField.tsx';

export function SupportSection(): JSX.Element {
  const t = useT();
  const id = useId();
  const { state, edit } = useWorkspace();
  const { plan } = state;
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t('prepare:prepare.sectionSupport')}</h2>
      <BoundText
        text={{ item: 'plan', field: 'adaptations' }}
        label={t('prepare:prepare.adaptations')}
        hint={t('prepare:prepare.adaptationsHint')}
        multiline
      />
      <RegisterField
        label={t('prepare:prepare.language')}
        register={plan.language}
        onWrite={(value) =>
          void edit((doc, ctx) => setPlanField(doc, ctx, { field: 'language', value }))
        }
      />
      <CheckRow
        label={t('prepare:prepare.interpreterNeeded')}
        hint={t('prepare:prepare.interpreterHint')}
        checked={plan.interpreter.value === true}
        onChange={(value) =>
          void edit((doc, ctx) => setPlanField(doc, ctx, { field: 'interpreter', value }))
        }
      />
    </section>
  );
}
