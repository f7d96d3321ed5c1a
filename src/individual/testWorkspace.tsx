import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { foldMeeting } from '../meeting/foldMeeting.ts';
import { stampEvent } from '../meeting/meetingEvents.ts';
import { testCaseState } from '../meeting/testCaseState.ts';
import { WorkspaceContext } from '../meeting/views/WorkspaceContext.ts';
import type { CaseState, Workspace } from '../meeting/workspace.ts';
import type { PlanDocument } from '../plan/document.ts';
import { readText } from '../plan/documentRead.ts';
import { createUndo } from '../plan/documentUndo.ts';
import { spliceText } from '../plan/documentWrite.ts';
import { per } from '../plan/testing.ts';
import type { WriteContext } from '../plan/writeContext.ts';
import type { Instant } from '../shared/deps.ts';
import type { Fact, PlacedFact } from '../shared/fact.ts';
import { ok } from '../shared/result.ts';

/** An open case in memory, for tests of views: writes answer at once, nothing is sealed. */
export interface TestWorkspace {
  readonly current: () => Workspace;
  readonly subscribe: (listener: () => void) => () => void;
  readonly facts: () => readonly Fact[];
}

export interface TestWorkspaceInput {
  readonly doc: PlanDocument;
  readonly ctx: WriteContext;
  readonly log: readonly PlacedFact[];
  readonly now: () => Instant;
  readonly practice?: boolean;
  readonly setAside?: CaseState['setAsideRecords'];
  readonly missing?: CaseState['missingRecords'];
  readonly copied?: boolean;
}

export const createTestWorkspace = (input: TestWorkspaceInput): TestWorkspace => {
  const { doc, now } = input;
  let log = [...input.log];
  const listeners = new Set<() => void>();
  const undo = createUndo(doc);
  let count = 0;
  const ctx = (): WriteContext => ({
    by: per,
    at: now(),
    newId: () => {
      count += 1;
      return `w${String(count).padStart(5, '0')}`;
    },
  });
  const build = (): Workspace => ({
    state: {
      ...testCaseState(doc, log),
      setAsideRecords: input.setAside ?? [],
      missingRecords: input.missing ?? [],
      copied: input.copied ?? false,
    },
    save: { kind: 'saved' },
    saveNow: () => 'saved',
    watchSave: () => () => undefined,
    me: per,
    practice: input.practice ?? false,
    edit: async (command) => {
      const result = command(doc, ctx());
      changed();
      return result;
    },
    typing: (ref) => ({
      value: readText(doc, ref),
      splice: (splice) => {
        spliceText(doc, ctx(), ref, splice);
        changed();
      },
    }),
    record: async (maker) => place(maker(ctx())),
    send: async (intent) => {
      const at = now();
      const { id, term } = foldMeeting(log).current;
      return place({
        id: `f${log.length}`,
        type: 'meeting.event',
        at,
        by: per,
        data: { meetingId: id ?? 'm', term: Math.max(1, term), event: stampEvent(intent, at) },
      });
    },
    undo: async () => {
      const done = undo.undo();
      changed();
      return ok(done);
    },
    redo: async () => {
      const done = undo.redo();
      changed();
      return ok(done);
    },
    canUndo: undo.canUndo(),
    canRedo: undo.canRedo(),
    flush: async () => ok(undefined),
  });
  let workspace = build();
  const changed = () => {
    workspace = build();
    for (const listener of [...listeners]) listener();
  };
  const place = (fact: Fact) => {
    const seq = log.reduce((highest, each) => Math.max(highest, each.seq), 0) + 1;
    log = [...log, { fact, device: 'a', seq, seen: {} }];
    changed();
    return ok(fact);
  };
  return {
    current: () => workspace,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    facts: () => log.map(({ fact }) => fact),
  };
};

export interface TestCaseProps {
  readonly workspace: TestWorkspace;
  readonly children: ComponentChildren;
}

export function TestCase({ workspace, children }: TestCaseProps): JSX.Element {
  const [current, setCurrent] = useState(workspace.current);
  useEffect(() => workspace.subscribe(() => setCurrent(workspace.current())), [workspace]);
  return <WorkspaceContext.Provider value={current}>{children}</WorkspaceContext.Provider>;
}
