/**
 * Two sides of one storage in one window: where people write, and where syncing writes what came. Each hears the other as
 * it hears another window.
 */
import type { CaseRemoval } from '../../storage/caseRemoval.ts';
import type { JournalPort } from '../../storage/journalPort.ts';

type RemovalPart = Pick<CaseRemoval, 'rewriteCase' | 'removeCase'>;

export interface HeardStorage<Removal extends RemovalPart> {
  readonly journal: JournalPort;
  readonly removal: Removal;
  /** For syncing. `onGrown` tells of everything that was written here and in other windows, but not by itself. */
  readonly forSync: { readonly journal: JournalPort; readonly removal: RemovalPart };
}

export const hearStorage = <Removal extends RemovalPart>(storage: {
  readonly journal: JournalPort;
  readonly removal: Removal;
}): HeardStorage<Removal> => {
  const { journal, removal } = storage;
  const people = new Set<(caseId: string) => void>();
  const syncing = new Set<(caseId: string) => void>();

  const journalThatTells = (
    tells: ReadonlySet<(caseId: string) => void>,
    hears: Set<(caseId: string) => void>,
  ): JournalPort => ({
    ...journal,
    append: async (caseId, since, prepare) => {
      const written = await journal.append(caseId, since, prepare);
      if (written.ok) for (const tell of [...tells]) tell(caseId);
      return written;
    },
    onGrown: (listener) => {
      const stop = journal.onGrown(listener);
      hears.add(listener);
      return () => {
        stop();
        hears.delete(listener);
      };
    },
  });

  const rewriteThatTells =
    (tells: ReadonlySet<(caseId: string) => void>): CaseRemoval['rewriteCase'] =>
    async (caseId, since, prepare) => {
      const written = await removal.rewriteCase(caseId, since, prepare);
      if (written.ok) for (const tell of [...tells]) tell(caseId);
      return written;
    };

  /** Gone from here: who has it open is told, and opens nothing. */
  const removeThatTells: CaseRemoval['removeCase'] = async (vaultId, caseId, beside) => {
    const removed = await removal.removeCase(vaultId, caseId, beside);
    if (removed.ok) for (const tell of [...people]) tell(caseId);
    return removed;
  };

  return {
    journal: journalThatTells(syncing, people),
    removal: { ...removal, rewriteCase: rewriteThatTells(syncing) },
    forSync: {
      journal: journalThatTells(people, syncing),
      removal: { rewriteCase: rewriteThatTells(people), removeCase: removeThatTells },
    },
  };
};
