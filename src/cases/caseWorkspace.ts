import { endTime } from '../meeting/clock.ts';
import {
  leaderAskedFact,
  leaderOfferedFact,
  leaderTakenFact,
  meetingEventFact,
} from '../meeting/meetingFact.ts';
import { isOpen } from '../meeting/meetingState.ts';
import type { CaseState, SaveError, SaveState, Workspace } from '../meeting/workspace.ts';
import { applyUpdates, destroyPlanDocument, onLocalUpdate } from '../plan/document.ts';
import { readText } from '../plan/documentRead.ts';
import { createUndo } from '../plan/documentUndo.ts';
import { spliceText } from '../plan/documentWrite.ts';
import type { WriteContext } from '../plan/writeContext.ts';
import type { Bytes } from '../shared/bytes.ts';
import type { Fact } from '../shared/fact.ts';
import { createId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { CaseDeps } from './caseDeps.ts';
import type { CaseJournal } from './caseJournal.ts';
import { createJournalWriter, type PendingEntry } from './journalWriter.ts';
import { createHeard, readLeadership } from './leadership.ts';
import { createLeadLock } from './leadLock.ts';
import { once } from './once.ts';
import type { OpenCase, OpenCaseOptions } from './openCase.ts';
import { createQuietCompacting } from './quietCompacting.ts';
import { notSaved } from './saveError.ts';

/**
 * What one window does with an open case. What it shows follows after the durable write; only the text
 * under the fingers is shown at once. What could not be written is shown too, as **Inte sparat**.
 */
export const createCaseWorkspace = (
  deps: CaseDeps,
  journal: CaseJournal,
  fold: (unsaved: readonly PendingEntry[]) => CaseState,
  { practice = false }: OpenCaseOptions,
): OpenCase => {
  const { document } = journal.replica;
  const { caseId } = journal.keys();
  const listeners = new Set<() => void>();
  const lead = createLeadLock(practice ? null : deps.locks, caseId);
  const undo = createUndo(document);
  const heard = createHeard(deps);
  let shown = fold([]);
  heard.noteHighest(journal.replica.highest());
  let before = journal.shown();
  let current: Workspace | null = null;
  let closed = false;
  /** Typed in after it was closed, or written anew elsewhere: it must not say that the words are saved. */
  let ofThePast = false;
  let rewritten = false;
  let attempted = false;
  let commands = 0;

  const saveListeners = new Set<() => void>();
  const changed = (): void => {
    current = null;
    for (const listener of [...listeners, ...saveListeners]) listener();
  };
  const refresh = (): void => {
    before = journal.shown();
    heard.noteHighest(journal.replica.highest());
    // What could not be written is shown too: typing it again would make it twice.
    shown = fold(writer.save().kind === 'notSaved' ? writer.waiting() : []);
    compacting.soon();
  };

  const writer = createJournalWriter(deps, async (batch) => {
    try {
      return await journal.commit(batch);
    } finally {
      attempted = true;
    }
  });
  writer.subscribe(() => {
    if (!attempted && !isTyping) {
      // A command's change is not shown before it is down: until then only the save state has something new to say.
      for (const listener of [...saveListeners]) listener();
      return;
    }
    if (attempted) refresh();
    attempted = false;
    changed();
  });

  let isTyping = false;
  let gathered: Bytes[] = [];
  const stopHearing = onLocalUpdate(document, (update) => {
    if (isTyping) writer.typed(update);
    else gathered.push(update);
  });

  const context = (): WriteContext => ({
    by: deps.author(),
    at: deps.clock.now(),
    newId: () => createId(deps),
  });

  /** Runs a change of the document and writes what came of it, with facts, before it answers. */
  const change = async <T>(
    run: () => T,
    factsAfter: (value: T) => readonly Fact[] = () => [],
  ): Promise<{ value: T; saved: Result<void, SaveError> }> => {
    gathered = [];
    const value = run();
    const updates = gathered;
    gathered = [];
    commands += 1;
    const saved = await writer.write([
      ...updates.map((update) => ({ kind: 'doc', update }) as const),
      ...factsAfter(value).map((fact) => ({ kind: 'fact', fact, shown: before }) as const),
    ]);
    commands -= 1;
    return { value, saved };
  };

  const step = async (move: () => boolean): Promise<Result<boolean, SaveError>> => {
    if (closed) return err(notSaved('closed'));
    const { value, saved } = await change(move);
    return saved.ok ? ok(value) : saved;
  };

  const write = async (fact: Fact): Promise<Result<Fact, SaveError>> => {
    if (closed) return err(notSaved('closed'));
    commands += 1;
    const saved = await writer.write([{ kind: 'fact', fact, shown: before }]);
    commands -= 1;
    return saved.ok ? ok(fact) : saved;
  };

  const writeIf = async (fact: Fact | null): Promise<Result<void, SaveError>> => {
    const written = fact === null ? ok(fact) : await write(fact);
    return written.ok ? ok(undefined) : written;
  };

  const leadsElsewhere = (): boolean => {
    const { current: meeting } = shown.meeting;
    return isOpen(meeting) && meeting.leader !== null && meeting.leader !== journal.keys().device;
  };

  const edit: Workspace['edit'] = async (command) => {
    if (closed) return err(notSaved('closed'));
    const { value, saved } = await change(() => command(document, context()));
    return value.ok && !saved.ok ? saved : value;
  };

  const saveState = (): SaveState => (ofThePast ? notSaved('closed') : writer.save());

  const methods = {
    practice,
    saveNow: () => saveState().kind,
    watchSave: (listener) => {
      saveListeners.add(listener);
      return () => saveListeners.delete(listener);
    },
    edit,
    typing: (ref) => ({
      value: readText(document, ref),
      splice: (splice) => {
        if (closed) {
          ofThePast = true;
          changed();
          return;
        }
        isTyping = true;
        try {
          spliceText(document, context(), ref, splice);
        } finally {
          isTyping = false;
        }
      },
    }),
    record: (maker) => write(maker(context())),
    send: async (intent) => {
      if (closed) return err(notSaved('closed'));
      if (!(await lead.tryLead()) || leadsElsewhere()) return err(notSaved('busy'));
      return write(meetingEventFact(context(), shown.meeting, intent));
    },
    undo: () => step(undo.undo),
    redo: () => step(undo.redo),
    flush: () => (closed ? Promise.resolve(ok(undefined)) : writer.flush()),
  } satisfies Partial<Workspace>;

  const compacting = createQuietCompacting(deps, journal, {
    isInMeeting: () => isOpen(shown.meeting.current),
    isQuiet: () => commands === 0 && writer.waiting().length === 0,
    onDone: () => void pull(),
  });

  const pull = once(async () => {
    const read = await journal.catchUp();
    if (!read.ok && ['rewritten', 'vanished'].includes(read.error.kind) && !closed) {
      // What is shown here is of the past, and nothing more is written from here: it is opened anew (reopenCase.ts).
      ofThePast = true;
      rewritten = true;
      changed();
    }
    // A command under way tells when it is down; until then its change stays unshown.
    if (closed || !read.ok || !read.value || commands > 0) return;
    refresh();
    changed();
  });
  const stopListening = deps.journal.onGrown((grown) => {
    if (grown === caseId) void pull();
  });

  compacting.soon();

  const letGo = (): void => {
    closed = true;
    compacting.stop();
    writer.stop();
    stopHearing();
    stopListening();
    lead.release();
    destroyPlanDocument(document);
  };

  return {
    caseId,
    device: () => journal.keys().device,
    workspace: () => {
      current ??= {
        ...methods,
        state: shown,
        save: saveState(),
        me: deps.author(),
        canUndo: undo.canUndo(),
        canRedo: undo.canRedo(),
      };
      return current;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    catchUp: pull,
    lead,
    isLedElsewhere: () => lead.status() === 'elsewhere' || leadsElsewhere(),
    leadership: () =>
      readLeadership(shown, journal.keys().device, lead.status(), heard, deps.clock.now()),
    heardFrom: heard.noteHere,
    askToLead: () => writeIf(leaderAskedFact(context(), shown.meeting)),
    offerLead: (to) => writeIf(leaderOfferedFact(context(), shown.meeting, to)),
    meetingEnd: () => {
      const { current: meeting } = shown.meeting;
      if (!isOpen(meeting) || meeting.onPaper) return null;
      return endTime(meeting, meeting.pausedSince ?? deps.clock.now());
    },
    leadFromHere: async () => {
      await lead.take();
      const fact = leadsElsewhere() ? leaderTakenFact(context(), shown.meeting) : null;
      const written = await writeIf(fact);
      changed();
      return written;
    },
    editAndRecord: async (command, makers) => {
      if (closed) return err(notSaved('closed'));
      const { value, saved } = await change(
        () => command(document, context()),
        (result) => (result.ok ? makers.map((make) => make(context())) : []),
      );
      return value.ok && !saved.ok ? saved : value;
    },
    clearUndo: () => {
      undo.clear();
      changed();
    },
    close: async () => {
      if (closed) return ok(undefined);
      while (writer.waiting().length > 0) {
        const flushed = await writer.flush();
        if (!flushed.ok) return flushed;
      }
      letGo();
      return ok(undefined);
    },
    abandon: letGo,
    isRewritten: () => rewritten && !closed,
    reach: () => journal.replica.highest(),
    unwritten: () => (closed ? [] : writer.waiting()),
    leave: () => {
      const left = closed ? [] : writer.waiting();
      letGo();
      return left;
    },
    carryOn: (entries) => {
      applyUpdates(
        document,
        entries.flatMap((entry) => (entry.kind === 'doc' ? [entry.update] : [])),
      );
      void writer.write(entries.map(({ key: _key, ...entry }) => entry));
    },
  };
};
