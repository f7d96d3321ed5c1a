/** The plans that are kept on this phone, as the view knows them. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { KeepablePlan, KeptPlan, KeptPlans } from '../../cases/shares/keptPlans.ts';

export interface Kept {
  /** `reading`: not read yet. `trouble`: they cannot be read now, which is not that there are none. */
  readonly all: readonly KeptPlan[] | 'reading' | 'trouble';
  /** False when it could not. */
  readonly keep: (plan: KeepablePlan) => Promise<boolean>;
  readonly renew: (plan: KeepablePlan) => void;
  /** False when it is still there. */
  readonly remove: (id: string) => Promise<boolean>;
}

/** @param plans null where nothing can be kept */
export const useKept = (plans: KeptPlans | null): Kept => {
  const [all, setAll] = useState<Kept['all']>(plans === null ? [] : 'reading');
  const read = useCallback(async (): Promise<void> => {
    if (plans !== null) setAll((await plans.list()) ?? 'trouble');
  }, [plans]);
  useEffect(() => void read(), [read]);
  const keep = useCallback(
    async (plan: KeepablePlan): Promise<boolean> => {
      const kept = (await plans?.keep(plan)) ?? null;
      await read();
      return kept !== null;
    },
    [plans, read],
  );
  const renew = useCallback(
    (plan: KeepablePlan): void => void plans?.renew(plan).then(read),
    [plans, read],
  );
  const remove = useCallback(
    async (id: string): Promise<boolean> => {
      const isGone = (await plans?.remove(id)) ?? false;
      await read();
      return isGone;
    },
    [plans, read],
  );
  return { all, keep, renew, remove };
};
