import type { JSX } from 'preact';
import { consentSummary } from '../../../consent/mayShare.ts';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { canonicalPlan } from '../../../plan/canonicalPlan.ts';
import { compareVersions } from '../../../plan/compareVersions.ts';
import { foldShownAtEnd } from '../../../plan/shownAtEnd.ts';
import { soundVersions } from '../../../plan/versions.ts';
import { ChangeList } from './ChangeList.tsx';

export interface CompareViewProps {
  /** The id of a version, or `meeting` for what stood when the meeting ended. */
  readonly before: string;
}

/** What the draft says now beside what stood then. */
export function CompareView({ before }: CompareViewProps): JSX.Element {
  const t = useT();
  const { state } = useWorkspace();
  const version = soundVersions(state.versions).find(({ id }) => id === before);
  const then = before === 'meeting' ? foldShownAtEnd(state.log)?.content : version?.content;
  const now = canonicalPlan(state.plan, consentSummary(state.consent));
  const changes = then === undefined ? [] : compareVersions(then, now);
  return (
    <article class="plan-compare">
      <h2 class="plan-compare__title">
        {before === 'meeting'
          ? t('plan:view.sinceMeeting')
          : t('plan:view.sinceVersion', { number: version?.n ?? 0 })}
      </h2>
      <p>
        {changes.length === 0
          ? t('plan:view.same')
          : t('plan:view.differs', { count: changes.length })}
      </p>
      <ChangeList changes={changes} />
      <p class="soft">{t('plan:view.neverChanges')}</p>
    </article>
  );
}
