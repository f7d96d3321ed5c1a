import type { foldVersions, PlanVersion } from '../plan/versions.ts';
import type { Fact } from '../shared/fact.ts';

/**
 * Versions are checked by their canonical form and its hash. A case without one needs neither, and in its first meeting
 * a SIP has none: both are loaded when the first version is met, before anything is folded.
 */
let fold: typeof foldVersions | null = null;

interface Holder {
  readonly fact: Fact;
}

const isVersion = ({ fact }: Holder): boolean => fact.type === 'version.frozen';

/** Call it before these facts are folded. False when what reads versions could not be loaded. */
export const readyForVersions = async (facts: readonly Holder[]): Promise<boolean> => {
  if (fold !== null || !facts.some(isVersion)) return true;
  try {
    ({ foldVersions: fold } = await import('../plan/versions.ts'));
    return true;
  } catch {
    return false;
  }
};

/** A version that cannot be read stands as such; it is never left out. */
export const versionsOf: typeof foldVersions = (facts) =>
  fold === null ? facts.filter(isVersion).map(unread) : fold(facts);

const unread = ({ fact }: Holder): PlanVersion => ({
  sound: false,
  id: fact.id,
  at: fact.at,
  by: fact.by,
});
