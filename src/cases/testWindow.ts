import { err, type Result } from '../shared/result.ts';
import type {
  Appended,
  JournalError,
  JournalPort,
  JournalState,
  Prepared,
} from '../storage/journalPort.ts';

/** What happens to the next write of a window, as a schedule says it. For tests only. */
export type WriteFault =
  | 'none'
  /** Refused; nothing of it is down. */
  | 'failBefore'
  /** It is down, but the window hears that it is not. */
  | 'failAfter'
  /** The window dies before it has its turn; when all is sealed; when all is down: nobody hears of it. */
  | 'dieBefore'
  | 'dieInside'
  | 'dieAfter';

export interface FaultyJournal {
  readonly journal: JournalPort;
  next: WriteFault;
  /** Settles when the window has died in a write. */
  readonly died: Promise<'died'>;
}

const never = new Promise<never>(() => undefined);

export const faultyJournal = (inner: JournalPort): FaultyJournal => {
  let die = (): void => undefined;
  const died = new Promise<'died'>((done) => {
    die = () => done('died');
  });
  let isDead = false;
  const faulty: FaultyJournal = {
    next: 'none',
    died,
    journal: {
      ...inner,
      // The schedule says when a window reads.
      onGrown: () => () => undefined,
      append: async <E>(
        caseId: string,
        since: number,
        prepare: (state: JournalState) => Promise<Result<Prepared, E>>,
      ): Promise<Result<Appended, JournalError | E>> => {
        const fault = faulty.next;
        faulty.next = 'none';
        if (isDead) return never;
        if (fault === 'failBefore') return err({ kind: 'busy' });
        isDead = fault.startsWith('die');
        if (fault === 'dieBefore') {
          die();
          return never;
        }
        const done = await inner.append<JournalError | E>(caseId, since, async (state) => {
          const prepared = await prepare(state);
          return fault === 'dieInside' ? err({ kind: 'busy' }) : prepared;
        });
        if (isDead) {
          die();
          return never;
        }
        return fault === 'failAfter' && done.ok ? err({ kind: 'busy' }) : done;
      },
    },
  };
  return faulty;
};
