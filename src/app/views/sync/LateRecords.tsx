/**
 * What was written here before it was known that the case had been written anew elsewhere. It is never merged by itself: a
 * person takes it in or lets it be.
 */
import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { OpenCase } from '../../../cases/openCase.ts';
import {
  type LateRecord,
  letBeLate,
  readLate,
  takeInLate,
} from '../../../cases/sync/lateRecords.ts';
import type { Translate } from '../../../i18n/keys.ts';
import { isLocalDate } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import type { CaseState } from '../../../meeting/workspace.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import type { VaultSession } from '../../../vault/vaultSession.ts';
import { factWords } from '../history/historyLines.ts';

export interface LateRecordsProps {
  readonly vault: VaultSession;
  readonly opened: OpenCase;
}

/** What is chosen about at once. */
interface LateRow {
  readonly label: string;
  readonly second: string;
  readonly records: readonly LateRecord[];
}

/** A date that was typed is kept as `2026-12-01`. */
const said = (words: string, t: Translate): string =>
  isLocalDate(words) ? t.formats.date(words) : words;

/** A row for what was typed, and for each thing that happened, in the words of **Historik**; steps of a meeting are one. */
const toRows = (
  late: readonly LateRecord[],
  state: CaseState,
  t: Translate,
): readonly LateRow[] => {
  const rows: LateRow[] = [];
  const steps: LateRecord[] = [];
  for (const record of late) {
    const when = t.formats.dateTime(record.at);
    if (record.kind === 'words') {
      const label = t('sync:late.words', { when });
      rows.push({
        label,
        second: record.words.map((words) => said(words, t)).join(' · '),
        records: [record],
      });
      continue;
    }
    const label = factWords(record.fact, state, t);
    if (label === null) steps.push(record);
    else {
      const second = t('sync:late.fact', { when, who: record.fact.by.name });
      rows.push({ label, second, records: [record] });
    }
  }
  const [first] = steps;
  if (first === undefined) return rows;
  const label = t('sync:late.steps', { count: steps.length });
  const second = t('sync:late.words', { when: t.formats.dateTime(first.at) });
  return [...rows, { label, second, records: steps }];
};

type Done = 'taken' | 'takenWords' | 'left' | 'failed';

export function LateRecords({ vault, opened }: LateRecordsProps): JSX.Element | null {
  const t = useT();
  const [late, setLate] = useState<readonly LateRecord[]>([]);
  const [done, setDone] = useState<Done | null>(null);
  const [leaving, setLeaving] = useState<LateRow | null>(null);
  const { caseId } = opened;
  const look = useCallback(async (): Promise<void> => {
    const read = await readLate(vault, caseId);
    if (read.ok) setLate(read.value);
  }, [vault, caseId]);
  // Looked for anew when the case was opened anew: that is when something comes too late, also while the page stands here.
  useEffect(() => {
    void opened;
    void look();
  }, [look, opened]);

  const act = async ({ records }: LateRow, what: 'taken' | 'left'): Promise<void> => {
    let isOk = true;
    for (const record of records) {
      const answer =
        what === 'taken'
          ? await takeInLate(vault, opened, record)
          : await letBeLate(vault, caseId, record.id);
      isOk &&= answer.ok;
    }
    const isNote = what === 'taken' && records.some(({ kind }) => kind === 'words');
    setDone(!isOk ? 'failed' : isNote ? 'takenWords' : what);
    setLeaving(null);
    await look();
  };

  if (late.length === 0)
    return done === null ? null : <p role="status">{t(`sync:late.${done}`)}</p>;
  return (
    <>
      <Notice kind="attention" title={t('sync:late.title')}>
        <p>{t('sync:late.line')}</p>
        {late.some(({ kind }) => kind === 'words') && <p>{t('sync:late.choices')}</p>}
      </Notice>
      <RuledList label={t('sync:late.title')}>
        {toRows(late, opened.workspace().state, t).map((row) => (
          <RuledRow
            key={row.records.map(({ id }) => id).join(' ')}
            second={row.second}
            actions={
              <>
                <Button
                  aria-label={`${t('sync:late.take')}: ${row.label}`}
                  onClick={() => void act(row, 'taken')}
                >
                  {t('sync:late.take')}
                </Button>
                <Button
                  kind="quiet"
                  aria-label={`${t('sync:late.leave')}: ${row.label}`}
                  onClick={() => setLeaving(row)}
                >
                  {t('sync:late.leave')}
                </Button>
              </>
            }
          >
            {row.label}
          </RuledRow>
        ))}
      </RuledList>
      <p role="status">{done !== null && t(`sync:late.${done}`)}</p>
      <Dialog
        open={leaving !== null}
        title={t('sync:late.leaveQuestion')}
        onClose={() => setLeaving(null)}
        actions={
          <>
            <Button onClick={() => setLeaving(null)}>{t('sync:late.keep')}</Button>
            <Button onClick={() => leaving !== null && void act(leaving, 'left')}>
              {t('sync:late.remove')}
            </Button>
          </>
        }
      >
        <p>{t('sync:late.leaveText')}</p>
      </Dialog>
    </>
  );
}
