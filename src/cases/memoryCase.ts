import type { SaveError } from '../meeting/workspace.ts';
import type { Author } from '../plan/model.ts';
import type { ClockDep, RandomDep } from '../shared/deps.ts';
import type { Result } from '../shared/result.ts';
import { memoryJournal } from '../storage/memoryJournal.ts';
import type { MissingCrypto, VaultError } from '../vault/errors.ts';
import { createMemorySession } from '../vault/memorySession.ts';
import { createCase, type FillPlan } from './createCase.ts';
import type { OpenCase } from './openCase.ts';
import type { TimersDep } from './timers.ts';

/**
 * A case for practice (`/ova`): the same workspace, sealed and written as any other, into memory alone.
 * Gone when the window is gone; no password, no trace on the device.
 */
export const createMemoryCase = async <E>(
  deps: ClockDep & RandomDep & TimersDep,
  me: Author,
  fill: FillPlan<E>,
): Promise<Result<OpenCase, E | MissingCrypto | VaultError | SaveError>> => {
  const session = await createMemorySession(deps);
  if (!session.ok) return session;
  return createCase(
    { ...deps, journal: memoryJournal(), locks: null, author: () => me },
    session.value,
    fill,
    { practice: true },
  );
};
