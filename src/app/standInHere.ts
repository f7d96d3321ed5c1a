/** **Vem tar över om du blir borta?** and **Ta över**, joined to this window's session. Loaded when it is asked for. */

import type { OpenCase } from '../cases/openCase.ts';
import { chooseStandIn } from '../cases/standIn.ts';
import { readTold, takeOverCase } from '../cases/takeOverCase.ts';
import { caseDeps } from './caseDeps.ts';
import type { AppSession } from './session/sessionTypes.ts';
import type { StandInChoice } from './views/case/StandInDialog.tsx';
import type { Offer, TakeOverAnswer, ToldOwner } from './views/home/takeOver.ts';

/** Sealed in the vault: `{vaultId}` of who is proposed in every case. */
const usualName = 'standIn';

export const readStandIn = async (
  session: AppSession,
  caseId: string,
): Promise<{ readonly chosen: string | null; readonly usual: string | null }> => {
  const { vault } = session.get();
  if (vault === null) return { chosen: null, usual: null };
  const [chosen, usual] = await Promise.all([vault.standInOf(caseId), vault.readValue(usualName)]);
  return {
    chosen: chosen.ok ? chosen.value : null,
    usual: usual.ok ? vaultIdOf(usual.value) : null,
  };
};

export const chooseStandInHere = async (
  session: AppSession,
  opened: OpenCase,
  { to, label, usual }: StandInChoice,
): Promise<'chosen' | 'has' | 'failed'> => {
  const { vault } = session.get();
  if (vault === null) return 'failed';
  const chosen = await chooseStandIn(vault, opened, to === null ? null : { ...to, label });
  if (!chosen.ok) return chosen.error.kind === 'alreadyHas' ? 'has' : 'failed';
  if (to !== null && usual) await vault.writeValue(usualName, { vaultId: to.vaultId });
  return 'chosen';
};

/** What this vault may take over, and what has been taken over from it. Nothing when it cannot be read now. */
export const readTakeOvers = async (
  session: AppSession,
): Promise<{ readonly offers: readonly Offer[]; readonly told: readonly ToldOwner[] }> => {
  const { vault, vaults } = session.get();
  if (vault === null) return { offers: [], told: [] };
  const nameOf = (id: string): string =>
    vaults.find(({ vaultId }) => vaultId === id)?.shortName ?? '';
  const [offers, taken] = await Promise.all([vault.standingInFor(), vault.takenOver()]);
  return {
    offers: offers.ok
      ? offers.value.map((offer) => ({ ...offer, shortName: nameOf(offer.from) }))
      : [],
    told: taken.ok
      ? taken.value.map((each) => {
          const told = readTold(each);
          return { caseId: each.caseId, by: each.by, name: told?.name ?? nameOf(each.by), told };
        })
      : [],
  };
};

export const takeOverHere = async (
  session: AppSession,
  offer: Offer,
  why: Parameters<typeof takeOverCase>[3],
): Promise<TakeOverAnswer> => {
  const { vault } = session.get();
  if (vault === null) return 'failed';
  const taken = await takeOverCase(caseDeps(session), vault, offer, why);
  if (taken.ok) return 'taken';
  return taken.error.kind === 'missing' ? 'gone' : 'failed';
};

const vaultIdOf = (value: unknown): string | null =>
  typeof value === 'object' &&
  value !== null &&
  'vaultId' in value &&
  typeof value.vaultId === 'string'
    ? value.vaultId
    : null;
