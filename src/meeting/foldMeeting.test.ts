import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute, partTimeLeft, timeLeft } from './clock.ts';
import { firstSnapshot, foldMeeting, readMeeting } from './foldMeeting.ts';
import type { MeetingEvent, MeetingIntent } from './meetingEvents.ts';
import { moveMeeting } from './meetingMachine.ts';
import { isOpen } from './meetingState.ts';
import { parts } from './parts.ts';
import { next, placed, started, taken, testStart, timed } from './testMeeting.ts';

const people = ['lars', 'eva', 'per'];

const anyIntent: fc.Arbitrary<MeetingIntent> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(next()) },
  fc.constant(next({ consentMake: 'yes', consentShare: 'later' })),
  fc.constant<MeetingIntent>({ type: 'part.back' }),
  fc.constant<MeetingIntent>({ type: 'meeting.paused' }),
  fc.constant<MeetingIntent>({ type: 'meeting.resumed' }),
  fc.constant<MeetingIntent>({ type: 'meeting.cutShort' }),
  fc.constant<MeetingIntent>({ type: 'meeting.onPaper' }),
  fc.constant<MeetingIntent>({ type: 'meeting.continued', minutes: 30 }),
  fc.constant<MeetingIntent>({ type: 'meeting.ended', followUp: { kind: 'bokad' } }),
  fc.constant<MeetingIntent>({ type: 'time.added', minutes: 10 }),
  fc.constant<MeetingIntent>({ type: 'time.set', minutesLeft: 15 }),
  fc.constant<MeetingIntent>({ type: 'clock.jumped' }),
  fc.constant<MeetingIntent>({ type: 'floor.roundStarted', order: people }),
  fc.constant<MeetingIntent>({ type: 'floor.next' }),
  fc.constant<MeetingIntent>({ type: 'plan.hidden' }),
  fc.constant<MeetingIntent>({ type: 'consent.opened' }),
  fc
    .constantFrom(...people)
    .map((id): MeetingIntent => ({ type: 'person.left', participantId: id })),
  fc
    .constantFrom(...people)
    .map((id): MeetingIntent => ({ type: 'person.returned', participantId: id })),
  fc.constant<MeetingIntent>({
    type: 'consent.changed',
    change: { kind: 'party', participantId: 'eva' },
  }),
  fc.constant<MeetingIntent>({ type: 'consent.changed', change: { kind: 'subject' } }),
);

/** A meeting that starts and then goes any way at any pace, the clock turned back now and then. */
const anyMeeting = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.tuple(fc.integer({ min: -5, max: 20 }), anyIntent), { maxLength: 40 }),
  )
  .map(([interpreter, steps]) => {
    let minutes = 0;
    return timed([
      [0, started({ interpreter })],
      ...steps.map(([gap, intent]): readonly [number, MeetingIntent] => {
        minutes += gap;
        return [minutes, intent];
      }),
    ]);
  });

const only = (events: readonly MeetingEvent[]) => foldMeeting(placed(events)).current;

describe('a meeting from its facts', () => {
  it('is the meeting that was led', () => {
    fc.assert(
      fc.property(anyMeeting, (events) => {
        const live = events.reduce(moveMeeting, firstSnapshot());
        const rebuilt = only(events);
        expect(rebuilt).toEqual(
          readMeeting('m', live, {
            term: 1,
            leader: 'a',
            unheard: 0,
            lastAt: Math.max(...events.map((event) => event.at)),
          }),
        );
      }),
    );
  });

  it('folds after every event, as when the tablet dies anywhere', () => {
    fc.assert(
      fc.property(anyMeeting, (events) => {
        for (let length = 0; length <= events.length; length += 1) {
          const meeting = only(events.slice(0, length));
          expect(meeting.phase === 'waiting').toBe(length === 0);
          expect(parts).toContain(meeting.part);
          expect(isOpen(meeting)).toBe(length > 0 && meeting.ended === null);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('folds with any of its facts missing and in any order', () => {
    fc.assert(
      fc.property(anyMeeting, fc.infiniteStream(fc.boolean()), fc.nat(), (events, keep, turn) => {
        const all = placed(events).filter(() => keep.next().value);
        const turned = [...all.slice(turn % 7), ...all.slice(0, turn % 7)].reverse();
        expect(foldMeeting(turned)).toEqual(foldMeeting(all));
      }),
    );
  });
});

describe('resuming', () => {
  it('stands in the same part and the same round with the right time left', () => {
    const meeting = only(
      timed([
        [0, started()],
        [6, next()],
        [15, next()],
        [20, { type: 'floor.roundStarted', order: people }],
        [22, { type: 'floor.next' }],
      ]),
    );
    expect(meeting).toMatchObject({
      phase: 'running',
      part: 'behov',
      round: { now: 'eva', next: 'per' },
    });
    expect(timeLeft(meeting, testStart + 25 * minute)).toBe(35 * minute);
    expect(partTimeLeft(meeting, testStart + 25 * minute)).toBe(20 * minute);
  });

  it('does not count pauses, halts and the days between', () => {
    const meeting = only(
      timed([
        [0, started()],
        [10, { type: 'meeting.paused' }],
        [20, { type: 'meeting.resumed' }],
        [30, { type: 'consent.opened' }],
        [40, { type: 'consent.changed', change: { kind: 'party', participantId: 'eva' } }],
        [45, { type: 'meeting.resumed' }],
        [50, { type: 'meeting.cutShort' }],
        [7 * 24 * 60, { type: 'meeting.continued' }],
      ]),
    );
    expect(meeting).toMatchObject({ phase: 'running', part: 'inledning' });
    expect(timeLeft(meeting, testStart + (7 * 24 * 60 + 5) * minute)).toBe(30 * minute);
  });

  it('goes on another day with the time that was said', () => {
    const meeting = only(
      timed([
        [0, started()],
        [50, { type: 'meeting.cutShort' }],
        [2000, { type: 'meeting.continued', minutes: 45 }],
      ]),
    );
    expect(timeLeft(meeting, testStart + 2005 * minute)).toBe(40 * minute);
  });

  it('counts on from the answer after the clock was changed, backwards too', () => {
    for (const jump of [-300, 300]) {
      const meeting = only(
        timed([
          [0, started()],
          [10, next()],
          [jump, { type: 'clock.jumped' }],
          [jump + 1, { type: 'time.set', minutesLeft: 45 }],
        ]),
      );
      expect(meeting.clockDoubt).toBe(false);
      expect(timeLeft(meeting, testStart + (jump + 6) * minute)).toBe(40 * minute);
    }
  });

  it('forgets the round when the part is left, and never says who has spoken', () => {
    const events = timed([
      [0, started()],
      [1, { type: 'floor.roundStarted', order: people }],
      [2, { type: 'floor.next' }],
      [3, next()],
    ]);
    expect(JSON.stringify(only(events.slice(0, 3)))).not.toContain('lars');
    expect(only(events)).toMatchObject({ round: null, part: 'aktuellSituation' });
    expect(JSON.stringify(only(events))).not.toMatch(/"(lars|eva|per)"/);
  });
});

describe('what happens in the room', () => {
  it('takes who goes out from the round, and knows on return between which instants they were out', () => {
    const events = timed([
      [0, started()],
      [1, { type: 'floor.roundStarted', order: people }],
      [2, { type: 'person.left', participantId: 'lars' }],
      [9, { type: 'person.returned', participantId: 'lars' }],
    ]);
    expect(only(events.slice(0, 3))).toMatchObject({
      round: { now: 'eva', next: 'per' },
      out: [{ participantId: 'lars', since: testStart + 2 * minute }],
    });
    expect(only(events)).toMatchObject({
      out: [],
      back: [{ participantId: 'lars', from: testStart + 2 * minute, to: testStart + 9 * minute }],
    });
  });

  it('doubles the length with an interpreter and keeps what is added as it was said', () => {
    const meeting = only(
      timed([
        [0, started({ minutes: 45, interpreter: true })],
        [1, { type: 'time.added', minutes: 10 }],
      ]),
    );
    expect(meeting.minutes).toBe(100);
  });

  it('takes the three ways a consent changes', () => {
    const before = [
      [0, started()],
      [5, { type: 'consent.opened' }],
    ] as const;
    const changed = (change: Extract<MeetingIntent, { type: 'consent.changed' }>['change']) =>
      only(timed([...before, [6, { type: 'consent.changed', change }]]));
    expect(changed({ kind: 'party', participantId: 'eva' })).toMatchObject({
      phase: 'halted',
      halted: 'consent',
      askedToLeave: 'eva',
    });
    expect(changed({ kind: 'subject' })).toMatchObject({ phase: 'running', halted: null });
    expect(changed({ kind: 'none' })).toMatchObject({
      phase: 'ended',
      ended: { ground: 'samtyckeAterkallat' },
      followUp: { kind: 'avslutas' },
    });
  });

  it('opens the five parts without a clock on paper, and can be ended from there', () => {
    const events = timed([
      [0, { type: 'meeting.onPaper' }],
      [60, next()],
      [120, { type: 'meeting.ended', followUp: { kind: 'bokas', by: 'Anna', before: null } }],
    ]);
    expect(only(events.slice(0, 2))).toMatchObject({
      phase: 'onPaper',
      part: 'aktuellSituation',
      spans: [],
    });
    expect(only(events)).toMatchObject({
      phase: 'ended',
      onPaper: true,
      followUp: { kind: 'bokas' },
    });
  });

  it('keeps the answer about follow-up when the end carries none', () => {
    const meeting = only(
      timed([
        [0, started()],
        [1, { type: 'followUp.answered', followUp: { kind: 'nyttMote' } }],
        [2, { type: 'meeting.ended' }],
        [3, next()],
      ]),
    );
    expect(meeting).toMatchObject({
      phase: 'ended',
      part: 'inledning',
      followUp: { kind: 'nyttMote' },
      ended: { at: testStart + 2 * minute },
    });
  });

  it('keeps every meeting of a case, the newest as the current one', () => {
    const state = foldMeeting([
      ...placed(
        timed([
          [0, started()],
          [60, { type: 'meeting.ended' }],
        ]),
        { meetingId: 'one' },
      ),
      ...placed(timed([[9000, started()]]), { meetingId: 'two', seq: 20 }),
    ]);
    expect(state.current).toMatchObject({ id: 'two', phase: 'running' });
    expect(state.earlier.map((meeting) => [meeting.id, meeting.phase])).toEqual([['one', 'ended']]);
  });
});

describe('who leads', () => {
  const first = timed([
    [0, started()],
    [5, next()],
    [9, next()],
    [12, next()],
  ]);

  it('is moved by the newest leader alone, from what that one had seen', () => {
    const state = foldMeeting([
      ...placed(first),
      taken(testStart + 10 * minute, { seen: { a: 2 } }),
      ...placed(timed([[11, { type: 'meeting.paused' }]]), { device: 'b', term: 2, seq: 2 }),
    ]);
    expect(state.current).toMatchObject({
      part: 'aktuellSituation',
      phase: 'paused',
      leader: 'b',
      term: 2,
      unheard: 2,
    });
  });

  it('settles two who took over at once by the smaller device, for everybody alike', () => {
    const facts = [
      ...placed(first),
      taken(testStart + 13 * minute, { device: 'c', seen: { a: 4 } }),
      ...placed(timed([[15, { type: 'meeting.paused' }]]), { device: 'c', term: 2, seq: 2 }),
      taken(testStart + 14 * minute, { device: 'b', seen: { a: 4 } }),
    ];
    for (const order of [facts, [...facts].reverse()]) {
      expect(foldMeeting(order).current).toMatchObject({
        leader: 'b',
        phase: 'running',
        unheard: 1,
      });
    }
  });
});
