import type { CaseState } from '../../../meeting/workspace.ts';
import { type StepState, stepStates } from '../../../process/steps.ts';

/** The ways through a case, in the order of the work. */
export const caseWays = [
  'behov',
  'forbered',
  'samtycke',
  'kalla',
  'mote',
  'efter',
  'plan',
  'historik',
] as const;

export type CaseWay = (typeof caseWays)[number];

/** `open`: it was passed by and is not done. */
export type WayState = StepState | 'open';

/** How each stands; null where nothing can be done or left undone. */
export const wayStates = (state: CaseState): Readonly<Record<CaseWay, WayState | null>> => {
  const states = plainStates(state);
  const now = caseWays.findIndex((way) => states[way] === 'now');
  // After the meeting one goes on with steps that have no way of their own yet: all before them is passed by.
  const passed = new Set(now < 0 ? caseWays : caseWays.slice(0, now));
  const of = (way: CaseWay): WayState | null =>
    states[way] === 'ahead' && passed.has(way) ? 'open' : states[way];
  return {
    behov: of('behov'),
    forbered: of('forbered'),
    samtycke: of('samtycke'),
    kalla: of('kalla'),
    mote: of('mote'),
    efter: of('efter'),
    plan: of('plan'),
    historik: null,
  };
};

const plainStates = (state: CaseState): Readonly<Record<CaseWay, StepState | null>> => {
  const { behov, forbered, kalla, mote, efter } = stepStates(state);
  return {
    behov,
    forbered,
    samtycke: hasAnswers(state) ? 'done' : 'ahead',
    kalla,
    mote,
    efter,
    plan: state.versions.some(({ sound }) => sound) ? 'done' : 'ahead',
    historik: null,
  };
};

/** Both questions are answered; "later" is no answer. */
const hasAnswers = ({ consent: { make, share } }: CaseState): boolean =>
  [make, share].every(({ answer }) => answer === 'yes' || answer === 'no');
