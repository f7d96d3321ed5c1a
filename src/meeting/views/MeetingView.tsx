/** The frame of a meeting under way (looks.md 1.4). The pieces keep their places; the layout moves them. */
import type { JSX } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { Notice } from '../../ui/Notice/Notice.tsx';
import type { FollowUp } from '../meetingEvents.ts';
import { AroundTable } from './frame/AroundTable.tsx';
import { badgeNumber } from './frame/badgeNumber.ts';
import { CirclePanel } from './frame/CirclePanel.tsx';
import { MeetingBar } from './frame/MeetingBar.tsx';
import { PartHead } from './frame/PartHead.tsx';
import { SignalBand } from './frame/SignalBand.tsx';
import { TopLine } from './frame/TopLine.tsx';
import { useLeader } from './Leader.ts';
import { hasCircle, keyboardHeight, layoutOf, rootTextScale, scaledTo } from './layout.ts';
import { LeadFace } from './lead/LeadFace.tsx';
import {
  ConsentChange,
  EndBar,
  EndMeeting,
  HardMoments,
  KeyboardLine,
  PauseFace,
  Review,
  Sheets,
  WriteFace,
} from './pieces.ts';
import { useFromTheTop } from './useFromTheTop.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { useVisibleSize } from './useVisibleSize.ts';
import { LineEditor } from './write/LineEditor.tsx';
import { useLine } from './write/useLine.ts';

export interface MeetingViewProps {
  readonly onLeave: () => void;
  readonly onAfter: () => void;
  readonly onLock: (() => void) | undefined;
}

const textFields = 'textarea, input:not([type="checkbox"], [type="radio"])';

export function MeetingView({ onLeave, onAfter, onLock }: MeetingViewProps): JSX.Element {
  const leader = useLeader();
  const { t, meeting, follows, face, sheet, open } = leader;
  const line = useLine();
  const [focused, setFocused] = useState(false);
  const size = useVisibleSize();
  // Asked anew only when the window changes: reading it makes the browser work out every style.
  const room = useMemo(() => scaledTo(size, rootTextScale()), [size]);
  const layout = layoutOf(room, focused || line.isOpen);
  const keyboard = layout === 'keyboard';
  const circle = hasCircle(layout, room);
  const area = useId();

  const [answer, setAnswer] = useState<FollowUp['kind'] | null>(null);
  const ending = useRef<() => Promise<void>>(null);

  const whole = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const away = sheet === 'end' || sheet === 'review' || sheet === 'hard' ? sheet : '';
  useKeptFocus(whole, content);
  useFromTheTop(whole, `${meeting.part} ${face} ${away}`);
  // What opens in the place of the meeting is read from its heading; what closes leaves focus where it was.
  useEffect(() => {
    if (away) content.current?.focus({ preventScroll: true });
  }, [away]);

  const halted = meeting.halted === 'consent' && sheet !== 'end';
  const paused = meeting.phase === 'paused';
  // Going to write in another field leaves the line: the keyboard's layout is for the line alone.
  const leaveLine = (event: FocusEvent): void => {
    const { target } = event;
    if (line.isOpen && target instanceof Element && target.matches(textFields)) line.finish();
  };

  return (
    <div
      class="leader"
      ref={whole}
      data-layout={layout}
      data-face={face}
      data-circle={circle || undefined}
      data-low={room.height < keyboardHeight || undefined}
      data-at={badgeNumber(meeting.part)}
      style={{ '--visible-height': `${size.height}px`, '--visible-top': `${size.top}px` }}
    >
      {keyboard ? (
        <KeyboardLine onDone={line.finish} />
      ) : (
        <TopLine layout={layout} onLeave={onLeave} onLock={onLock} />
      )}
      <div class="leader__middle">
        {!keyboard && <CirclePanel whole={circle} beside={layout === 'tall'} />}
        <main class="leader__main">
          <h1 class="visually-hidden">{t('meeting:title')}</h1>
          {!halted && !keyboard && (
            <PartHead withTime={!circle || layout === 'tall'} controls={area} />
          )}
          <section
            class="leader__content"
            data-part={badgeNumber(meeting.part)}
            id={area}
            aria-labelledby={`${area}-head`}
            ref={content}
            tabIndex={-1}
            hidden={keyboard}
            onFocusCapture={leaveLine}
          >
            {leader.refused && (
              <Notice kind="error" title={t('meeting:error.refused')}>
                {null}
              </Notice>
            )}
            {keyboard ? null : halted && follows ? (
              <p class="leader__scroll">{t('meeting:follows.halted')}</p>
            ) : halted ? (
              <ConsentChange onEnded={onAfter} />
            ) : sheet === 'end' ? (
              <EndMeeting answer={answer} onAnswer={setAnswer} ending={ending} onEnded={onAfter} />
            ) : sheet === 'review' ? (
              <Review />
            ) : sheet === 'hard' ? (
              <HardMoments />
            ) : paused ? (
              <PauseFace />
            ) : face === 'leda' ? (
              <LeadFace />
            ) : (
              <WriteFace />
            )}
          </section>
          {!halted && !away && (
            <LineEditor
              line={line}
              layout={layout}
              onFocus={() => setFocused(true)}
              onBlur={() => setFocused(false)}
            />
          )}
          <SignalBand />
        </main>
        {!paused && !keyboard && <AroundTable />}
      </div>
      {away || halted ? (
        <EndBar onEnd={() => void ending.current?.()} halted={halted} onClose={() => open(null)} />
      ) : (
        !keyboard && <MeetingBar layout={layout} />
      )}
      {(sheet !== null || meeting.clockDoubt) && <Sheets />}
    </div>
  );
}
