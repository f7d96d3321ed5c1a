/** In **Efter mötet**: to hand over the tablet for **Hur var mötet?**, or print it. The leader never asks it aloud. */
import type { JSX } from 'preact';
import { useContext, useEffect, useId, useState } from 'preact/hooks';
import { PrintRoot } from '../../../handover/PrintRoot.tsx';
import { useT } from '../../../i18n/useT.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { languageOfPlan } from '../../../individual/languageOfPlan.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { type Answerer, answerers } from '../../../shared/surveyAnswers.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import { SessionContext } from '../../SessionContext.ts';
import { type OfficialSurvey, readOfficialSurvey } from '../../session/officialSurvey.ts';
import { AnswersFromPhone } from './AnswersFromPhone.tsx';
import { SurveyAddress } from './SurveyAddress.tsx';
import { SurveyPaper } from './SurveyPaper.tsx';

export function AskHowItWas({ name }: { readonly name: string }): JSX.Element {
  const t = useT();
  const id = useId();
  const { state } = useWorkspace();
  const [paper, setPaper] = useState<Answerer | null>(null);
  const session = useContext(SessionContext);
  const [official, setOfficial] = useState<OfficialSurvey | null>(null);
  useEffect(() => {
    const vault = session?.get().vault ?? null;
    if (vault !== null) void readOfficialSurvey(vault).then(setOfficial);
  }, [session]);
  const texts = useTexts('howWasIt', languageOfPlan(state.plan) ?? 'sv');
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t('after:ask.title')}</h2>
      <p class="soft">{t('after:ask.line', { name })}</p>
      <AnswersFromPhone name={name} />
      <div class="button-row">
        {/* Also has the drawings fetched before a paper with faces is printed. */}
        <Button
          href={`/sip/${state.caseId}/hur-var-motet`}
          before={<Picture name="face-4" size={40} />}
        >
          {t('after:ask.here')}
        </Button>
        {answerers.map((who) => (
          <Button
            key={who}
            kind="quiet"
            aria-pressed={paper === who}
            disabled={texts === null}
            onClick={() => {
              setPaper(who);
              // Drawn first, then printed.
              requestAnimationFrame(() => window.print());
            }}
          >
            {t(`after:ask.paper.${who}`)}
          </Button>
        ))}
      </div>
      <Button kind="quiet" iconEnd="forward" href="/statistik">
        {t('after:ask.see')}
      </Button>
      {official !== null && (
        <>
          <p class="soft">{t('after:ask.official', { owner: official.owner })}</p>
          <SurveyAddress label={t('after:ask.openOfficial')} address={official.address} />
        </>
      )}
      {paper !== null && texts !== null && (
        <PrintRoot>
          <SurveyPaper texts={texts} who={paper} />
        </PrintRoot>
      )}
    </section>
  );
}
