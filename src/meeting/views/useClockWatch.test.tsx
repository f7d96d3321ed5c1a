// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { ClockDep } from '../../shared/deps.ts';
import { minute } from '../clock.ts';
import { foldMeeting } from '../foldMeeting.ts';
import type { MeetingIntent } from '../meetingEvents.ts';
import type { Meeting } from '../meetingState.ts';
import { next, placed, started, testStart, timed } from '../testMeeting.ts';
import { useClockWatch } from './useClockWatch.ts';

afterEach(cleanup);

const day = 24 * 60 * minute;

interface WatchProps {
  readonly meeting: Meeting;
  readonly clock: ClockDep['clock'];
  readonly send: (intent: MeetingIntent) => Promise<boolean>;
}

function Watch({ meeting, clock, send }: WatchProps): null {
  useClockWatch(meeting, clock, send);
  return null;
}

/** What is sent when a meeting of these events is opened at this instant. */
const openAt = (
  events: readonly (readonly [number, MeetingIntent])[],
  now: number,
): MeetingIntent[] => {
  const sent: MeetingIntent[] = [];
  const { current } = foldMeeting(placed(timed(events)));
  const clock = { now: () => now, monotonic: () => 0 };
  const send = vi.fn(async (intent: MeetingIntent) => {
    sent.push(intent);
    return true;
  });
  render(<Watch meeting={current} clock={clock} send={send} />);
  return sent;
};

const running: readonly (readonly [number, MeetingIntent])[] = [
  [0, started()],
  [10, next()],
];

it('asks when a running meeting is opened after a day of sleep, or by a clock set days ahead', async () => {
  const sent = openAt(running, testStart + day);
  await waitFor(() => expect(sent).toEqual([{ type: 'clock.jumped' }]));
});

it('asks when it is opened by a clock set back under what is stored', async () => {
  const sent = openAt(running, testStart - 3 * day);
  await waitFor(() => expect(sent).toEqual([{ type: 'clock.jumped' }]));
});

it('asks nothing where time is as it should be, nor of a meeting that is over', async () => {
  expect(openAt(running, testStart + 20 * minute)).toEqual([]);
  const over = [...running, [30, { type: 'meeting.ended' }]] as const;
  expect(openAt(over, testStart + 5 * day)).toEqual([]);
});
