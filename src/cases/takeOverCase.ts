import * as v from 'valibot';
import type { SaveError } from '../meeting/workspace.ts';
import type { Instant } from '../shared/deps.ts';
import { ok, type Result } from '../shared/result.ts';
import type { SealError, VaultError } from '../vault/errors.ts';
import type { TakenOver } from '../vault/standIns.ts';
import type { VaultSession } from '../vault/vaultSession.ts';
import type { CaseDeps } from './caseDeps.ts';
import { caseTakenOver, type TakeOverReason, takeOverReasons } from './caseFacts.ts';
import { type OpenCaseError, openCase } from './openCase.ts';

export interface OfferedPlan {
  readonly caseId: string;
  /** Vault id of the owner, and the short name that stands when it is locked. */
  readonly from: string;
  readonly shortName: string;
}

export interface WhyTakenOver {
  readonly reason: TakeOverReason;
  /** Under **Annat**; else empty. */
  readonly note: string;
}

/** What the owner is told at the next unlock. */
export interface ToldTakeOver extends WhyTakenOver {
  readonly at: Instant;
  readonly name: string;
}

/**
 * **Ta över**: that it was done, by whom and why is on disk in the case before the case is this vault's. Broken off
 * between the two the log says it, and it can be done again: said twice rather than never.
 */
export const takeOverCase = async (
  deps: CaseDeps,
  session: Pick<VaultSession, 'beginTakeOver' | 'renewDevice'>,
  offered: OfferedPlan,
  why: WhyTakenOver,
): Promise<Result<void, OpenCaseError | VaultError | SealError | SaveError>> => {
  const begun = await session.beginTakeOver(offered);
  if (!begun.ok) return begun;
  const opened = await openCase(
    deps,
    { openCase: async () => ok(begun.value.keys), renewDevice: session.renewDevice },
    offered.caseId,
    { log: false },
  );
  if (!opened.ok) return opened;
  const logged = await opened.value
    .workspace()
    .record((ctx) =>
      caseTakenOver(ctx, { fromVault: offered.from, shortName: offered.shortName, ...why }),
    );
  if (!logged.ok) {
    opened.value.abandon();
    return logged;
  }
  const closed = await opened.value.close();
  if (!closed.ok) return closed;
  const told: ToldTakeOver = { ...why, at: deps.clock.now(), name: deps.author().name };
  return begun.value.finish(told);
};

const told = v.object({
  reason: v.picklist(takeOverReasons),
  note: v.string(),
  at: v.number(),
  name: v.string(),
});

/** Null where it cannot be read: that it was taken over is known all the same. */
export const readTold = ({ told: value }: Pick<TakenOver, 'told'>): ToldTakeOver | null => {
  const read = v.safeParse(told, value);
  return read.success ? read.output : null;
};
