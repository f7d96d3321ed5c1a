import type { SipPlan } from './model.ts';

/**
 * Whether the plan is about somebody who may have a guardian (FB 6:2: until 18), as far as it tells: by the circle that was
 * chosen for the meeting, never by an age. `unknown`: nobody has said, and staff are asked to judge.
 */
export type Guardianship = 'possible' | 'none' | 'unknown';

export const guardianshipOf = ({ audience }: Pick<SipPlan, 'audience'>): Guardianship => {
  const said = [
    ...(audience.value === null ? [] : [audience.value]),
    ...audience.both.map(({ value }) => value),
  ];
  if (said.some((each) => each === 'barn' || each === 'ungdom')) return 'possible';
  return said.length === 0 ? 'unknown' : 'none';
};
