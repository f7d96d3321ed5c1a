import type { SaveError } from '../meeting/workspace.ts';
import { isProtected } from '../plan/protectedIdentity.ts';
import { ok, type Result } from '../shared/result.ts';
import type { SealError, VaultError } from '../vault/errors.ts';
import type { VaultSession } from '../vault/vaultSession.ts';
import { standInChosen, standInWithdrawn } from './caseFacts.ts';
import type { OpenCase } from './openCase.ts';

export interface ChosenStandIn {
  readonly vaultId: string;
  readonly shortName: string;
  /** All that the colleague reads of the case before taking it over; null for nothing. Never in a protected case. */
  readonly label: string | null;
}

/**
 * **Vem tar över om du blir borta?** One colleague on this device, or nobody any more. Logged in the case; a choice that
 * could not be logged does not stand.
 */
export const chooseStandIn = async (
  session: Pick<VaultSession, 'chooseStandIn'>,
  opened: OpenCase,
  to: ChosenStandIn | null,
): Promise<Result<void, VaultError | SealError | SaveError | { readonly kind: 'alreadyHas' }>> => {
  const guarded = isProtected(opened.workspace().state.plan);
  const chosen = await session.chooseStandIn(
    opened.caseId,
    to === null ? null : { vaultId: to.vaultId, label: guarded ? null : to.label },
  );
  if (!chosen.ok) return chosen;
  const logged = await opened
    .workspace()
    .record((ctx) =>
      to === null
        ? standInWithdrawn(ctx)
        : standInChosen(ctx, { toVault: to.vaultId, shortName: to.shortName }),
    );
  if (logged.ok) return ok(undefined);
  if (to !== null) await session.chooseStandIn(opened.caseId, null);
  return logged;
};
