import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { RestoreReport } from '../../../cases/backup/restoreBackup.ts';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { MissingLines } from './MissingLines.tsx';

const outcomes = ['new', 'joined', 'same', 'other'] as const;

/** What came, and what is missing, in plain words. */
export function RestoreResult({
  report,
  onDone,
}: {
  readonly report: RestoreReport;
  readonly onDone: () => void;
}): JSX.Element {
  const t = useT();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { cases, missing } = report;
  const isNothing = outcomes.every((outcome) => cases[outcome] === 0);
  return (
    <div class="form">
      <h2 tabIndex={-1} ref={title}>
        {t('backup:restore.title')}
      </h2>
      {outcomes.map(
        (outcome) =>
          (cases[outcome] > 0 || (isNothing && outcome === 'new')) && (
            <p key={outcome}>{t(`backup:restore.${outcome}`, { count: cases[outcome] })}</p>
          ),
      )}
      <MissingLines cases={missing.cases} notes={missing.records} />
      {missing.records > 0 && <p>{t('backup:restore.gaps')}</p>}
      {report.aborted && <p>{t('backup:restore.aborted')}</p>}
      <p>{t('backup:restore.unlock')}</p>
      <Button kind="filled" onClick={onDone}>
        {t('backup:restore.on')}
      </Button>
    </div>
  );
}
