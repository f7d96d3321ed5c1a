/**
 * `/sip/:id/mote`: the leader's screen. Before the meeting how long and who sees; in it the two faces; while others
 * see this screen nothing but the shared view (field.md 1). Practice uses the same with a workspace in memory.
 */
import type { ComponentChildren, JSX } from 'preact';
import type { ClockDep } from '../../shared/deps.ts';
import { isOpen } from '../meetingState.ts';
import { useMeetingCode } from './code/MeetingCode.ts';
import { deviceClock } from './deviceClock.ts';
import { type Leader, LeaderContext } from './Leader.ts';
import { MeetingView } from './MeetingView.tsx';
import { CodeFace, StartView, useWarmPieces } from './pieces.ts';
import { useClockWatch } from './useClockWatch.ts';
import { useLeaderState } from './useLeaderState.ts';
import { useMeetingWakeLock } from './useMeetingWakeLock.ts';
import { useShownHere } from './useShownHere.ts';
import './LeaderScreen.css';

/** What the shared view on this screen is given, mirrored or turned to the individual. */
export interface SeenProps
  extends Pick<Leader, 'clock' | 'signals' | 'addSignal' | 'dropSignal' | 'seenSignal'> {
  /** After **Bara jag ser skärmen nu**, or when the tablet was taken back. */
  readonly onOnlyMe: () => void;
}

export interface LeaderScreenProps {
  /** ‹ {namn} */
  readonly onLeave: () => void;
  /** On to **Efter mötet**. */
  readonly onAfter: () => void;
  /** **Lås**; left out where there is nothing to lock. */
  readonly onLock?: () => void;
  /** The shared view, or the individual's own: by who sees this screen. */
  readonly renderSeen: (props: SeenProps) => ComponentChildren;
  readonly clock?: ClockDep['clock'];
}

export function LeaderScreen({
  onLeave,
  onAfter,
  onLock,
  renderSeen,
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
    return <>{renderSeen({ ...leader, onOnlyMe })}</>;
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
