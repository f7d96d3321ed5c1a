import { openCase } from '../../cases/openCase.ts';
import { dateOfInstant } from '../../i18n/localDate.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import { caseDeps } from '../caseDeps.ts';
import type { AppSession } from '../session/sessionTypes.ts';
import { createEndWatch, type EndWatch } from './endWatch.ts';

export const startEndWatch = (session: AppSession, vault: VaultSession): EndWatch =>
  createEndWatch({
    ...session.deps,
    vault,
    todayOf: dateOfInstant,
    open: (caseId) => openCase(caseDeps(session), vault, caseId, { log: false }),
    keep: async (opened) =>
      (await import('./createCaseShares.ts')).createCaseShares(session, opened),
    isOpenHere: (caseId) => session.openedCase()?.caseId === caseId,
    onGrown: session.deps.storage.journal.onGrown,
  });
