import { describe, expect, it } from 'vitest';
import { minute, startedOutOfTime, timeLeft } from './clock.ts';
import { quietUntil, sharedViewIsEmpty, wantsWakeLock } from './duration.ts';
import { foldMeeting } from './foldMeeting.ts';
import { meetingFacts } from './meetingFact.ts';
import { meetingLog } from './meetingLog.ts';
import { leaderRoles } from './roles.ts';
import { next, placed, started, taken, testStart, timed } from './testMeeting.ts';

type Steps = Parameters<typeof timed>[0];

const meetingOf = (steps: Steps) => foldMeeting(placed(timed(steps))).current;
const at = (minutes: number) => testStart + minutes * minute;

describe('the shell around a meeting', () => {
  it('keeps the screen awake while the meeting runs and in pauses of up to twenty minutes', () => {
    const running = meetingOf([[0, started()]]);
    expect(wantsWakeLock(running, at(59))).toBe(true);
    expect(wantsWakeLock(running, at(89))).toBe(true);
    expect(wantsWakeLock(running, at(91))).toBe(false);
    const paused = meetingOf([
      [0, started()],
      [10, { type: 'meeting.paused' }],
    ]);
    expect(wantsWakeLock(paused, at(30))).toBe(true);
    expect(wantsWakeLock(paused, at(31))).toBe(false);
    expect(wantsWakeLock(meetingOf([]), at(0))).toBe(false);
  });

  it('does not lock for idleness until the set end and thirty minutes, in a pause neither', () => {
    const running = meetingOf([[0, started()]]);
    expect(quietUntil(running, at(15))).toBe(at(90));
    const paused = meetingOf([
      [0, started()],
      [10, { type: 'meeting.paused' }],
    ]);
    expect(quietUntil(paused, at(40))).toBe(at(90));
    const ended = meetingOf([
      [0, started()],
      [60, { type: 'meeting.ended' }],
    ]);
    expect(quietUntil(ended, at(61))).toBe(at(61));
  });

  it('empties the shared view two minutes after the end', () => {
    const ended = meetingOf([
      [0, started()],
      [60, { type: 'meeting.ended' }],
    ]);
    expect([61, 62].map((minutes) => sharedViewIsEmpty(ended, at(minutes)))).toEqual([false, true]);
    expect(sharedViewIsEmpty(meetingOf([[0, started()]]), at(300))).toBe(false);
  });

  it('finds on opening that the clock was turned back under what is stored', () => {
    const meeting = meetingOf([
      [0, started()],
      [10, next()],
    ]);
    expect(startedOutOfTime(meeting, at(9))).toBe(true);
    expect(startedOutOfTime(meeting, at(10))).toBe(false);
    expect(startedOutOfTime(meetingOf([]), 0)).toBe(false);
  });

  it('finds on opening that a meeting runs that must be over: a clock set days ahead, or a day of sleep', () => {
    const day = 24 * 60;
    const meeting = meetingOf([
      [0, started()],
      [10, next()],
    ]);
    expect(startedOutOfTime(meeting, at(60 + 240))).toBe(false);
    expect(startedOutOfTime(meeting, at(day))).toBe(true);
    const asked = meetingOf([
      [0, started()],
      [10, next()],
      [day, { type: 'clock.jumped' }],
      [day + 1, { type: 'time.set', minutesLeft: 20 }],
    ]);
    expect(timeLeft(asked, at(day + 1))).toBe(20 * minute);
    expect(startedOutOfTime(asked, at(day + 2))).toBe(false);
  });

  it('says nothing of a meeting that was paused when the tablet slept', () => {
    const paused = meetingOf([
      [0, started()],
      [10, { type: 'meeting.paused', until: null }],
    ]);
    expect(startedOutOfTime(paused, at(48 * 60))).toBe(false);
  });
});

describe('the course of a meeting in Historik', () => {
  const facts = placed(
    timed([
      [0, started()],
      [1, { type: 'floor.roundStarted', order: ['lars', 'eva'] }],
      [2, { type: 'floor.next' }],
      [3, { type: 'person.left', participantId: 'lars' }],
      [4, { type: 'points.ticked', part: 'inledning', point: 'lead', ticked: true }],
      [5, { type: 'plan.hidden' }],
      [6, next()],
      [60, { type: 'meeting.ended' }],
    ]),
  );

  it('tells parts, pauses and end, and nothing about who had the floor or was out', () => {
    const log = meetingLog(facts, 'm');
    expect(log.map(({ event, part }) => [event, part])).toEqual([
      ['meeting.started', 'inledning'],
      ['part.next', 'aktuellSituation'],
      ['meeting.ended', 'aktuellSituation'],
    ]);
    expect(JSON.stringify(log)).not.toMatch(/lars|eva|floor|person/u);
  });

  it('tells what a device wrote that no longer led, as not applied', () => {
    const log = meetingLog([...facts, taken(at(7), { seen: { a: 7 } })], 'm');
    expect(log.at(-1)).toMatchObject({ event: 'meeting.ended', applied: false });
  });
});

describe('who leads and who writes', () => {
  it('opens the face of the one who holds the tablet', () => {
    expect(leaderRoles('jag', 'jag').defaultFace).toBe('leda');
    expect(leaderRoles('jag', 'kollegaHar')).toMatchObject({
      defaultFace: 'skriva',
      offersPaperCircle: true,
    });
    expect(leaderRoles(null, null)).toEqual({
      defaultFace: 'leda',
      du: false,
      forMe: true,
      supportKey: null,
      offersPaperCircle: false,
      tips: [],
    });
  });

  it('turns to du and names a support when the individual leads', () => {
    expect(leaderRoles('huvudperson', 'kollegaHar')).toMatchObject({
      du: true,
      forMe: false,
      supportKey: 'circles:tips.support',
    });
  });

  it('helps one who both leads and writes', () => {
    expect(leaderRoles('jag', 'jag').tips).toEqual(['circles:tips.leaderWrites']);
    expect(leaderRoles('jag', 'papper').tips).toEqual(['circles:tips.paperWriter']);
    expect(leaderRoles('tva', 'annanPlatta').tips).toEqual(['circles:tips.twoLead']);
  });
});

describe('what the machine is told', () => {
  it('is the two answers and nothing else', () => {
    const answered = (answer: 'yes' | 'later') => ({ answer });
    expect(meetingFacts({ make: answered('yes'), share: answered('later') })).toEqual({
      consentMake: 'yes',
      consentShare: 'later',
    });
  });
});
