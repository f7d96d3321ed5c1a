/** Where in the circle we are and how long is left, in the same place in every part (looks.md 1.4). */
import type { JSX } from 'preact';
import { Circle } from '../../../ui/Circle/Circle.tsx';
import { Shape } from '../../../ui/Shape/Shape.tsx';
import { TimeDisc } from '../../../ui/TimeDisc/TimeDisc.tsx';
import { discFraction } from '../../clock.ts';
import { parts } from '../../parts.ts';
import { useLeader } from '../Leader.ts';
import { PausePicture } from '../pieces.ts';
import { badgeNumber } from './badgeNumber.ts';
import { TimeLines } from './TimeLines.tsx';
import './CirclePanel.css';

export interface CirclePanelProps {
  /** False where only the five shapes have room. */
  readonly whole: boolean;
  /** The heading stands beside it, with the time. */
  readonly beside: boolean;
}

export function CirclePanel({ whole, beside }: CirclePanelProps): JSX.Element {
  const { meeting, now, t } = useLeader();
  const number = badgeNumber(meeting.part);
  const paused = meeting.phase === 'paused' || meeting.phase === 'halted';
  const fraction = meeting.onPaper ? null : discFraction(meeting, now);
  const label = t(paused ? 'common:circle.paused' : 'common:circle.at', {
    number,
    part: t(`meeting:part.${meeting.part}`),
  });
  return (
    <aside class="leader__side circle-panel" aria-label={t('common:circle.name')}>
      {whole ? (
        <>
          <Circle
            part={number}
            shares={parts.map((part) => meeting.shares[part])}
            timeLeft={fraction}
            pale={paused}
            size={beside ? 232 : 264}
          >
            {paused ? <PausePicture part={number} /> : undefined}
          </Circle>
          {!beside && <TimeLines />}
        </>
      ) : (
        <div class="circle-panel__steps" role="img" aria-label={label}>
          {parts.map((part) => (
            <Shape
              key={part}
              part={badgeNumber(part)}
              size={part === meeting.part ? 44 : 32}
              tone={part === meeting.part ? 'strong' : 'soft'}
            />
          ))}
          {fraction !== null && <TimeDisc left={fraction} class="circle-panel__disc" />}
        </div>
      )}
    </aside>
  );
}
