/** **Leda**: the question of the moment in large type, at most six points, what is agreed in one line (field.md 6). */
import type { JSX } from 'preact';
import { useLeader } from '../Leader.ts';
import { ConsentCard, LeadLines } from '../pieces.ts';
import { consentQuestion } from './consentQuestion.ts';
import { Points } from './Points.tsx';
import { Question } from './Question.tsx';
import './LeadFace.css';

export function LeadFace(): JSX.Element {
  const { meeting, workspace, plan } = useLeader();
  const asked = consentQuestion(workspace.state.consent, meeting.part);
  return (
    <div class="lead-face leader__scroll">
      {asked !== null && <ConsentCard what={asked.what} small={asked.small} />}
      {(asked === null || asked.small) && <Question />}
      {(meeting.part === 'sammanfattning' || meeting.part === 'avslutning') && <LeadLines />}
      <Points
        key={`${meeting.part} ${plan.questions.length}`}
        without={asked !== null && !asked.small ? ['consent'] : []}
      />
    </div>
  );
}
