/**
 * The room's screen while the shared view cannot stand: locked, loaded anew, or somewhere else in the program. The
 * circle without time and one calm sentence (looks.md 1.1); all else comes after **Bara jag ser skärmen nu**.
 */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { swedishText } from '../i18n/i18n.ts';
import { useT } from '../i18n/useT.ts';
import { defaultShares, parts } from '../meeting/parts.ts';
import { useVisibleSize } from '../meeting/views/useVisibleSize.ts';
import { Button } from '../ui/Button/Button.tsx';
import { HoldButton } from '../ui/HoldButton/HoldButton.tsx';
import { RoomStage } from './RoomStage.tsx';
import { roomFrame } from './roomFrame.ts';
import { roomWords } from './roomPhrases.ts';
import { rootTextScale } from './rootTextScale.ts';
import { useHeight } from './useHeight.ts';
import './mirrored.css';

export interface RestingViewProps {
  /** The meeting goes on, or it is over; or the tablet was turned to the individual, and is taken back by holding. */
  readonly scene: 'meeting' | 'over' | 'own';
  readonly onOnlyMe: () => void;
}

export function RestingView({ scene, onOnlyMe }: RestingViewProps): JSX.Element {
  const t = useT();
  const visible = useVisibleSize();
  const stage = useRef<HTMLDivElement>(null);
  const stageHeight = useHeight(stage, visible.height - 72);
  return (
    <main
      class="mirrored"
      style={{ '--mirrored-height': `${visible.height}px` }}
      aria-label={t('room:name')}
    >
      <h1 class="visually-hidden" tabIndex={-1}>
        {t('room:name')}
      </h1>
      <div class="mirrored__stage" ref={stage}>
        <RoomStage
          view={{
            screenName: null,
            language: null,
            forChild: false,
            shares: parts.map((part) => defaultShares[part]),
            scene: { kind: scene === 'over' ? 'thanks' : 'resting' },
            away: null,
            end: null,
          }}
          frame={roomFrame({
            windowWidth: visible.width,
            windowHeight: visible.height,
            stageHeight,
            textScale: rootTextScale(),
          })}
          words={roomWords(swedishText)}
          page={null}
          onOverflow={() => undefined}
        />
      </div>
      <nav class="mirrored__bar" aria-label={t('room:bar.label')}>
        {scene === 'own' ? (
          <HoldButton label={t('meeting:screen.takeBack')} onHeld={onOnlyMe} />
        ) : (
          <Button kind="filled" onClick={onOnlyMe}>
            {t('room:onlyMe.yes')}
          </Button>
        )}
      </nav>
    </main>
  );
}
