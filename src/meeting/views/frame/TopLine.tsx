/** The line above: whose meeting, whether it is saved, the shared view, the pause, and ⋯ (looks.md 1.4). */
import type { JSX } from 'preact';
import { Button } from '../../../ui/Button/Button.tsx';
import { useLeader } from '../Leader.ts';
import type { Layout } from '../layout.ts';
import { MoreMenu } from '../pieces.ts';
import { SaveWords } from '../SaveWords.tsx';
import { HideButton, PauseButton } from './MeetingButtons.tsx';
import { useScreenState } from './useScreenState.ts';
import './TopLine.css';

export interface TopLineProps {
  readonly layout: Layout;
  readonly onLeave: () => void;
  readonly onLock: (() => void) | undefined;
}

export function TopLine({ layout, onLeave, onLock }: TopLineProps): JSX.Element {
  const { t, name, meeting, follows, workspace, open, sheet } = useLeader();
  const screen = useScreenState(meeting);
  const phone = layout === 'phone';
  return (
    <header class="leader__top top-line">
      <Button
        kind="quiet"
        class="top-line__back"
        iconStart="back"
        aria-label={t('meeting:top.back', { name })}
        onClick={onLeave}
      >
        {name}
      </Button>
      <SaveWords />
      {workspace.practice && <strong class="top-line__practice">{t('common:practice')}</strong>}
      <div class="top-line__tools">
        {!phone && !follows && (
          <>
            <Button kind="quiet" aria-haspopup="dialog" onClick={() => open('screen')}>
              {t('meeting:top.screen', { state: t(`meeting:top.${screen}`) })}
            </Button>
            <HideButton />
            {sheet === null && <PauseButton />}
          </>
        )}
        <div class="top-line__more">
          <MoreMenu layout={layout} onLock={onLock} />
        </div>
      </div>
    </header>
  );
}
