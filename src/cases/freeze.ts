import type { SaveError } from '../meeting/workspace.ts';
import { type FreezeError, freezeVersion } from '../plan/versions.ts';
import type { Fact } from '../shared/fact.ts';
import type { Result } from '../shared/result.ts';
import type { OpenCase } from './openCase.ts';

/**
 * **Gör planen klar**: writes what is being typed, makes a version of what then stands, and lets go of undo,
 * so that nothing before the version is taken back by a tap (design.md 5).
 */
export const freezePlan = async (
  opened: OpenCase,
): Promise<Result<Fact, FreezeError | SaveError>> => {
  const flushed = await opened.workspace().flush();
  if (!flushed.ok) return flushed;
  const { plan, consent, versions } = opened.workspace().state;
  const made = freezeVersion({ plan, consent, versions });
  if (!made.ok) return made;
  opened.clearUndo();
  return opened.workspace().record(made.value);
};
