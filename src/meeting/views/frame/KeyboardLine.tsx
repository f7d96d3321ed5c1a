/** The one line above the field when the keyboard is up: part, time, saved, **Dölj planen**, **Klar** (field.md 15). */
import type { JSX } from 'preact';
import { Button } from '../../../ui/Button/Button.tsx';
import { Shape } from '../../../ui/Shape/Shape.tsx';
import { partTimeLeft, timeWords } from '../../clock.ts';
import { useLeader } from '../Leader.ts';
import { SaveWords } from '../SaveWords.tsx';
import { badgeNumber } from './badgeNumber.ts';
import { HideButton } from './MeetingButtons.tsx';
import './KeyboardLine.css';

export interface KeyboardLineProps {
  readonly onDone: () => void;
}

export function KeyboardLine({ onDone }: KeyboardLineProps): JSX.Element {
  const { t, meeting, now, lineField } = useLeader();
  const left = timeWords(partTimeLeft(meeting, now));
  const time =
    left.kind === 'soon'
      ? t('meeting:time.soonShort')
      : t('meeting:time.leftShort', { minutes: left.minutes });
  return (
    <header class="leader__top keyboard-line">
      <Shape part={badgeNumber(meeting.part)} size={36} />
      <h2 class="keyboard-line__part">{t(`meeting:part.${meeting.part}`)}</h2>
      {!meeting.onPaper && <span class="keyboard-line__time">{time}</span>}
      <SaveWords />
      <span class="keyboard-line__space" />
      <HideButton />
      <Button
        kind="filled"
        onClick={() => {
          onDone();
          lineField.current?.blur();
        }}
      >
        {t('meeting:line.done')}
      </Button>
    </header>
  );
}
