/** What is one tap away in a meeting, wherever the layout puts it (field.md 6). */
import type { JSX } from 'preact';
import { Button } from '../../../ui/Button/Button.tsx';
import { minute } from '../../clock.ts';
import { useLeader } from '../Leader.ts';

/** **Dölj planen**: circle and time stay, the text goes. */
export function HideButton(): JSX.Element | null {
  const { t, meeting, follows, send } = useLeader();
  if (follows) return null;
  return (
    <Button
      kind="quiet"
      onClick={() => void send({ type: meeting.hidden ? 'plan.unhidden' : 'plan.hidden' })}
    >
      {t(meeting.hidden ? 'meeting:top.unhide' : 'meeting:top.hide')}
    </Button>
  );
}

/** How long a pause is taken to be until somebody says. */
export const usualPause = 10;

/** Without a clock there is nothing to pause. */
export function PauseButton(): JSX.Element | null {
  const { t, meeting, follows, send, clock } = useLeader();
  if (follows || meeting.phase !== 'running') return null;
  return (
    <Button
      kind="quiet"
      onClick={() =>
        void send({ type: 'meeting.paused', until: clock.now() + usualPause * minute })
      }
    >
      {t('meeting:top.pause')}
    </Button>
  );
}
