/** `/sip/:id/historik`: everything that happened with the case, day by day, and what could not be read. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { caseExported } from '../../../cases/caseFacts.ts';
import { swedishText } from '../../../i18n/i18n.ts';
import { dateOfInstant } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { individualName } from '../../../meeting/views/planWords.ts';
import { SaveWords } from '../../../meeting/views/SaveWords.tsx';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import type { ClockDep, Instant, LocalDate } from '../../../shared/deps.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import type { VaultLogLine } from '../../session/vaultLog.ts';
import { ExportHistory } from './ExportHistory.tsx';
import { type HistoryLine, historyLines, vaultLines } from './historyLines.ts';
import { historyFileName, historyText } from './historyText.ts';
import { SetAside } from './SetAside.tsx';
import './history.css';

export interface HistoryViewProps {
  readonly clock: ClockDep['clock'];
  /** Who looks, for what is taken out. */
  readonly by: string;
  readonly organisation: string;
  /** What was done with everything on the device at once. */
  readonly vaultLog: readonly VaultLogLine[];
}

const groups = ['all', 'versions', 'consents', 'copies', 'meetings', 'opened', 'setAside'] as const;

type Group = (typeof groups)[number];

export function HistoryView({ clock, by, organisation, vaultLog }: HistoryViewProps): JSX.Element {
  const t = useT();
  const { state, record } = useWorkspace();
  const [group, setGroup] = useState<Group>('all');
  const [exporting, setExporting] = useState<Instant | null>(null);
  const name = individualName(state.plan) || t('home:list.nameless');
  const lines = [...historyLines(state, t), ...vaultLines(vaultLog, state, t)];
  const shown = lines.filter((line) => group === 'all' || line.group === group);
  const days = byDay(shown);
  const today = dateOfInstant(clock.now());

  return (
    <PageFrame
      title={t('history:title')}
      top={
        <TopBar back={{ label: name, href: `/sip/${state.caseId}` }} status={<SaveWords />}>
          <Button kind="quiet" onClick={() => setExporting(clock.now())}>
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
                  class="underlined-way history__group"
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
                ? t('history:today', { date: `${t.formats.weekdayDate(date)} ${date.slice(0, 4)}` })
                : t('history:day', { date: `${t.formats.weekdayDate(date)} ${date.slice(0, 4)}` })}
            </h2>
            <RuledList label={t.formats.date(date)}>
              {ofDay.map((line) => (
                <RuledRow
                  key={line.id}
                  before={<time class="history__time">{t.formats.time(line.at)}</time>}
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
      {exporting !== null && (
        <ExportHistory
          text={historyText(state, swedishText, { at: exporting, by, organisation, vaultLog })}
          fileName={historyFileName(exporting)}
          onTakenOut={() => void record((ctx) => caseExported(ctx, 'log'))}
          onClose={() => setExporting(null)}
        />
      )}
    </PageFrame>
  );
}

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
