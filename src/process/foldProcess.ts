import type { Meeting } from '../meeting/meetingState.ts';
import type { CaseState } from '../meeting/workspace.ts';
import type { SipPlan } from '../plan/model.ts';
import type { Instant } from '../shared/deps.ts';
import { isProcessFact } from './processFacts.ts';
import {
  firstProcess,
  moveProcess,
  type ProcessEvent,
  type ProcessStep,
  stepOf,
} from './processMachine.ts';

/** Where the SIP stands, from plan, meetings and facts alone. */

export interface ProcessState {
  readonly step: ProcessStep;
  /** Meetings that have ended. */
  readonly meetings: number;
}

const isPrepared = (plan: SipPlan, state: CaseState): boolean =>
  plan.important.text.trim() !== '' ||
  plan.purpose.trim() !== '' ||
  plan.questions.length > 0 ||
  plan.participants.some((participant) => !participant.isIndividual) ||
  plan.meeting.date.value !== null ||
  state.consent.make.answer !== null ||
  state.consent.informed !== null;

export const isCalled = (plan: SipPlan): boolean =>
  plan.meeting.date.value !== null &&
  plan.participants.some((participant) => participant.call.value !== null);

const meetingEvents = (meeting: Meeting): readonly (readonly [Instant, ProcessEvent])[] => {
  if (meeting.startedAt === null) return [];
  const began = [meeting.startedAt, { type: 'process.meetingBegan' }] as const;
  return meeting.ended === null
    ? [began]
    : [
        began,
        [
          meeting.ended.at,
          {
            type: 'process.meetingEnded',
            followUp: meeting.followUp?.kind ?? null,
            noSip: meeting.ended.ground === 'samtyckeAterkallat',
          },
        ] as const,
      ];
};

/** What happened, in order: preparing and calling are read from the plan and have no instant. */
export const processEvents = (state: CaseState): readonly ProcessEvent[] => {
  const { plan, meeting } = state;
  const facts = state.log.filter(isProcessFact);
  const called = isCalled(plan) || facts.some((placed) => placed.fact.type === 'process.called');
  const held = [...meeting.earlier, meeting.current].flatMap(meetingEvents);
  const closings = facts
    .filter((placed) => placed.fact.type === 'process.closed')
    .map((placed) => [placed.fact.at, { type: 'process.closed' }] as const);
  return [
    ...(isPrepared(plan, state) ? [{ type: 'process.prepared' } as const] : []),
    ...(called ? [{ type: 'process.called' } as const] : []),
    ...[...held, ...closings].sort(([a], [b]) => a - b).map(([, event]) => event),
  ];
};

export const foldProcess = (state: CaseState): ProcessState => {
  const snapshot = processEvents(state).reduce(moveProcess, firstProcess());
  return { step: stepOf(snapshot), meetings: snapshot.context.meetings };
};
