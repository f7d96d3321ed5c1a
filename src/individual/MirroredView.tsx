import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { swedishText } from '../i18n/i18n.ts';
import { useT } from '../i18n/useT.ts';
import type { FollowUp } from '../meeting/meetingEvents.ts';
import { keyboardHeight } from '../meeting/views/layout.ts';
import { followUpOffer } from '../meeting/views/sheets/followUpOffer.ts';
import { useNow } from '../meeting/views/useNow.ts';
import { useVisibleSize } from '../meeting/views/useVisibleSize.ts';
import { useWorkspace } from '../meeting/views/WorkspaceContext.ts';
import { recordShownAtEnd } from '../plan/shownAtEnd.ts';
import type { ClockDep } from '../shared/deps.ts';
import { classNames } from '../ui/classNames.ts';
import { EndLine } from './EndLine.tsx';
import { LeaderBar } from './LeaderBar.tsx';
import { OnlyMeQuestion } from './OnlyMeQuestion.tsx';
import { RoomStage } from './RoomStage.tsx';
import { roomFrame } from './roomFrame.ts';
import { roomWords } from './roomPhrases.ts';
import type { RoomView } from './roomShape.ts';
import { selectRoomView } from './roomView.ts';
import { rootTextScale } from './rootTextScale.ts';
import { useHeight } from './useHeight.ts';
import { useRoomPages } from './useRoomPages.ts';
import { useRoomWords } from './useRoomWords.ts';
import { useStay } from './useStay.ts';
import { WriteLine } from './WriteLine.tsx';
import './mirrored.css';

export interface MirroredViewProps {
  readonly clock: ClockDep['clock'];
  /** After **Bara jag ser skärmen nu**: to the leader's own screen. */
  readonly onOnlyMe: () => void;
  /** Somebody gave a sign: a dot on **Tillbaka**, no words, since they would stand on the wall (looks.md 1.2). */
  readonly signal?: boolean;
}

/**
 * **Storskärm → Den här skärmen**: the tablet itself is what the room sees (field.md 1a). Everything above the bar is
 * drawn from `RoomView` alone; nothing private can be reached from here, by no button, key or way back, until
 * **Bara jag ser skärmen nu** is pressed.
 */
export function MirroredView({ clock, onOnlyMe, signal = false }: MirroredViewProps): JSX.Element {
  const workspace = useWorkspace();
  const t = useT();
  const now = useNow(clock.now);
  const visible = useVisibleSize();
  const stage = useRef<HTMLDivElement>(null);
  const stageHeight = useHeight(stage, visible.height - 72);
  /** What stands above the bar for a while. */
  const [below, setBelow] = useState<'write' | 'asks' | 'end' | null>(null);
  const writing = below === 'write' || below === 'asks';
  /** Which line is written: with **Visa för alla?** about one, the next can be begun. */
  const [line, setLine] = useState(0);
  const [asking, setAsking] = useState(false);
  useStay(() => setAsking(true));

  const [tellsAway, setTellsAway] = useState(false);
  const whole = selectRoomView(workspace.state, now);
  const { away } = whole;
  const isAway = tellsAway && away !== null && whole.scene.kind === 'running';
  const view: RoomView =
    isAway && whole.scene.kind === 'running'
      ? { ...whole, scene: { ...whole.scene, body: away } }
      : whole;
  const ending = below === 'end' && view.end !== null;
  const lowered = writing || ending;
  const { scene } = view;
  const place = `${scene.kind} ${'part' in scene ? scene.part : ''}`;
  const lastPlace = useRef(place);
  // A pause, **Dölj planen** and the next part clear the wall: what is being written stays in the plan, hidden.
  useLayoutEffect(() => {
    if (place === lastPlace.current) return;
    lastPlace.current = place;
    setBelow(null);
  }, [place]);
  // A command outlives the drawing it was made in.
  const newest = useRef(workspace);
  newest.current = workspace;
  const words = useRoomWords(view.language, roomWords(swedishText));
  const frameAt = (height: number, leastField = 160) =>
    roomFrame({
      leastField,
      windowWidth: visible.width,
      windowHeight: Math.max(visible.height, keyboardHeight),
      stageHeight: height,
      textScale: rootTextScale(),
      isTwofold: words.language !== null,
    });
  const restHeight = useRef(stageHeight);
  if (!lowered) restHeight.current = stageHeight;
  const frame = frameAt(restHeight.current);
  const { page, pages, onOverflow, isCrowded } = useRoomPages(
    view,
    frame,
    lowered ? frameAt(stageHeight, 0) : null,
    words,
  );
  const keyboardUp = writing && visible.height < keyboardHeight;

  // The question stands until the leader's own screen takes its place: focus goes from it straight to there.
  const leaving = useRef(false);
  const onlyMe = async () => {
    if (leaving.current) return;
    leaving.current = true;
    try {
      await workspace.flush();
      await workspace.send({ type: 'screen.seenBy', seenBy: 'nej' });
      onOnlyMe();
    } finally {
      leaving.current = false;
    }
  };

  const end = async (kind: FollowUp['kind']) => {
    if (view.end === null) return;
    const { by } = followUpOffer(workspace.state.plan, now);
    const followUp: FollowUp = kind === 'bokas' ? { kind, by, before: view.end.before } : { kind };
    setBelow(null);
    await workspace.flush();
    await workspace.record((ctx) => recordShownAtEnd(ctx, newest.current.state));
    await workspace.send({ type: 'meeting.ended', followUp });
  };

  return (
    <main
      class={classNames(
        'mirrored',
        lowered && 'mirrored--writing',
        keyboardUp && 'mirrored--keyboard',
      )}
      style={{ '--mirrored-height': `${visible.height}px` }}
      aria-label={t('room:name')}
    >
      <h1 class="visually-hidden">{view.screenName ?? t('room:name')}</h1>
      <div class="mirrored__stage" ref={stage} aria-live="off">
        <RoomStage {...{ view, frame, words, page, onOverflow, isCrowded }} />
      </div>
      {keyboardUp && 'part' in view.scene && view.scene.part !== null && (
        <p class="mirrored__where">{t(`room:part.${view.scene.part}.name`)}</p>
      )}
      {writing && (
        <WriteLine
          key={line}
          onAsk={() => setBelow('asks')}
          onClose={() => setBelow(null)}
          compact={keyboardUp}
        />
      )}
      {ending && view.end !== null && (
        <EndLine end={view.end} onEnd={(kind) => void end(kind)} onClose={() => setBelow(null)} />
      )}
      <LeaderBar
        scene={view.scene}
        pages={pages}
        clock={clock}
        writing={writing}
        ending={ending}
        signal={signal}
        onBack={() => setAsking(true)}
        onWrite={() => {
          setLine(line + 1);
          setBelow(below === 'write' ? null : 'write');
        }}
        isAway={isAway}
        onAway={away === null ? null : () => setTellsAway(!isAway)}
        onEnd={view.end === null ? null : () => setBelow(ending ? null : 'end')}
      />
      <OnlyMeQuestion
        open={asking}
        onStay={() => setAsking(false)}
        onOnlyMe={() => void onlyMe()}
      />
    </main>
  );
}
