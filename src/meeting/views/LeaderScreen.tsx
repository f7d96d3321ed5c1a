/**
 * `/sip/:id/mote`: the leader's screen. Before the meeting how long and who sees; in it the two faces; while others
 * see this screen nothing but the shared view (field.md 1). Practice uses the same with a workspace in memory.
 */
import type { ComponentChildren, JSX } from 'preact';
import type { ClockDep } from '../../shared/deps.ts';
import { isOpen } from '../meetingState.ts';
import { useMeetingCode } from './code/MeetingCode.ts';
import { LeaderContext } from './Leader.ts';
import { MeetingView } from './MeetingView.tsx';
import { CodeFace, StartView, useWarmPieces } from './pieces.ts';
import { useClockWatch } from './useClockWatch.ts';
import { useLeaderState } from './useLeaderState.ts';
import { useMeetingWakeLock } from './useMeetingWakeLock.ts';
import { useShownHere } from './useShownHere.ts';
import './LeaderScreen.css';

/** What the shared view on this screen is given; `MirroredView` takes it as it is. */
export interface MirroredProps {
  readonly clock: ClockDep['clock'];
  /** After **Bara jag ser skärmen nu**. */
  readonly onOnlyMe: () => void;
  /** Somebody showed a card: a dot, no words. */
  readonly signal: boolean;
}

export interface LeaderScreenProps {
  /** ‹ {namn} */
  readonly onLeave: () => void;
  /** On to **Efter mötet**. */
  readonly onAfter: () => void;
  /** **Lås**; left out where there is nothing to lock. */
  readonly onLock?: () => void;
  readonly renderMirrored: (props: MirroredProps) => ComponentChildren;
  readonly clock?: ClockDep['clock'];
}

const deviceClock: ClockDep['clock'] = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
};

export function LeaderScreen({
  onLeave,
  onAfter,
  onLock,
  renderMirrored,
  clock = deviceClock,
}: LeaderScreenProps): JSX.Element {
  const leader = useLeaderState(clock);
  const { meeting } = leader;
  useClockWatch(meeting, clock, leader.send);
  useMeetingWakeLock(meeting, leader.now);
  useWarmPieces();
  const code = useMeetingCode();

  const underWay = isOpen(meeting) && meeting.halted !== 'cutShort';
  // It ends for the room when somebody says so, not when the meeting does (field.md 8).
  const seen = (underWay || meeting.phase === 'ended') && meeting.seenBy !== 'nej';
  const shown = useShownHere(meeting.id, seen);
  if (shown.isShown) {
    const onOnlyMe = (): void => {
      code?.uncover();
      shown.onlyMe();
      if (meeting.phase === 'ended') onAfter();
    };
    return <>{renderMirrored({ clock, onOnlyMe, signal: leader.signals.length > 0 })}</>;
  }
  if (underWay && code?.covered === true) return <CodeFace onOpen={code.uncover} />;
  return (
    <LeaderContext.Provider value={leader}>
      {underWay ? (
        <MeetingView onLeave={onLeave} onAfter={onAfter} onLock={onLock} />
      ) : (
        <StartView onLeave={onLeave} />
      )}
    </LeaderContext.Provider>
  );
}
