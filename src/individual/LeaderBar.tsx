import type { JSX } from 'preact';
import { useT } from '../i18n/useT.ts';
import { minute } from '../meeting/clock.ts';
import type { MeetingIntent } from '../meeting/meetingEvents.ts';
import { nextPart } from '../meeting/parts.ts';
import { useWorkspace } from '../meeting/views/WorkspaceContext.ts';
import type { ClockDep } from '../shared/deps.ts';
import { Button } from '../ui/Button/Button.tsx';
import type { RoomScene } from './roomShape.ts';

export interface LeaderBarProps {
  readonly scene: RoomScene;
  readonly pages: number;
  readonly clock: ClockDep['clock'];
  readonly writing: boolean;
  readonly ending: boolean;
  readonly signal: boolean;
  readonly onBack: () => void;
  readonly onWrite: () => void;
  /** Shows what happened while the individual was out, or the part again; null where there is nothing to tell. */
  readonly onAway: (() => void) | null;
  readonly isAway: boolean;
  /** Asks how the meeting ends; null where it cannot be ended from here. */
  readonly onEnd: (() => void) | null;
}

/** How long a pause is taken to be until somebody says. */
const usualPause = 10;

/** The leader's bar, 72 px: everything in it may be read by the room. */
export function LeaderBar(props: LeaderBarProps): JSX.Element {
  const { scene, pages, clock, writing, ending, signal, onBack, onWrite, onEnd, onAway, isAway } =
    props;
  const workspace = useWorkspace();
  const t = useT();
  const live = scene.kind === 'running' || scene.kind === 'hidden';
  const over = scene.kind === 'running' && scene.body.part === 'avslutning' && scene.body.over;
  const open = live && !over;
  const send = async (intent: MeetingIntent) => {
    await workspace.flush();
    await workspace.send(intent);
  };
  const next = scene.kind === 'running' || scene.kind === 'hidden' ? nextPart(scene.part) : null;
  const { consent } = workspace.state;
  return (
    <nav class="mirrored__bar" aria-label={t('room:bar.label')}>
      <div class="mirrored__bar-start">
        <Button
          iconStart="back"
          kind={scene.kind === 'thanks' ? 'filled' : 'outlined'}
          onClick={onBack}
          class={signal ? 'mirrored__back mirrored__back--signal' : 'mirrored__back'}
          aria-label={signal ? t('room:bar.backSignal') : undefined}
        >
          {t('room:bar.back')}
        </Button>
        {open && (
          <>
            <Button onClick={onWrite} aria-expanded={writing}>
              {t('room:bar.write')}
            </Button>
            <Button
              onClick={() =>
                void send({ type: scene.kind === 'hidden' ? 'plan.unhidden' : 'plan.hidden' })
              }
            >
              {t(scene.kind === 'hidden' ? 'room:bar.show' : 'room:bar.hide')}
            </Button>
            <Button
              onClick={() =>
                void send({ type: 'meeting.paused', until: clock.now() + usualPause * minute })
              }
            >
              {t('room:bar.pause')}
            </Button>
          </>
        )}
      </div>
      <div class="mirrored__bar-end">
        {workspace.save.kind === 'notSaved' && (
          <span class="mirrored__save" role="status">
            {t('common:save.notSaved')}
          </span>
        )}
        {open && onAway !== null && (
          <Button aria-pressed={isAway} onClick={onAway}>
            {t(isAway ? 'room:away.back' : 'room:away.title')}
          </Button>
        )}
        {pages > 1 && (
          <Button onClick={() => void send({ type: 'page.next', of: pages })}>
            {t('room:bar.nextPage')}
          </Button>
        )}
        {scene.kind === 'paused' && (
          <Button kind="filled" onClick={() => void send({ type: 'meeting.resumed' })}>
            {t('room:bar.continue')}
          </Button>
        )}
        {open && next !== null && (
          <Button
            kind={writing ? 'outlined' : 'filled'}
            onClick={() =>
              void send({
                type: 'part.next',
                facts: { consentMake: consent.make.answer, consentShare: consent.share.answer },
              })
            }
          >
            {t('room:bar.nextPart', { part: t(`room:part.${next}.name`) })}
          </Button>
        )}
        {open && next === null && onEnd !== null && (
          <Button
            kind={writing || ending ? 'outlined' : 'filled'}
            aria-expanded={ending}
            onClick={onEnd}
          >
            {t('meeting:end.heading')}
          </Button>
        )}
      </div>
    </nav>
  );
}
