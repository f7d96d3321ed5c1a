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
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import type { VaultSession } from '../../../vault/vaultSession.ts';

export interface LateRecordsProps {
  readonly vault: VaultSession;
  readonly opened: OpenCase;
}

type Done = 'taken' | 'takenWords' | 'left' | 'failed';

export function LateRecords({ vault, opened }: LateRecordsProps): JSX.Element | null {
  const t = useT();
  const [late, setLate] = useState<readonly LateRecord[]>([]);
  const [done, setDone] = useState<Done | null>(null);
  const [leaving, setLeaving] = useState<LateRecord | null>(null);
  const { caseId } = opened;
  const look = useCallback(async (): Promise<void> => {
    const read = await readLate(vault, caseId);
    if (read.ok) setLate(read.value);
  }, [vault, caseId]);
  useEffect(() => void look(), [look]);

  const act = async (record: LateRecord, what: 'taken' | 'left'): Promise<void> => {
    const answer =
      what === 'taken'
        ? await takeInLate(vault, opened, record)
        : await letBeLate(vault, caseId, record.id);
    const isNote = what === 'taken' && record.kind === 'words';
    setDone(!answer.ok ? 'failed' : isNote ? 'takenWords' : what);
    setLeaving(null);
    await look();
  };

  if (late.length === 0)
    return done === null ? null : <p role="status">{t(`sync:late.${done}`)}</p>;
  return (
    <>
      <Notice kind="attention" title={t('sync:late.title')}>
        {t('sync:late.line')}
      </Notice>
      <RuledList label={t('sync:late.title')}>
        {late.map((record) => {
          const when = t.formats.dateTime(record.at);
          const label =
            record.kind === 'words'
              ? t('sync:late.words', { when })
              : t('sync:late.fact', { when, who: record.fact.by.name });
          return (
            <RuledRow
              key={record.id}
              second={record.kind === 'words' ? record.words.join(' · ') : undefined}
              actions={
                <>
                  <Button
                    aria-label={`${t('sync:late.take')}: ${label}`}
                    onClick={() => void act(record, 'taken')}
                  >
                    {t('sync:late.take')}
                  </Button>
                  <Button
                    kind="quiet"
                    aria-label={`${t('sync:late.leave')}: ${label}`}
                    onClick={() => setLeaving(record)}
                  >
                    {t('sync:late.leave')}
                  </Button>
                </>
              }
            >
              {label}
            </RuledRow>
          );
        })}
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
