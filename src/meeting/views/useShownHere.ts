import { useRef, useState } from 'preact/hooks';

/**
 * Whether this window is what the room sees. Once it is, only its own **Bara jag ser skärmen nu** takes it back: the
 * end of the meeting tells nobody who sees the screen, and another window may stand on the desk while this one is on
 * the wall.
 */
export interface ShownHere {
  readonly isShown: boolean;
  /** **Bara jag ser skärmen nu**, said in this window, whether it leads or not. */
  readonly onlyMe: () => void;
}

/** `seen`: the meeting `meetingId` has begun, and it is said that others see the screen. */
export const useShownHere = (meetingId: string | null, seen: boolean): ShownHere => {
  const shown = useRef<string | null>(null);
  /** The meeting of which it was said here, while the meeting itself still says that others see it. */
  const left = useRef<string | null>(null);
  const [, redraw] = useState(0);
  if (!seen) left.current = null;
  else if (left.current !== meetingId) shown.current = meetingId;
  return {
    isShown: meetingId !== null && shown.current === meetingId,
    onlyMe: () => {
      shown.current = null;
      left.current = meetingId;
      redraw((times) => times + 1);
    },
  };
};
