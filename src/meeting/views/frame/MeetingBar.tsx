/** The bar below: back, more time, and the one step that leads on (looks.md 1.4). */
import type { JSX } from 'preact';
import { Button } from '../../../ui/Button/Button.tsx';
import { meetingFacts } from '../../meetingFact.ts';
import { nextPart, previousPart } from '../../parts.ts';
import { useLeader } from '../Leader.ts';
import type { Layout } from '../layout.ts';
import { HideButton, PauseButton } from './MeetingButtons.tsx';
import './MeetingBar.css';

export interface MeetingBarProps {
  readonly layout: Layout;
}

export function MeetingBar({ layout }: MeetingBarProps): JSX.Element | null {
  const { t, meeting, follows, send, open, workspace, lineField } = useLeader();
  const phone = layout === 'phone';
  const before = previousPart(meeting.part);
  const after = nextPart(meeting.part);
  const paused = meeting.phase === 'paused';
  if (follows && !phone) return null;

  const next = (): void => {
    if (after === null) open('end');
    else void send({ type: 'part.next', facts: meetingFacts(workspace.state.consent) });
  };
  const nextWords =
    after === null
      ? t('meeting:bar.end')
      : t('meeting:bar.next', { part: t(`meeting:part.${after}`) });

  return (
    <nav class="leader__bar meeting-bar" aria-label={t('meeting:bar.label')}>
      {phone && (
        <div class="meeting-bar__reach">
          <HideButton />
          <PauseButton />
          <Button kind="quiet" onClick={() => lineField.current?.focus()}>
            {t('meeting:bar.write')}
          </Button>
        </div>
      )}
      {!follows && (
        <div class="meeting-bar__steps">
          {before !== null && (
            <Button
              kind="quiet"
              iconStart="back"
              class="meeting-bar__back"
              aria-label={t('meeting:bar.back', { part: t(`meeting:part.${before}`) })}
              onClick={() => void send({ type: 'part.back' })}
            >
              {phone ? '' : t('meeting:bar.back', { part: t(`meeting:part.${before}`) })}
            </Button>
          )}
          {!phone && !paused && !meeting.onPaper && (
            <Button kind="quiet" aria-haspopup="dialog" onClick={() => open('moreTime')}>
              {t('meeting:bar.more')}
            </Button>
          )}
          <div class="meeting-bar__end">
            {paused ? (
              <>
                {!phone && (
                  <Button kind="quiet" iconEnd="forward" onClick={next}>
                    {nextWords}
                  </Button>
                )}
                <Button
                  kind="filled"
                  size="large"
                  onClick={() => void send({ type: 'meeting.resumed' })}
                >
                  {t('meeting:top.resume')}
                </Button>
              </>
            ) : (
              <Button
                kind="filled"
                size="large"
                {...(after === null || phone ? {} : { iconEnd: 'forward' as const })}
                onClick={next}
              >
                {nextWords}
              </Button>
            )}
          </div>
        </div>
      )}
    </nav>
  );
}
