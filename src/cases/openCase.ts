import type { CaseState, SaveError, Workspace } from '../meeting/workspace.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { WriteContext } from '../plan/writeContext.ts';
import type { Instant } from '../shared/deps.ts';
import type { Fact, PlacedFact } from '../shared/fact.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { JournalError } from '../storage/journalPort.ts';
import type { CaseKeys } from '../vault/caseKeys.ts';
import type { VaultError } from '../vault/errors.ts';
import type { VaultSession } from '../vault/vaultSession.ts';
import { createCardWriter } from './cardWriter.ts';
import type { CaseDeps } from './caseDeps.ts';
import { caseOpened, caseRestored } from './caseFacts.ts';
import { type CaseJournal, createCaseJournal, type Rewritten } from './caseJournal.ts';
import { createCaseState } from './caseState.ts';
import { createCaseWorkspace } from './caseWorkspace.ts';
import type { PendingEntry } from './journalWriter.ts';
import type { Leadership } from './leadership.ts';
import type { LeadLock } from './leadLock.ts';
import type { Heads } from './sync/heads.ts';

/**
 * An open case: its records read and joined, commands given to it, every change sealed and written.
 * `workspace()` is what views see: a new object after every change, the same one between.
 */
export interface OpenCase {
  readonly caseId: string;
  readonly device: () => string;
  readonly workspace: () => Workspace;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads and shows what another window wrote, or what was received from another device. */
  readonly catchUp: () => Promise<void>;
  readonly lead: LeadLock;
  /** Another window, or another person's vault on this device, leads the meeting: offer **Led härifrån**. */
  readonly isLedElsewhere: () => boolean;
  /** A change of the plan and facts about it in one durable write. */
  readonly editAndRecord: <T, E>(
    command: (doc: PlanDocument, ctx: WriteContext) => Result<T, E>,
    makers: readonly ((ctx: WriteContext) => Fact)[],
  ) => Promise<Result<T, E | SaveError>>;
  /** The set end of a meeting that runs, is paused or halted; null when there is none. For the lock (field.md 8). */
  readonly meetingEnd: () => Instant | null;
  /** **Led härifrån**: takes the lead to this window, and to this device when another one led. */
  readonly leadFromHere: () => Promise<Result<void, SaveError>>;
  readonly leadership: () => Leadership;
  /** A device has said that it is there; its records are noticed without this. */
  readonly heardFrom: (device: string) => void;
  /** **Be att få leda**: to the device that leads. */
  readonly askToLead: () => Promise<Result<void, SaveError>>;
  /** **Lämna över**: that device may take the lead. Until it does, this one leads. */
  readonly offerLead: (to: string) => Promise<Result<void, SaveError>>;
  /** Nothing before this can be taken back: at lock, freeze and removal. */
  readonly clearUndo: () => void;
  /** Writes what waits. When it cannot, says why and stays open; else nothing more is written from here. */
  readonly close: () => Promise<Result<void, SaveError>>;
  /** Lets go of a case that never came to be, with what waits. */
  readonly abandon: () => void;
  /** Written anew elsewhere while it was open: nothing more is written from here, and it is to be opened again. */
  readonly isRewritten: () => boolean;
  /** By device, how far its records have come here. */
  readonly reach: () => Heads;
  /** What is not durable yet, oldest first. */
  readonly unwritten: () => readonly PendingEntry[];
  /** Lets go, and gives what is not durable yet. */
  readonly leave: () => readonly PendingEntry[];
  /** What another `OpenCase` of the same document has left: joined and written here. */
  readonly carryOn: (entries: readonly PendingEntry[]) => void;
}

export type OpenCaseError =
  | JournalError
  | VaultError
  | Rewritten
  /** The case is on the list, but its journal is empty: something took the records away. */
  | { readonly kind: 'empty' }
  /** Not all of it has come to this device yet: it is not to be taken for the whole. */
  | { readonly kind: 'coming' };

export interface OpenCaseOptions {
  /** True in `/ova`: in memory only. */
  readonly practice?: boolean;
  /** Whether it is logged that somebody opened it; false for the program's own reading. */
  readonly log?: boolean;
}

/** Reads and joins a whole case. Fails rather than showing an empty plan where there was one. */
export const openCase = async (
  deps: CaseDeps,
  session: Pick<VaultSession, 'openCase' | 'renewDevice'>,
  caseId: string,
  options: OpenCaseOptions = {},
): Promise<Result<OpenCase, OpenCaseError>> => {
  const keys = await session.openCase(caseId);
  if (!keys.ok) return keys;
  if (keys.value.coming === true) return err({ kind: 'coming' });
  const { journal, state } = joinCase(deps, session, keys.value);
  const read = await journal.catchUp();
  if (!read.ok) return read;
  if (journal.readUpTo() === 0) return err({ kind: 'empty' });
  const opened = createCaseWorkspace(deps, journal, state, options);
  if (keys.value.restored === true) void opened.workspace().record(caseRestored);
  if (options.log ?? true) void opened.workspace().record(caseOpened);
  return ok(opened);
};

/** A case of which nothing is written yet. */
export const beginCase = (
  deps: CaseDeps,
  session: Pick<VaultSession, 'renewDevice'>,
  keys: CaseKeys,
  options: OpenCaseOptions = {},
): OpenCase => {
  const { journal, state } = joinCase(deps, session, keys);
  return createCaseWorkspace(deps, journal, state, options);
};

/** `state` gives the case as it is, with facts that are on their way to the disk. */
const joinCase = (
  deps: CaseDeps,
  session: Pick<VaultSession, 'renewDevice'>,
  keys: CaseKeys,
): {
  readonly journal: CaseJournal;
  readonly state: (unsaved: readonly PendingEntry[]) => CaseState;
} => {
  const foldState = createCaseState(keys.caseId);
  const card = createCardWriter();
  const journal = createCaseJournal(
    {
      clock: deps.clock,
      journal: deps.journal,
      renewDevice: () => session.renewDevice(keys.caseId),
      prepareCard: (caseKeys, batch) => card.prepare(caseKeys, state(batch), journal.arrivals()),
      onWritten: card.written,
    },
    keys,
  );
  const { replica } = journal;
  const state = (unsaved: readonly PendingEntry[]): CaseState =>
    foldState({
      document: replica.document,
      facts: withUnsaved(journal, unsaved),
      setAside: replica.setAside(),
      gaps: replica.gaps(),
      copied: replica.doubles().size > 0,
    });
  return { journal, state };
};

/** Facts on their way to the disk stand last, as this device's next records. */
const withUnsaved = (
  { replica, keys, shown, sees }: CaseJournal,
  unsaved: readonly PendingEntry[],
): readonly PlacedFact[] => {
  const { own } = shown();
  const facts = unsaved.flatMap((entry) => (entry.kind === 'fact' ? [entry] : []));
  if (facts.length === 0) return replica.facts();
  return [
    ...replica.facts(),
    ...facts.map((entry, place) => ({
      fact: entry.fact,
      device: keys().device,
      seq: own + place + 1,
      ...sees(entry.shown),
    })),
  ];
};
