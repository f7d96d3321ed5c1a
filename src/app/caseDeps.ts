import type { CaseDeps } from '../cases/caseDeps.ts';
import type { AppSession } from './session/sessionTypes.ts';

/** The world of an open case, from the session that opened the vault. */
export const caseDeps = (session: Pick<AppSession, 'deps' | 'get' | 'author'>): CaseDeps => ({
  clock: session.deps.clock,
  random: session.deps.random,
  timers: session.deps.timers,
  journal: session.deps.storage.journal,
  locks: session.deps.locks,
  author: session.author,
  ...(session.deps.syncing && {
    serverName: session.deps.syncing.serverName,
    settledUpTo: async (caseId) => {
      const { vault } = session.get();
      const found = await import('../cases/sync/channelState.ts').catch(() => null);
      return vault === null || found === null ? 0 : found.readSettledUpTo(vault, caseId);
    },
  }),
});
