/** Rows of the plan, ruled: the words (a press takes the row up again), who, when, and whether all see it. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useLeader } from '../Leader.ts';
import { isDoing, type PlanRow } from '../planRows.ts';
import { doerLabel, settled } from '../planWords.ts';
import { whenWords } from '../rowWords.ts';
import { ShowButton } from './ShowButton.tsx';
import './RowList.css';

export interface RowListProps {
  readonly rows: readonly PlanRow[];
  readonly label: string;
  /** Who stands first instead of what, one for each row: Sammanfattning. */
  readonly whoAt?: readonly string[];
}

export function RowList({ rows, label, whoAt }: RowListProps): JSX.Element | null {
  const { t, plan, name, line, setLine, lineField } = useLeader();
  const id = useId();
  if (rows.length === 0) return null;
  const who = (row: PlanRow, index: number): string => {
    if (whoAt !== undefined) return whoAt[index] ?? '';
    if (row.kind === 'ownAction') return t('meeting:who.self', { name });
    if (row.kind !== 'intervention') return '';
    return (settled(row.doers) ?? []).map((doer) => doerLabel(plan, doer, t)).join(', ');
  };
  const takeUp = (row: PlanRow): void => {
    setLine({ id: row.id, kind: row.kind });
    lineField.current?.focus();
  };
  const doings = rows.some(isDoing);
  return (
    <ul
      class="plan-rows"
      aria-label={label}
      data-doings={doings || undefined}
      data-who-first={whoAt !== undefined || undefined}
    >
      {rows.map((row, index) => {
        const key = whoAt === undefined ? row.id : `${row.id} ${index}`;
        const wordsId = `${id}-${index}`;
        return (
          <li key={key} class="plan-row" data-present={line.id === row.id || undefined}>
            {doings && <span class="plan-row__who">{who(row, index)}</span>}
            <button type="button" class="plan-row__words" id={wordsId} onClick={() => takeUp(row)}>
              {row.text.trim() === '' ? t('meeting:row.empty') : row.text}
            </button>
            {doings && <span class="plan-row__when">{isDoing(row) ? whenWords(row, t) : ''}</span>}
            <span class="plan-row__show">
              <ShowButton row={row} describedBy={wordsId} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
