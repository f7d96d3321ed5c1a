/** `/sip/:id/hur-var-motet` */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { dateOfInstant } from '../i18n/localDate.ts';
import { useWorkspace } from '../meeting/views/WorkspaceContext.ts';
import { lazyView } from '../ui/lazyView.tsx';
import { useSession, useSessionState } from './SessionContext.ts';
import { type OfficialSurvey, readOfficialSurvey } from './session/officialSurvey.ts';
import { addAnswers } from './session/surveySums.ts';

const HowWasItView = lazyView(() =>
  import('./views/survey/openHowWasIt.ts').then((m) => m.openHowWasIt()),
);

export function SurveyRoute({ onBack }: { readonly onBack: () => void }): JSX.Element {
  const { deps } = useSession();
  const { vault } = useSessionState();
  const { practice } = useWorkspace();
  const [official, setOfficial] = useState<OfficialSurvey | null>(null);
  useEffect(() => {
    if (vault !== null) void readOfficialSurvey(vault).then(setOfficial);
  }, [vault]);
  return (
    <HowWasItView
      official={official}
      onBack={onBack}
      // What is answered in practice is about no meeting.
      {...(vault !== null &&
        !practice && {
          onAnswers: async (who, answers) =>
            (await addAnswers(vault, who, answers, dateOfInstant(deps.clock.now()))).ok,
        })}
    />
  );
}
