import { describe, expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { firstSnapshot } from './foldMeeting.ts';
import type { MeetingEvent, MeetingEventType } from './meetingEvents.ts';
import { type MeetingSnapshot, meetingMachine, moveMeeting } from './meetingMachine.ts';
import { defaultShares, parts } from './parts.ts';
import { allAnswered } from './testMeeting.ts';

const at = 1_000;

/** Every kind of event, with both answers where a guard tells answers apart. */
const everyEvent: readonly MeetingEvent[] = [
  {
    type: 'meeting.started',
    at,
    minutes: 60,
    shares: defaultShares,
    seenBy: 'rummet',
    interpreter: false,
  },
  { type: 'meeting.onPaper', at },
  { type: 'meeting.paused', at },
  { type: 'meeting.resumed', at },
  { type: 'meeting.cutShort', at },
  { type: 'meeting.continued', at, minutes: 20 },
  { type: 'meeting.ended', at, followUp: { kind: 'nyttMote' } },
  { type: 'part.next', at, facts: { consentMake: 'yes', consentShare: null } },
  { type: 'part.next', at, facts: allAnswered },
  { type: 'part.back', at },
  { type: 'time.added', at, minutes: 10 },
  { type: 'time.added', at, minutes: -10 },
  { type: 'time.set', at, minutesLeft: 12 },
  { type: 'time.set', at, minutesLeft: Number.NaN },
  { type: 'clock.jumped', at },
  { type: 'shares.set', at, shares: defaultShares },
  { type: 'floor.roundStarted', at, order: ['lars', 'eva'] },
  { type: 'floor.roundStarted', at, order: [] },
  { type: 'floor.next', at },
  { type: 'floor.roundEnded', at },
  { type: 'person.left', at, participantId: 'lars' },
  { type: 'person.returned', at, participantId: 'lars' },
  { type: 'screen.seenBy', at, seenBy: 'video' },
  { type: 'plan.hidden', at },
  { type: 'plan.unhidden', at },
  { type: 'consent.opened', at },
  { type: 'consent.changed', at, change: { kind: 'party', participantId: 'eva' } },
  { type: 'consent.changed', at, change: { kind: 'subject' } },
  { type: 'consent.changed', at, change: { kind: 'none' } },
  { type: 'followUp.answered', at, followUp: { kind: 'bokad' } },
  { type: 'points.ticked', at, part: 'behov', point: 'self', ticked: true },
  { type: 'question.next', at, of: 2 },
  { type: 'page.next', at, of: 2 },
];

/** What tells two states apart: where the machine stands, and what its guards read. */
const stateName = (snapshot: MeetingSnapshot): string =>
  JSON.stringify([
    snapshot.value,
    snapshot.context.part,
    snapshot.context.onPaper,
    snapshot.context.round.length,
  ]);

const explore = () =>
  getShortestPaths(meetingMachine, {
    events: [...everyEvent],
    serializeState: stateName,
    limit: 100_000,
  });

const paths = explore();
const reached = new Map(
  paths.map((path): [string, MeetingSnapshot] => [stateName(path.state), path.state]),
);
const states = [...reached.values()];

describe('the meeting machine', () => {
  it('reaches every state', () => {
    const values = states.map((state) => JSON.stringify(state.value));
    expect(values).toContain('"waiting"');
    expect(values).toContain('"ended"');
    expect(values).toContain('{"halted":"consent"}');
    expect(values).toContain('{"halted":"cutShort"}');
    for (const part of parts) {
      for (const clock of ['ticking', 'paused', 'none']) {
        for (const floor of ['open', 'round']) {
          expect(values).toContain(JSON.stringify({ running: { part, clock, floor } }));
        }
      }
    }
  });

  it('has no dead end but the end: every state reaches it by one event', () => {
    expect(states.some((each) => !each.matches('ended'))).toBe(true);
    for (const state of states) {
      expect(moveMeeting(state, { type: 'meeting.ended', at }).matches('ended')).toBe(true);
    }
  });

  it('takes one thing more when it has ended: who sees the screen', () => {
    const [ended] = states.filter((each) => each.matches('ended'));
    if (ended === undefined) throw new Error('never ended');
    for (const event of everyEvent) {
      const after = moveMeeting(ended, event);
      expect(after.matches('ended')).toBe(true);
      const seenBy = event.type === 'screen.seenBy' ? event.seenBy : ended.context.seenBy;
      expect(after.context).toEqual({ ...ended.context, seenBy });
    }
  });

  it('ends in no other way than by its end or by a no to the SIP', () => {
    for (const state of states.filter((each) => !each.matches('ended'))) {
      for (const event of everyEvent) {
        if (!moveMeeting(state, event).matches('ended')) continue;
        const says =
          event.type === 'meeting.ended' ||
          (event.type === 'consent.changed' && event.change.kind === 'none');
        expect(says).toBe(true);
      }
    }
  });

  it('keeps the part that it says and the state that it stands in together, everywhere', () => {
    for (const state of states) {
      const value = state.value;
      if (typeof value === 'string' || !('running' in value)) continue;
      expect(value.running).toHaveProperty('part', state.context.part);
      const runs = state.context.spans.some((span) => span.to === null);
      expect(state.matches({ running: { clock: 'ticking' } })).toBe(runs);
      expect(state.matches({ running: { floor: 'round' } })).toBe(state.context.round.length > 0);
    }
    for (const state of states.filter((each) => !each.hasTag('clock'))) {
      expect(state.context.spans.every((span) => span.to !== null)).toBe(true);
    }
  });

  it('lets every guard through and stops at every guard', () => {
    const changes = (
      type: MeetingEventType,
      pick: (event: MeetingEvent) => boolean = () => true,
    ) => {
      const moved = states
        .filter((state) => state.status === 'active')
        .flatMap((state) =>
          everyEvent
            .filter((event) => event.type === type && pick(event))
            .map((event) => moveMeeting(state, event) !== state && movedOn(state, event)),
        );
      return { yes: moved.includes(true), no: moved.includes(false) };
    };
    const movedOn = (state: MeetingSnapshot, event: MeetingEvent): boolean => {
      const after = moveMeeting(state, event);
      return (
        JSON.stringify([after.value, after.context]) !==
        JSON.stringify([state.value, state.context])
      );
    };
    const guarded: readonly MeetingEventType[] = [
      'part.next',
      'part.back',
      'time.added',
      'time.set',
      'clock.jumped',
      'floor.roundStarted',
      'floor.next',
      'meeting.onPaper',
      'meeting.cutShort',
      'consent.changed',
    ];
    for (const type of guarded)
      expect([type, changes(type)]).toEqual([type, { yes: true, no: true }]);
    const empty = (event: MeetingEvent) =>
      event.type === 'floor.roundStarted' && event.order.length === 0;
    expect(changes('floor.roundStarted', empty)).toEqual({ yes: false, no: true });
  });

  it('goes on to the next part whether or not the consents are answered, and says what it went on without', () => {
    const running = everyEvent.slice(0, 1).reduce(moveMeeting, firstSnapshot());
    for (const [consentMake, consentShare, without] of [
      ['yes', 'yes', []],
      ['no', 'no', []],
      ['yes', 'later', ['consentShare']],
      [null, null, ['consentMake', 'consentShare']],
    ] as const) {
      const after = moveMeeting(running, {
        type: 'part.next',
        at,
        facts: { consentMake, consentShare },
      });
      expect(after.context.part).toBe('aktuellSituation');
      expect(after.context.wentOnWithout).toEqual(without);
    }
  });

  it('is pure: no delays, nothing invoked or spawned, so that it is rebuilt anywhere', () => {
    const text = JSON.stringify(meetingMachine.toJSON());
    expect(text).toContain('part.next');
    expect(text).not.toMatch(/xstate\.(after|done\.actor)|"invoke":\[\{/);
    for (const state of states) expect(state.children).toEqual({});
  });
});
