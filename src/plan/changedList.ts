/**
 * A list in which several are chosen, after somebody who saw `seen` made `chosen` of it. `now`: as it stands, where a choice made
 * just before may not have been seen yet: nobody's choice undoes the one before it.
 */
export const changedList = <T>(
  now: readonly T[],
  seen: readonly T[],
  chosen: readonly T[],
): readonly T[] => {
  const kept = now.filter((each) => chosen.includes(each) || !seen.includes(each));
  return [...kept, ...chosen.filter((each) => !seen.includes(each) && !kept.includes(each))];
};
