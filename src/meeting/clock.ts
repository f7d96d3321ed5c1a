import type { Instant } from '../shared/deps.ts';
import type { ClockData, Meeting, RunningSpan } from './meetingState.ts';
import { type Part, parts } from './parts.ts';

/**
 * Time of a meeting, by arithmetic on instants: what was used is the sum of stored running spans, never a count of
 * ticks, so that a killed and reopened meeting has the right time left (design.md 4). All lengths are milliseconds
 * unless the name says minutes. Nothing here reads a clock.
 */

export const minute = 60_000;

/** The length that is set, from the one chosen: doubled with an interpreter, when it is set (field.md 21). */
export const setMinutes = (chosen: number, interpreter: boolean): number => {
  const whole = Number.isFinite(chosen) ? Math.round(chosen) : 0;
  return Math.min(maxMinutes, Math.max(1, whole)) * (interpreter ? 2 : 1);
};

/** Eight hours: more is a slip of the finger. */
export const maxMinutes = 480;

/** Never negative, also when the clock was turned back while the span ran. */
export const spanLength = (span: RunningSpan, now: Instant): number =>
  Math.max(0, (span.to ?? now) - span.from);

const usedInSpans = (clock: ClockData, now: Instant, part: Part | null): number =>
  clock.spans
    .filter((span) => part === null || span.part === part)
    .reduce((sum, span) => sum + spanLength(span, now), 0);

/** Time that the meeting has run. */
export const timeUsed = (clock: ClockData, now: Instant): number =>
  Math.max(
    0,
    usedInSpans(clock, now, null) + parts.reduce((sum, part) => sum + clock.carried[part], 0),
  );

/** Negative when the meeting has run over. */
export const timeLeft = (clock: ClockData, now: Instant): number =>
  clock.minutes * minute - timeUsed(clock, now);

/** How long a part may take by its share. */
export const partLength = (clock: ClockData, part: Part): number =>
  (clock.minutes * minute * clock.shares[part]) / 100;

export const partUsed = (clock: ClockData, part: Part, now: Instant): number =>
  Math.max(0, usedInSpans(clock, now, part) + clock.carried[part]);

/** Time left of the present part: by its share, and never more than the meeting has. 0 when used up. */
export const partTimeLeft = (clock: ClockData, now: Instant): number =>
  Math.max(
    0,
    Math.min(
      partLength(clock, clock.part) - partUsed(clock, clock.part, now),
      timeLeft(clock, now),
    ),
  );

/** When the meeting ends if it goes on from now. In a pause it moves with the now. */
export const endTime = (clock: ClockData, now: Instant): Instant => now + timeLeft(clock, now);

/** Words in fives, since a countdown to the minute stresses: "cirka 20 minuter kvar", "snart klart". */
export type TimeWords =
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'soon' };

/** `soon` under two and a half minutes and ever after. */
export const timeWords = (left: number): TimeWords => {
  const minutes = Math.round(left / minute / 5) * 5;
  return minutes < 5 ? { kind: 'soon' } : { kind: 'minutes', minutes };
};

/** Soft notices, of the meeting and never of a part running over (field.md 25). Seen, not heard. */
export type Notice = 'half' | 'five' | 'end';

/** How long "half the time has gone" stands. */
export const halfNoticeStands = 2 * minute;

/** The notice that stands now: `half` for two minutes, `five` for the last five, `end` from then on. */
export const meetingNotice = (clock: ClockData, now: Instant): Notice | null => {
  const left = timeLeft(clock, now);
  const whole = clock.minutes * minute;
  if (whole === 0) return null;
  if (left <= 0) return 'end';
  if (left <= 5 * minute) return 'five';
  const sinceHalf = whole / 2 - left;
  return sinceHalf >= 0 && sinceHalf < halfNoticeStands ? 'half' : null;
};

/** How full the disc is, 1 to 0; it changes once a minute (looks.md 2.6). */
export const discFraction = (clock: ClockData, now: Instant): number => {
  if (clock.minutes === 0) return 0;
  const minutesLeft = Math.ceil(timeLeft(clock, now) / minute);
  return Math.min(1, Math.max(0, minutesLeft / clock.minutes));
};

/** The disc of the present part. */
export const partDiscFraction = (clock: ClockData, now: Instant): number => {
  const length = partLength(clock, clock.part);
  if (length === 0) return 0;
  const left = Math.ceil(partTimeLeft(clock, now) / minute) * minute;
  return Math.min(1, Math.max(0, left / length));
};

/** When the screen changes next: views need wake up no oftener. Always later than `now`. */
export const nextChange = (clock: ClockData, now: Instant): Instant => {
  const rest = timeLeft(clock, now) % minute;
  return now + (rest <= 0 ? minute + rest : rest);
};

/** One look at both clocks of a page. */
export interface Beat {
  readonly wall: Instant;
  readonly monotonic: number;
  /** Whether the page was hidden at some time since the look before: a tablet that sleeps hides its pages first. */
  readonly wasHidden: boolean;
}

export const jumpLimit = 60_000;

/**
 * Compares two looks. Wall time and the page's own time part company when somebody changes the clock, and in sleep,
 * where the page's time may stand still. Backwards is never sleep; forwards is, if the page was hidden.
 */
export const clockJump = (before: Beat, now: Beat): 'none' | 'sleep' | 'changed' => {
  const apart = now.wall - before.wall - (now.monotonic - before.monotonic);
  if (Math.abs(apart) <= jumpLimit) return 'none';
  return apart > 0 && now.wasHidden ? 'sleep' : 'changed';
};

/**
 * On opening: a now before what the meeting has stored means that the clock was changed meanwhile; one hours after the
 * end of a meeting that still runs, that it was changed or that the tablet slept. Only a person knows which.
 */
export const startedOutOfTime = (meeting: Meeting, now: Instant): boolean =>
  meeting.lastAt !== null && (now < meeting.lastAt || timeLeft(meeting, now) < -longOver);

/** Nobody sits on in a meeting for so long after its end. */
const longOver = 240 * minute;
