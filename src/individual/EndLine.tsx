import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useT } from '../i18n/useT.ts';
import type { FollowUp } from '../meeting/meetingEvents.ts';
import { Button } from '../ui/Button/Button.tsx';
import type { RoomEnd } from './roomShape.ts';

export interface EndLineProps {
  readonly end: RoomEnd;
  readonly onEnd: (kind: FollowUp['kind']) => void;
  readonly onClose: () => void;
}

/**
 * **Avsluta mötet** while everyone watches: the four answers in words alone, and the answer ends the meeting. Whoever
 * holds the plan is named only where the room has been shown it; what the leader's own screen adds is not here.
 */
export function EndLine({ end, onEnd, onClose }: EndLineProps): JSX.Element {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const date = t.formats.dayMonth(end.before);
  const answers: readonly (readonly [FollowUp['kind'], string])[] = [
    ['bokad', t('meeting:end.bokad')],
    [
      'bokas',
      end.by === ''
        ? t('meeting:end.bokasNobody', { date })
        : t('meeting:end.bokas', { name: end.by, date }),
    ],
    ['avslutas', t('meeting:end.avslutas')],
    ['nyttMote', t('meeting:end.hannInte')],
  ];
  return (
    <section class="mirrored__write" aria-label={t('meeting:end.heading')}>
      <h2 class="mirrored__write-label" tabIndex={-1} ref={heading}>
        {t('meeting:end.question')}
      </h2>
      <div class="mirrored__answers">
        {answers.map(([kind, words]) => (
          <Button key={kind} onClick={() => onEnd(kind)}>
            {words}
          </Button>
        ))}
        <Button kind="quiet" onClick={onClose}>
          {t('meeting:bar.toMeeting')}
        </Button>
      </div>
    </section>
  );
}
