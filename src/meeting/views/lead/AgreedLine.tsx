/** What is agreed, in one line; what waits for an answer is counted apart (looks.md 4). */
import type { JSX } from 'preact';
import { doersOf, selectAgreed } from '../../../plan/agreed.ts';
import { useLeader } from '../Leader.ts';
import type { DoingRow } from '../planRows.ts';
import { doerName } from '../planWords.ts';

export interface AgreedLineProps {
  /** Words before the line: "Överens om (2)", or "Förut:" while one writes. */
  readonly before: 'agreed' | 'before';
}

export function AgreedLine({ before }: AgreedLineProps): JSX.Element | null {
  const { t, plan, name } = useLeader();
  const { agreed, undecided, untaken } = selectAgreed(plan);
  const counted = [
    undecided.length > 0 && t('meeting:agreed.waits', { count: undecided.length }),
    untaken.length > 0 &&
      t('meeting:agreed.untaken', {
        count: untaken.length,
        what: untaken.map(({ text }) => text.trim()).join(' · '),
      }),
  ].filter((words) => words !== false);
  if (agreed.length + counted.length === 0) return null;
  const who = (row: DoingRow): string =>
    row.kind === 'ownAction'
      ? name
      : doersOf(row)
          .map((doer) => doerName(plan, doer))
          .join(', ');
  const words = agreed.map((row) => {
    const by = who(row);
    return by === '' ? row.text.trim() : `${row.text.trim()} – ${by}`;
  });
  return (
    <p class="agreed-line">
      {(before === 'before' || agreed.length > 0) && (
        <strong>
          {before === 'before'
            ? t('meeting:agreed.before')
            : t('meeting:agreed.line', { count: agreed.length })}{' '}
        </strong>
      )}
      {[...words, ...counted].join(' · ')}
    </p>
  );
}
