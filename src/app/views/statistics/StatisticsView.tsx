/** `/statistik`: counts without persons. So far what people have said in **Hur var mötet?** (field.md 24). */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { currentLocale } from '../../../i18n/i18n.ts';
import { dateOfInstant } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { faces, statements } from '../../../shared/surveyAnswers.ts';
import { DataTable } from '../../../ui/DataTable/DataTable.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import { useSession, useSessionState } from '../../SessionContext.ts';
import { fewestShown, readSurvey, type ShownSums, shownSums } from '../../session/surveySums.ts';

export function StatisticsView(): JSX.Element {
  const t = useT();
  const { deps } = useSession();
  const { vault } = useSessionState();
  const [shown, setShown] = useState<readonly ShownSums[] | null>(null);
  useEffect(() => {
    if (vault === null) return;
    void readSurvey(vault).then((all) => setShown(shownSums(all, dateOfInstant(deps.clock.now()))));
  }, [vault, deps]);
  return (
    <PageFrame
      title={t('after:statistics.title')}
      lead={t('after:statistics.lead')}
      top={<TopBar back={{ label: t('after:statistics.back'), href: '/' }} />}
    >
      <section class="section">
        <h2>{t('after:ask.title')}</h2>
        <p class="soft">{t('after:statistics.when', { count: fewestShown })}</p>
        {shown?.length === 0 && <p>{t('after:statistics.none')}</p>}
        {shown?.map((each) => (
          <Answers key={each.who} shown={each} />
        ))}
        <p class="soft">{t('after:statistics.ours')}</p>
      </section>
    </PageFrame>
  );
}

function Answers({ shown }: { readonly shown: ShownSums }): JSX.Element | null {
  const t = useT();
  const texts = useTexts('howWasIt', currentLocale());
  if (texts === null) return null;
  const columns = [
    { key: 'statement', label: t('after:statistics.statement'), rowHeader: true },
    ...faces.map((face) => ({ key: `f${face}`, label: texts.t(`howWasIt:face.${face}`) })),
  ];
  return (
    <>
      <h3>
        {t(`after:statistics.who.${shown.who}`)} ·{' '}
        {t('after:statistics.answered', { count: shown.answered })}
      </h3>
      <DataTable
        caption={t(`after:statistics.who.${shown.who}`)}
        hideCaption
        columns={columns}
        rows={statements.map((statement) => ({
          id: statement,
          cells: {
            statement: texts.t(`howWasIt:${shown.who}.${statement}`),
            ...Object.fromEntries(
              faces.map((face) => [
                `f${face}`,
                <span key={face} class="picture-line">
                  <Picture name={`face-${face}`} size={24} />
                  {shown.sums[statement][face - 1] ?? 0}
                </span>,
              ]),
            ),
          },
        }))}
      />
    </>
  );
}
