import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import type { PlanChange } from '../../../plan/compareVersions.ts';
import { fieldName, fieldWords } from './changeWords.ts';

/** **Ändrat**, **Nytt**, **Borttaget** as words and an ink line; before and after beside each other. */
export function ChangeList({ changes }: { readonly changes: readonly PlanChange[] }): JSX.Element {
  const t = useT();
  const { plan } = useWorkspace().state;
  return (
    <ul class="plan-changes">
      {changes.map((change) => (
        <li key={`${change.change} ${change.item}`} class="plan-changes__one">
          <p class="plan-side__label">{t(`plan:view.change.${change.change}`)}</p>
          <p class="plan-changes__text">
            {change.kind === 'plan' ? t('plan:view.wholePlan') : change.text}
          </p>
          {change.fields.length > 0 && (
            <table class="plan-changes__fields">
              <thead>
                <tr>
                  <th scope="col">{t('plan:view.field')}</th>
                  <th scope="col">{t('plan:view.before')}</th>
                  <th scope="col">{t('plan:view.now')}</th>
                </tr>
              </thead>
              <tbody>
                {change.fields.map(({ field, before, after }) => (
                  <tr key={field}>
                    <th scope="row">{fieldName(field, t)}</th>
                    <td>{fieldWords(field, before, plan, t)}</td>
                    <td>{fieldWords(field, after, plan, t)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </li>
      ))}
    </ul>
  );
}
