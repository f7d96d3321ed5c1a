/** What makes the meeting easier to take part in: adaptations, interpreter, language. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { CheckRow } from '../../../ui/CheckRow/CheckRow.tsx';
import { BoundText } from '../case/BoundText.tsx';
import { useWritePlan } from '../case/useWritePlan.ts';
import { LanguageField } from './LanguageField.tsx';

export function SupportSection(): JSX.Element {
  const t = useT();
  const id = useId();
  const { plan } = useWorkspace().state;
  const write = useWritePlan();
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t('prepare:prepare.sectionSupport')}</h2>
      <BoundText
        text={{ item: 'plan', field: 'adaptations' }}
        label={t('prepare:prepare.adaptations')}
        hint={t('prepare:prepare.adaptationsHint')}
        multiline
      />
      <LanguageField />
      <CheckRow
        label={t('prepare:prepare.interpreterNeeded')}
        hint={t('prepare:prepare.interpreterHint')}
        checked={plan.interpreter.value === true}
        onChange={(value) => write('interpreter', value)}
      />
    </section>
  );
}
