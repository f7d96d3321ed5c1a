import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MeetingCode } from '../meeting/views/code/MeetingCode.ts';
import { createMoteskod, type Moteskod } from '../vault/moteskod.ts';

export interface WhenSpent {
  /** Locks the vault. Left out in practice, where there is nothing to lock: then one is put out of the meeting. */
  readonly lock: (() => void) | undefined;
  readonly leave: () => void;
}

/**
 * The **möteskod** of one meeting: in this window's memory, gone with the case, with the lock, and when another
 * meeting begins. It wraps no key: what it guards is the screen (field.md 8).
 */
export const useCodeOfMeeting = (
  meetingId: string | null,
  whenSpent: WhenSpent,
  goesOn: boolean,
  /** Others see the screen. */
  seen: boolean,
): MeetingCode => {
  const [code, setCode] = useState<Moteskod | null>(null);
  const [covered, setCovered] = useState(false);
  const of = useRef(meetingId);
  useEffect(() => {
    if (of.current !== null && of.current !== meetingId) setCode(null);
    of.current = meetingId;
  }, [meetingId]);
  useEffect(() => {
    if (code === null) return undefined;
    const hide = (): void => {
      if (document.visibilityState === 'hidden') setCovered(true);
    };
    document.addEventListener('visibilitychange', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      setCovered(false);
    };
  }, [code]);
  const spent = useRef(whenSpent);
  spent.current = whenSpent;
  const asked = useRef(false);
  asked.current = code !== null && goesOn && (covered || seen);
  // Whoever goes back in the browser instead of pressing the code is out of the case: the password is asked for.
  useLayoutEffect(
    () => () => {
      if (asked.current) spent.current.lock?.();
    },
    [],
  );
  return useMemo(
    () => ({
      isSet: code !== null,
      covered,
      uncover: () => setCovered(false),
      choose: (digits) => {
        const made = createMoteskod(digits);
        if (made !== null) setCode(made);
        return made !== null;
      },
      remove: () => setCode(null),
      attempt: (digits) => {
        const answer = code?.attempt(digits) ?? 'open';
        if (answer !== 'lock') return answer;
        const { lock, leave } = spent.current;
        // The spent code stands until the lock has closed the case: nothing is seen meanwhile.
        if (lock !== undefined) {
          lock();
        } else {
          leave();
          setCode(null);
        }
        return answer;
      },
    }),
    [code, covered],
  );
};
