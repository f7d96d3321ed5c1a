import type { SaveError } from '../meeting/workspace.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { WriteContext } from '../plan/writeContext.ts';
import { ok, type Result } from '../shared/result.ts';
import type { VaultError } from '../vault/errors.ts';
import type { VaultSession } from '../vault/vaultSession.ts';
import type { CaseDeps } from './caseDeps.ts';
import { caseCreated } from './caseFacts.ts';
import { beginCase, type OpenCase } from './openCase.ts';

/** What is known when a case is made: commands of the plan, in one go. */
export type FillPlan<E> = (doc: PlanDocument, ctx: WriteContext) => Result<unknown, E>;

/**
 * A new case with its own keys. What is known of it, that it was made and its card are one durable write;
 * before that there is no case.
 */
export const createCase = async <E>(
  deps: CaseDeps,
  session: Pick<VaultSession, 'createCase' | 'renewDevice'>,
  fill: FillPlan<E>,
  { practice = false }: { readonly practice?: boolean } = {},
): Promise<Result<OpenCase, E | VaultError | SaveError>> => {
  const keys = await session.createCase();
  if (!keys.ok) return keys;
  const opened = beginCase(deps, session, keys.value, { practice });
  const written = await opened.editAndRecord(fill, [caseCreated]);
  if (written.ok) return ok(opened);
  opened.abandon();
  return written;
};
