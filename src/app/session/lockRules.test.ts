import { describe, expect, it } from 'vitest';
import { hiddenLimitMs, idleLimitMs, isLockDue, meetingGraceMs } from './lockRules.ts';

const start = 1_700_000_000_000;
const visible = { lastActive: start, hiddenSince: null, meetingEnd: null };

describe('when the program locks by itself', () => {
  it('locks after ten minutes without a touch, not a millisecond before', () => {
    expect(isLockDue({ ...visible, now: start + idleLimitMs - 1 })).toBe(false);
    expect(isLockDue({ ...visible, now: start + idleLimitMs })).toBe(true);
  });

  it('locks two minutes after it was hidden, also in a meeting', () => {
    const hidden = { ...visible, hiddenSince: start, meetingEnd: start + 3_600_000 };
    expect(isLockDue({ ...hidden, now: start + hiddenLimitMs - 1 })).toBe(false);
    expect(isLockDue({ ...hidden, now: start + hiddenLimitMs })).toBe(true);
  });

  it('never locks by idleness in a meeting until its set end and half an hour', () => {
    const meetingEnd = start + 60 * 60_000;
    const inMeeting = { ...visible, meetingEnd };
    expect(isLockDue({ ...inMeeting, now: meetingEnd + meetingGraceMs - 1 })).toBe(false);
    expect(isLockDue({ ...inMeeting, now: meetingEnd + meetingGraceMs })).toBe(true);
  });

  it('locks when the clock was set back behind the last touch', () => {
    expect(isLockDue({ ...visible, now: start - 60 * 60_000 })).toBe(true);
    const meetingEnd = start + 60 * 60_000;
    expect(isLockDue({ ...visible, meetingEnd, now: start - 60 * 60_000 })).toBe(false);
  });
});
