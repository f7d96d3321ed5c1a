/** Badge and heading of the part, told when it changes, and the two faces one tap apart (field.md 6). */
import type { JSX } from 'preact';
import { Shape } from '../../../ui/Shape/Shape.tsx';
import { Tabs2 } from '../../../ui/Tabs2/Tabs2.tsx';
import { useLeader } from '../Leader.ts';
import { badgeNumber } from './badgeNumber.ts';
import { TimeLines } from './TimeLines.tsx';
import './PartHead.css';

export interface PartHeadProps {
  /** Time beside the heading, where the circle is not above it. */
  readonly withTime: boolean;
  /** Id of the working area that the faces share. */
  readonly controls: string;
}

export function PartHead({ withTime, controls }: PartHeadProps): JSX.Element {
  const { t, meeting, face, setFace, sheet } = useLeader();
  const paused = meeting.phase === 'paused' || meeting.phase === 'halted';
  return (
    <div class="leader__head part-head">
      <h2 class="part-head__heading" id={`${controls}-head`} aria-live="polite">
        <Shape part={badgeNumber(meeting.part)} size={48} />
        <span>
          {sheet === 'end' ? t('meeting:end.heading') : t(`meeting:part.${meeting.part}`)}
        </span>
      </h2>
      {withTime && <TimeLines short />}
      {!paused && sheet !== 'end' && sheet !== 'review' && sheet !== 'hard' && (
        <Tabs2
          label={t('meeting:faces.label')}
          tabs={[
            { value: 'leda', label: t('meeting:faces.leda') },
            { value: 'skriva', label: t('meeting:faces.skriva') },
          ]}
          value={face}
          onChange={setFace}
          controls={controls}
        />
      )}
    </div>
  );
}
