/** The bar while something stands in the place of the meeting: back to it, and where one ends it the last step. */
import type { JSX } from 'preact';
import { Button } from '../../../ui/Button/Button.tsx';
import { useLeader } from '../Leader.ts';
import './MeetingBar.css';

export interface EndBarProps {
  readonly onEnd: () => void;
  readonly onClose: () => void;
  /** The meeting has halted: the choices above lead on, and the bar is only its place. */
  readonly halted: boolean;
}

export function EndBar({ onEnd, onClose, halted }: EndBarProps): JSX.Element {
  const { t, sheet, meeting, send } = useLeader();
  const ending = sheet === 'end' && !halted;
  return (
    <nav class="leader__bar meeting-bar meeting-bar--ending" aria-label={t('meeting:bar.label')}>
      <div class="meeting-bar__steps">
        {!halted && (
          <Button kind="quiet" iconStart="back" onClick={onClose}>
            {t('meeting:bar.toMeeting')}
          </Button>
        )}
        {ending && !meeting.onPaper && (
          <Button
            kind="quiet"
            onClick={() => {
              onClose();
              void send({ type: 'meeting.cutShort' });
            }}
          >
            {t('meeting:end.cutShort')}
          </Button>
        )}
        {ending && (
          <div class="meeting-bar__end">
            <Button kind="filled" size="large" onClick={onEnd}>
              {t('meeting:end.confirm')}
            </Button>
          </div>
        )}
      </div>
    </nav>
  );
}
