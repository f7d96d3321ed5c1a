import { isOpen } from '../meeting/meetingState.ts';
import type { CaseState } from '../meeting/workspace.ts';
import { foldProcess, isCalled } from './foldProcess.ts';
import type { ProcessStep } from './processMachine.ts';

/** The seven steps on the first page of a case, each the last part of its way (interface.md, *Ways*). */
export const caseSteps = [
  'behov',
  'forbered',
  'kalla',
  'mote',
  'efter',
  'folj-upp',
  'avsluta',
] as const;

export type CaseStep = (typeof caseSteps)[number];

export type StepState = 'done' | 'now' | 'ahead';

const stepOfProcess: Readonly<Record<ProcessStep, CaseStep>> = {
  noticed: 'forbered',
  preparing: 'forbered',
  called: 'mote',
  meeting: 'mote',
  followingUp: 'folj-upp',
  closed: 'avsluta',
};

const afterIsDone = (state: CaseState): boolean =>
  state.after.every((line) => line.state !== 'notDone');

/** Where to go on. After a meeting: its six lines first. */
export const nextStep = (state: CaseState): CaseStep => {
  const { current } = state.meeting;
  if (isOpen(current)) return 'mote';
  if (current.phase === 'ended' && !afterIsDone(state)) return 'efter';
  return stepOfProcess[foldProcess(state).step];
};

const isDone = (step: CaseStep, state: CaseState): boolean => {
  const { plan, consent, meeting } = state;
  const { step: process, meetings } = foldProcess(state);
  switch (step) {
    case 'behov':
      return plan.existingSip.value !== null || plan.noticedBy.value !== null;
    case 'forbered':
      return (
        plan.important.text.trim() !== '' &&
        plan.questions.length > 0 &&
        consent.make.answer !== null
      );
    case 'kalla':
      return isCalled(plan);
    case 'mote':
      return meetings > 0;
    case 'efter':
      return meeting.current.phase === 'ended' && afterIsDone(state);
    case 'folj-upp':
      return meetings > 1;
    case 'avsluta':
      return process === 'closed';
  }
};

/** A step is `now` where one should go on; any step can be opened at any time. */
export const stepStates = (state: CaseState): Readonly<Record<CaseStep, StepState>> => {
  const now = nextStep(state);
  const of = (step: CaseStep): StepState =>
    step === now ? 'now' : isDone(step, state) ? 'done' : 'ahead';
  return {
    behov: of('behov'),
    forbered: of('forbered'),
    kalla: of('kalla'),
    mote: of('mote'),
    efter: of('efter'),
    'folj-upp': of('folj-upp'),
    avsluta: of('avsluta'),
  };
};
