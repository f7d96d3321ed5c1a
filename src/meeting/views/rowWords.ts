import type { Translate } from '../../i18n/keys.ts';
import type { DoingRow } from './planRows.ts';
import { isUndecided, settled, timingWords } from './planWords.ts';

/** When a row is done; for one that waits for somebody's answer, when the answer comes. */
export const whenWords = (row: DoingRow, t: Translate): string => {
  const decision = row.kind === 'intervention' ? settled(row.decision) : null;
  if (decision !== null && isUndecided(decision) && 'date' in decision) {
    return decision.date === null
      ? t('meeting:decision.low.open')
      : t(`meeting:decision.low.${decision.kind}`, { date: t.formats.dayMonth(decision.date) });
  }
  return timingWords(settled(row.timing), t);
};

/** "Gå igenom mediciner, före 1 juni" */
export const rowWords = (row: DoingRow, t: Translate): string =>
  [row.text.trim(), whenWords(row, t)].filter((word) => word !== '').join(', ');
