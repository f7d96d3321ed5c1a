/** `/sip/:id/historik`: everything that happened with the case, day by day, and what could not be read. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { caseExported } from '../../../cases/caseFacts.ts';
import { formatDate, formatTime, formatWeekdayDate } from '../../../i18n/formats.ts';
import { dateOfInstant } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { individualName } from '../../../meeting/views/planWords.ts';
import { SaveWords } from '../../../meeting/views/SaveWords.tsx';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import type { MissingRecords } from '../../../meeting/workspace.ts';
import type { ClockDep, LocalDate } from '../../../shared/deps.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import { CopyText } from '../plan/CopyText.tsx';
import { type HistoryLine, historyLines } from './historyLines.ts';
import './history.css';

export interface HistoryViewProps {
  readonly clock: ClockDep['clock'];
}

const groups = ['all', 'versions', 'consents', 'copies', 'meetings', 'opened', 'setAside'] as const;

type Group = (typeof groups)[number];

export function HistoryView({ clock }: HistoryViewProps): JSX.Element {
  const t = useT();
  const { state, record } = useWorkspace();
  const [group, setGroup] = useState<Group>('all');
  const [exporting, setExporting] = useState(false);
  const [logged, setLogged] = useState(false);
  const name = individualName(state.plan) || t('home:list.nameless');
  const lines = historyLines(state, t);
  const shown = lines.filter((line) => group === 'all' || line.group === group);
  const days = byDay(shown);
  const today = dateOfInstant(clock.now());

  const log = async () => {
    if (logged) return;
    setLogged(true);
    await record((ctx) => caseExported(ctx, 'log'));
  };

  return (
    <PageFrame
      title={t('history:title')}
      top={
        <TopBar back={{ label: name, href: `/sip/${state.caseId}` }} status={<SaveWords />}>
          <Button kind="quiet" onClick={() => setExporting(true)}>
            {t('history:export')}
          </Button>
        </TopBar>
      }
      left={
        <nav aria-label={t('history:groups.label')}>
          <ul class="history__groups">
            {groups.map((each) => (
              <li key={each}>
                <button
                  type="button"
                  class="history__group"
                  aria-current={each === group ? 'true' : undefined}
                  onClick={() => setGroup(each)}
                >
                  {t(`history:groups.${each}`)}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      }
    >
      {group !== 'setAside' &&
        days.map(({ date, lines: ofDay }) => (
          <section key={date} class="history__day">
            <h2 class="history__date">
              {date === today
                ? t('history:today', { date: `${formatWeekdayDate(date)} ${date.slice(0, 4)}` })
                : t('history:day', { date: `${formatWeekdayDate(date)} ${date.slice(0, 4)}` })}
            </h2>
            <RuledList label={formatDate(date)}>
              {ofDay.map((line) => (
                <RuledRow
                  key={line.id}
                  before={<time class="history__time">{formatTime(line.at)}</time>}
                  actions={
                    line.versionId === null ? undefined : (
                      <Button
                        kind="quiet"
                        href={`/sip/${state.caseId}/plan?version=${line.versionId}`}
                        aria-label={t('history:showVersion', { what: line.what })}
                      >
                        {t('common:action.show')}
                      </Button>
                    )
                  }
                >
                  <span class="history__what">{line.what}</span>{' '}
                  <span class="history__more">{line.more}</span>
                </RuledRow>
              ))}
            </RuledList>
          </section>
        ))}
      {group !== 'setAside' && days.length === 0 && <p>{t('history:nothing')}</p>}
      {(group === 'all' || group === 'setAside') && <SetAside />}
      <Dialog
        open={exporting}
        title={t('history:export')}
        onClose={() => setExporting(false)}
        class="plan-dialog"
        actions={<Button onClick={() => setExporting(false)}>{t('common:action.close')}</Button>}
      >
        <CopyText text={asText(lines)} label={t('history:asText')} onCopied={() => void log()} />
      </Dialog>
    </PageFrame>
  );
}

function SetAside(): JSX.Element {
  const t = useT();
  const { setAsideRecords, missingRecords, plan } = useWorkspace().state;
  const isWhole = setAsideRecords.length + missingRecords.length + plan.setAside === 0;
  return (
    <section class="history__day">
      <h2 class="history__date">{t('history:groups.setAside')}</h2>
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

/** Newest day first, and the newest first in each. */
const byDay = (
  lines: readonly HistoryLine[],
): readonly { readonly date: LocalDate; readonly lines: readonly HistoryLine[] }[] => {
  const days = new Map<LocalDate, HistoryLine[]>();
  for (const line of [...lines].sort((a, b) => b.at - a.at)) {
    const date = dateOfInstant(line.at);
    days.set(date, [...(days.get(date) ?? []), line]);
  }
  return [...days].map(([date, ofDay]) => ({ date, lines: ofDay }));
};

const asText = (lines: readonly HistoryLine[]): string =>
  [...lines]
    .sort((a, b) => a.at - b.at)
    .map(({ at, what, more }) => `${formatDate(at)} ${formatTime(at)}  ${what} ${more}`.trim())
    .join('\n');
