import { addDays, dateOfInstant } from '../i18n/localDate.ts';
import { endTime, minute, partDiscFraction, partTimeLeft, timeWords } from '../meeting/clock.ts';
import type { Meeting } from '../meeting/meetingState.ts';
import { nextPart, type Part, parts } from '../meeting/parts.ts';
import type { CaseState } from '../meeting/workspace.ts';
import type { SipPlan } from '../plan/model.ts';
import { planForOutput } from '../plan/protectedIdentity.ts';
import type { Instant } from '../shared/deps.ts';
import { languageOfPlan } from './languageOfPlan.ts';
import { shownBetween } from './roomAway.ts';
import { askOf, leadOf, nextMeetingOf, peopleOf, roundName, screenNameOf } from './roomPeople.ts';
import { answersDue, doingsOf, stepsOf, tallyOf } from './roomPlan.ts';
import { ownWords, type RoomRules, shownTexts } from './roomRules.ts';
import type {
  RoomAway,
  RoomBody,
  RoomCopy,
  RoomEnd,
  RoomRound,
  RoomScene,
  RoomTime,
  RoomView,
} from './roomShape.ts';

/** How long the last picture stands after **Avsluta mötet** (field.md 2). */
export const standsAfterEnd = 2 * minute;

/**
 * The one allow-list between a case and the room (field.md 2). Whoever shows something to others shows what this
 * returns, and nothing else. Never in it, with no switch: what is being typed, notes, parked questions, mandate,
 * replies, level, consent and its exceptions, personnummer, address, private phone, answers, versions, the log.
 */
export const selectRoomView = (state: CaseState, now: Instant): RoomView => ({
  screenName: screenNameOf(state.plan),
  language: languageOfPlan(state.plan),
  forChild: state.plan.audience.value === 'barn',
  shares: parts.map((part) => state.meeting.current.shares[part]),
  scene: sceneOf(state, now),
  away: awayOf(state),
  end: endOf(state, now),
});

const sceneOf = (state: CaseState, now: Instant): RoomScene => {
  const meeting = state.meeting.current;
  switch (meeting.phase) {
    case 'waiting':
      return { kind: 'waiting' };
    case 'paused':
      return { kind: 'paused', part: meeting.part, until: meeting.pausedUntil };
    case 'halted':
      // A changed consent is nobody's business in the room: it looks like any pause.
      return meeting.halted === 'cutShort'
        ? { kind: 'thanks' }
        : { kind: 'paused', part: meeting.part, until: null };
    case 'ended':
      return endedScene(state, meeting, now);
    case 'running':
    case 'onPaper': {
      const time = meeting.phase === 'onPaper' ? null : timeOf(state, now);
      if (meeting.hidden) return { kind: 'hidden', part: meeting.part, time };
      return {
        kind: 'running',
        part: meeting.part,
        next: nextPart(meeting.part),
        time,
        round: roundOf(state, meeting),
        page: meeting.page,
        body: bodyOf(meeting.part, state, false),
      };
    }
  }
};

const awayOf = (state: CaseState): RoomAway | null => {
  const { phase, hidden, back, partSince } = state.meeting.current;
  if ((phase !== 'running' && phase !== 'onPaper') || hidden) return null;
  const rules = rulesOf(state);
  const individual = rules.plan.participants.find((person) => person.isIndividual);
  const was = back.find(({ participantId }) => participantId === individual?.id);
  if (was === undefined || was.to < (partSince ?? 0) || !rules.individualIsHere) return null;
  return shownBetween(rules, was.from, was.to);
};

/** Two weeks, or the first answer that the room knows is to come before then (field.md 10). */
const endOf = (state: CaseState, now: Instant): RoomEnd | null => {
  const { phase, part, hidden } = state.meeting.current;
  if ((phase !== 'running' && phase !== 'onPaper') || part !== 'avslutning') return null;
  const rules = rulesOf(state);
  const today = dateOfInstant(now);
  const usual = addDays(today, 14);
  const due = answersDue(rules).find((date) => date > today && date < usual);
  return {
    by: hidden ? '' : (leadOf(rules)?.name ?? ''),
    before: hidden ? usual : (due ?? usual),
  };
};

const endedScene = (state: CaseState, meeting: Meeting, now: Instant): RoomScene => {
  const { ended } = meeting;
  const empty =
    ended === null ||
    ended.ground === 'samtyckeAterkallat' ||
    meeting.hidden ||
    // A clock turned back must not let it stand: away from the end is away in either direction.
    Math.abs(now - ended.at) >= standsAfterEnd;
  return empty
    ? { kind: 'thanks' }
    : {
        kind: 'running',
        part: 'avslutning',
        next: null,
        time: null,
        round: null,
        page: meeting.page,
        body: bodyOf('avslutning', state, true),
      };
};

/** **Visa tid: nej** holds also while two have answered differently: a countdown that stresses is the worse mistake. */
const countsDown = ({ showTime }: CaseState['plan']): boolean =>
  showTime.value !== false && showTime.both.every(({ value }) => value);

const timeOf = ({ plan, meeting: { current: meeting } }: CaseState, now: Instant): RoomTime => {
  if (!countsDown(plan)) return { kind: 'ends', at: endTime(meeting, now) };
  const fraction = partDiscFraction(meeting, now);
  const words = timeWords(partTimeLeft(meeting, now));
  return words.kind === 'soon'
    ? { kind: 'soon', fraction }
    : { kind: 'left', minutes: words.minutes, fraction };
};

/** The plan as it may leave: the filter of every output comes first, this list picks from what is left. */
const rulesOf = (state: CaseState): RoomRules => {
  const { plan, guarded } = planForOutput(state.plan, { receiver: null });
  const individual = plan.participants.find((person) => person.isIndividual);
  const isOut = (id: string) => state.meeting.current.out.some((each) => each.participantId === id);
  return {
    plan,
    guarded,
    individualIsHere: individual === undefined || !isOut(individual.id),
    ...whoLeads(state),
  };
};

/** Ids of those who lead: the individual if so chosen, with the one who started as support; else that one. */
const whoLeads = ({ plan, meeting, log }: CaseState): Pick<RoomRules, 'leaders' | 'supporters'> => {
  const start = log.find(({ fact }) => isStartOf(fact.data, meeting.current.id));
  const name = start?.fact.by.name.trim() ?? '';
  const idsOf = (people: SipPlan['participants']) => people.map((person) => person.id);
  const starters = plan.participants.filter(
    (person) => name !== '' && !person.isIndividual && person.name.trim() === name,
  );
  switch (plan.leads.value) {
    case 'huvudperson':
      return {
        leaders: idsOf(plan.participants.filter((person) => person.isIndividual)),
        supporters: idsOf(starters),
      };
    case 'kollega':
      return { leaders: [], supporters: [] };
    default:
      return { leaders: idsOf(starters), supporters: [] };
  }
};

const isStartOf = (data: unknown, meetingId: string | null): boolean => {
  if (meetingId === null || typeof data !== 'object' || data === null) return false;
  if (!('meetingId' in data) || data.meetingId !== meetingId || !('event' in data)) return false;
  const { event } = data;
  return (
    typeof event === 'object' &&
    event !== null &&
    'type' in event &&
    event.type === 'meeting.started'
  );
};

const roundOf = (state: CaseState, meeting: Meeting): RoomRound | null => {
  if (meeting.round === null) return null;
  const rules = rulesOf(state);
  const now = roundName(meeting.round.now, rules);
  if (now === null) return null;
  const next = meeting.round.next === null ? null : roundName(meeting.round.next, rules);
  return { now, next };
};

const bodyOf = (part: Part, state: CaseState, over: boolean): RoomBody => {
  const rules = rulesOf(state);
  const { plan } = rules;
  switch (part) {
    case 'inledning':
      return { part, own: ownWords(rules), people: peopleOf(rules) };
    case 'aktuellSituation':
      return {
        part,
        own: ownWords(rules),
        worksWell: shownTexts(plan.worksWell, rules),
        worksLess: shownTexts(plan.worksLess, rules),
        more: shownTexts([...plan.values, ...plan.resources], rules),
      };
    case 'behov': {
      const steps = stepsOf(rules);
      return {
        part,
        goals: shownTexts(plan.longTermGoals, rules),
        steps,
        agreed: tallyOf(steps),
      };
    }
    case 'sammanfattning': {
      const steps = stepsOf(rules);
      return {
        part,
        people: doingsOf(steps),
        disagreements: shownTexts(plan.disagreements, rules),
        lead: leadOf(rules),
        agreed: tallyOf(steps),
      };
    }
    case 'avslutning':
      return {
        part,
        people: doingsOf(stepsOf(rules)),
        next: nextMeetingOf(rules),
        ask: askOf(rules),
        copy: copyOf(state),
        over,
      };
  }
};

const copyOf = ({ after }: CaseState): RoomCopy => {
  const given = after.find((line) => line.line === 'ge');
  switch (given?.way) {
    case 'papper':
      return 'paper';
    case 'telefon':
      return 'phone';
    case 'post':
      return 'post';
    default:
      return 'always';
  }
};
