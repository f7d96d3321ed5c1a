/** What could not be read in a case, and what is missing: what it means and what to do. */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import type { MissingRecords } from '../../../meeting/workspace.ts';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';

export function SetAside(): JSX.Element {
  const t = useT();
  const { setAsideRecords, missingRecords, copied, plan } = useWorkspace().state;
  const isWhole = setAsideRecords.length + missingRecords.length + plan.setAside === 0;
  return (
    <section class="history__day">
      <h2 class="history__date">{t('history:groups.setAside')}</h2>
      {copied && <p>{t('history:setAside.copied')}</p>}
      {isWhole ? (
        <p class="soft">{t('history:setAside.none')}</p>
      ) : (
        <>
          {setAsideRecords.length > 0 && (
            <p>{t('history:setAside.kept', { count: setAsideRecords.length })}</p>
          )}
          {plan.setAside > 0 && <p>{t('history:setAside.rows', { count: plan.setAside })}</p>}
          {missingRecords.length > 0 && (
            <p>{t('history:setAside.missing', { count: countMissing(missingRecords) })}</p>
          )}
          <p>
            <strong>{t('history:setAside.what')}</strong>
          </p>
          <RuledList label={t('history:groups.setAside')}>
            {setAsideRecords.map((record) => (
              <RuledRow key={record.id} second={record.id.slice(0, 12)}>
                {record.seq === null
                  ? t('history:setAside.unknown')
                  : t('history:setAside.record', { number: record.seq })}
              </RuledRow>
            ))}
            {missingRecords.map(({ device, from, to }) => (
              <RuledRow key={`${device} ${from}`}>
                {from === to
                  ? t('history:setAside.gapOne', { number: from })
                  : t('history:setAside.gap', { from, to })}
              </RuledRow>
            ))}
          </RuledList>
        </>
      )}
    </section>
  );
}

const countMissing = (missing: readonly MissingRecords[]): number =>
  missing.reduce((sum, { from, to }) => sum + to - from + 1, 0);
