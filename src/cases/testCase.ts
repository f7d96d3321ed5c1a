import { setPlanField } from '../plan/commands/wholePlan.ts';
import type { JournalPort } from '../storage/journalPort.ts';
import { createMemory, type Memory, memoryJournal } from '../storage/memoryJournal.ts';
import { createMemorySession } from '../vault/memorySession.ts';
import type { VaultSession } from '../vault/vaultSession.ts';
import type { CaseDeps } from './caseDeps.ts';
import { createCase } from './createCase.ts';
import { type OpenCase, openCase } from './openCase.ts';
import { createTestTimers, type TestTimers } from './testTimers.ts';

/** A case on a journal in memory, with time in the hands of the test. For tests only. */
export interface TestCase {
  readonly time: TestTimers;
  readonly session: VaultSession;
  readonly memory: Memory;
  readonly deps: CaseDeps;
  /** Made with the name Lars. */
  readonly first: OpenCase;
  /** One more window on the same case. */
  readonly openWindow: (journal?: JournalPort) => Promise<OpenCase>;
}

export const testAuthor = { name: 'Karin', function: 'samordnare', unit: 'Åby' };

export const createTestCase = async (
  wrap: (journal: JournalPort) => JournalPort = (journal) => journal,
): Promise<TestCase> => {
  const time = createTestTimers();
  const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
  const clock = { now: time.now, monotonic: time.now };
  const made = await createMemorySession({ random });
  if (!made.ok) throw new Error(made.error.kind);
  const session = made.value;
  const memory = createMemory();
  const deps: CaseDeps = {
    clock,
    random,
    timers: time.timers,
    journal: wrap(memoryJournal(memory)),
    locks: null,
    author: () => testAuthor,
  };
  const created = await createCase(deps, session, (doc, ctx) =>
    setPlanField(doc, ctx, { field: 'name', value: 'Lars' }),
  );
  if (!created.ok) throw new Error(created.error.kind);
  const first = created.value;
  const openWindow = async (journal: JournalPort = memoryJournal(memory)): Promise<OpenCase> => {
    const opened = await openCase({ ...deps, journal }, session, first.caseId);
    if (!opened.ok) throw new Error(opened.error.kind);
    await opened.value.workspace().flush();
    return opened.value;
  };
  return { time, session, memory, deps, first, openWindow };
};
