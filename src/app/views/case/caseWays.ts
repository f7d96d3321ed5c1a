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

/** How each stands; null where nothing can be done or left undone. */
export const wayStates = (state: CaseState): Readonly<Record<CaseWay, StepState | null>> => {
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
