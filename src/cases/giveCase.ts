import type { SaveError } from '../meeting/workspace.ts';
import { ok, type Result } from '../shared/result.ts';
import type { VaultError } from '../vault/errors.ts';
import type { VaultSession } from '../vault/vaultSession.ts';
import type { CaseDeps } from './caseDeps.ts';
import { caseGiven, caseReceived } from './caseFacts.ts';
import { type OpenCase, openCase } from './openCase.ts';

/** A deliberate act: a colleague on this device can open the case from the next unlock. Logged in the case. */
export const giveCase = async (
  session: Pick<VaultSession, 'giveCase'>,
  opened: OpenCase,
  to: { readonly vaultId: string; readonly shortName: string },
): Promise<Result<void, VaultError | SaveError | { readonly kind: 'alreadyHas' }>> => {
  const flushed = await opened.workspace().flush();
  if (!flushed.ok) return flushed;
  const given = await session.giveCase(opened.caseId, { vaultId: to.vaultId });
  if (!given.ok) return given;
  const logged = await opened
    .workspace()
    .record((ctx) => caseGiven(ctx, { toVault: to.vaultId, shortName: to.shortName }));
  return logged.ok ? ok(undefined) : logged;
};

/** After unlocking: takes in what colleagues have given, and logs it in each case. How many came. */
export const acceptGivenCases = async (
  deps: CaseDeps,
  session: VaultSession,
): Promise<Result<number, VaultError>> => {
  const given = await session.acceptGiven();
  if (!given.ok) return given;
  for (const { caseId, from } of given.value) {
    const opened = await openCase(deps, session, caseId, { log: false });
    if (!opened.ok) continue;
    await opened.value.workspace().record((ctx) => caseReceived(ctx, from));
    await opened.value.close();
  }
  return ok(given.value.length);
};
