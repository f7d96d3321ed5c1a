import { type CaseCard, selectCard } from '../process/caseCard.ts';
import { readCard } from '../process/readCard.ts';
import { ok, type Result } from '../shared/result.ts';
import type { JournalError } from '../storage/journalPort.ts';
import type { VaultError } from '../vault/errors.ts';
import type { VaultSession } from '../vault/vaultSession.ts';
import type { CaseDeps } from './caseDeps.ts';
import { openCase } from './openCase.ts';

export interface ListedCase {
  readonly caseId: string;
  /** Null: it could not be read now. Nothing is gone; it lies locked. */
  readonly card: CaseCard | null;
}

/** Every case of the vault with its card, from cards alone; only what has no card that fits is opened. */
export const listCases = async (
  deps: CaseDeps,
  session: VaultSession,
): Promise<Result<readonly ListedCase[], JournalError | VaultError>> => {
  const ids = await session.listCases();
  if (!ids.ok) return ids;
  const rows = await deps.journal.readCards(ids.value);
  if (!rows.ok) return rows;
  const opened = await session.openCards(rows.value);
  if (!opened.ok) return opened;
  const cards = new Map(opened.value.map(({ caseId, card }) => [caseId, readCard(card)] as const));
  const listed: ListedCase[] = [];
  for (const caseId of ids.value) {
    const card = cards.get(caseId) ?? null;
    if (card !== null) listed.push({ caseId, card });
    else listed.push(...(await rebuildCard(deps, session, caseId)));
  }
  return ok(listed);
};

/** Made anew from the journal. A case in which nothing was ever written was never begun, and is no case. */
const rebuildCard = async (
  deps: CaseDeps,
  session: VaultSession,
  caseId: string,
): Promise<readonly ListedCase[]> => {
  const opened = await openCase(deps, session, caseId, { log: false });
  if (!opened.ok) return opened.error.kind === 'empty' ? [] : [{ caseId, card: null }];
  const card = selectCard(opened.value.workspace().state);
  await opened.value.close();
  return [{ caseId, card }];
};
