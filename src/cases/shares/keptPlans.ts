/**
 * The plans that somebody has chosen to keep on their own phone: what the share held last, and the link that a newer state is
 * asked for with. No vault and no case has to do with them, and no withdrawal ends them (field.md 3): they are the person's.
 */
import * as v from 'valibot';
import type { ClockDep, Instant, RandomDep } from '../../shared/deps.ts';
import { createId } from '../../shared/ids.ts';
import type { KeptStore } from '../../storage/keptStore.ts';
import { createKeptKey, openKept, sealKept } from '../../vault/sealKept.ts';

export interface KeptPlan {
  readonly id: string;
  /** What stands after # in the link. */
  readonly fragment: string;
  /** Made by an allow-list of `individual`; read there. */
  readonly state: unknown;
  /** When that was sent, by the leader's clock. */
  readonly at: Instant;
  /** When the person chose to keep it. */
  readonly since: Instant;
}

export type KeepablePlan = Pick<KeptPlan, 'fragment' | 'state' | 'at'>;

export interface KeptPlans {
  /** The newest first; null when they cannot be read now, which is not that there are none. */
  readonly list: () => Promise<readonly KeptPlan[] | null>;
  /** Null when it could not: what was kept before still is. */
  readonly keep: (plan: KeepablePlan) => Promise<KeptPlan | null>;
  /** A newer state in the place of the older, where it is kept still. */
  readonly renew: (plan: KeepablePlan) => Promise<KeptPlan | null>;
  /** False when it is still there. */
  readonly remove: (id: string) => Promise<boolean>;
}

export interface KeptPlansDeps extends ClockDep, RandomDep {
  readonly store: KeptStore;
}

const inside = v.object({
  fragment: v.string(),
  state: v.unknown(),
  at: v.number(),
  since: v.number(),
});

export const createKeptPlans = (deps: KeptPlansDeps): KeptPlans => {
  const { store } = deps;

  const list: KeptPlans['list'] = async () => {
    const rows = await store.readAll();
    if (!rows.ok) return null;
    const opened = await Promise.all(
      rows.value.map(async ({ id, key, bytes }) => {
        const found = v.safeParse(inside, await openKept(key, id, bytes).catch(() => undefined));
        return found.success ? { id, ...found.output } : null;
      }),
    );
    const plans = opened.filter((plan) => plan !== null);
    // One that does not open is not shown as if it had never been kept.
    if (plans.length === 0 && rows.value.length > 0) return null;
    return plans.toSorted((one, other) => other.at - one.at);
  };

  const write = async (
    { fragment, state, at }: KeepablePlan,
    before: KeptPlan | undefined,
  ): Promise<KeptPlan | null> => {
    if (before !== undefined && before.at > at) return before;
    const id = before?.id ?? createId(deps);
    const value = { fragment, state, at, since: before?.since ?? deps.clock.now() };
    try {
      // A new key for each state: the older is gone with its row.
      const key = await createKeptKey();
      const sealed = await sealKept(deps, key, id, value);
      if (!sealed.ok) return null;
      const done = await store.put({ id, key, bytes: sealed.value });
      return done.ok ? { id, ...value } : null;
    } catch {
      return null;
    }
  };
  const keptOf = async ({ fragment }: KeepablePlan): Promise<KeptPlan | undefined> =>
    (await list())?.find((plan) => plan.fragment === fragment);

  return {
    list,
    keep: async (plan) => write(plan, await keptOf(plan)),
    renew: async (plan) => {
      const before = await keptOf(plan);
      return before === undefined ? null : write(plan, before);
    },
    remove: async (id) => (await store.remove(id)).ok,
  };
};
