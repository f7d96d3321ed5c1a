/** **Skriva**: the working area of the part (looks.md 1.4, *Content of each part*). */
import type { JSX } from 'preact';
import { useLeader } from '../Leader.ts';
import { ConsentCard } from '../lead/ConsentCard.tsx';
import { consentQuestion } from '../lead/consentQuestion.ts';
import { Closing } from './Closing.tsx';
import { Needs } from './Needs.tsx';
import { OtherRows } from './OtherRows.tsx';
import { Situation } from './Situation.tsx';
import { Summary } from './Summary.tsx';
import { WhoIsHere } from './WhoIsHere.tsx';
import './WriteFace.css';

export function WriteFace(): JSX.Element {
  const { meeting, workspace } = useLeader();
  const asked = consentQuestion(workspace.state.consent, meeting.part);
  return (
    <div class="write-face leader__scroll" key={meeting.part}>
      {asked !== null && <ConsentCard what={asked.what} small={asked.small} />}
      {areaOf(meeting.part)}
      <OtherRows />
    </div>
  );
}

const areaOf = (part: ReturnType<typeof useLeader>['meeting']['part']): JSX.Element => {
  switch (part) {
    case 'inledning':
      return <WhoIsHere />;
    case 'aktuellSituation':
      return <Situation />;
    case 'behov':
      return <Needs />;
    case 'sammanfattning':
      return <Summary />;
    case 'avslutning':
      return <Closing />;
  }
};
