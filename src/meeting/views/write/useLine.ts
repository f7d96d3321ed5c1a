import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { changeKind } from '../../../plan/commands/editRows.ts';
import { putAway } from '../../../plan/commands/moveRows.ts';
import type { RowKind } from '../../../plan/model.ts';
import {
  applySplice,
  type Splice,
  spliceBetween,
} from '../../../ui/TextSpliceField/spliceBetween.ts';
import { emptyLine, useLeader } from '../Leader.ts';
import { findRow, type PlanRow, standsUnderStep } from '../planRows.ts';
import { addRowOf } from './kinds.ts';

/**
 * The line under the fingers. Its row is made with the first letter and grows with each, so that nothing typed is
 * only on the screen; a kind is chosen before, while or after one types.
 */
export interface LineWriting {
  readonly value: string;
  readonly kind: RowKind;
  /** Null until the row is in the plan. */
  readonly row: PlanRow | null;
  /** Something is being written: letters, a chosen kind or a row taken up again. */
  readonly isOpen: boolean;
  readonly splice: (splice: Splice) => void;
  readonly choose: (kind: RowKind) => void;
  /** The line is done; the field is empty for the next. */
  readonly finish: () => void;
}

/** A row on its way into the plan. */
interface Job {
  typed: string;
  kind: RowKind;
  /** The line was finished before its row was there. */
  left: boolean;
}

export const useLine = (): LineWriting => {
  const leader = useLeader();
  const newest = useRef(leader);
  newest.current = leader;
  const [draft, setDraft] = useState('');
  const job = useRef<Job | null>(null);
  const { line, plan, workspace, setLine } = leader;

  const row = findRow(plan, line.id);
  const kind = row?.kind ?? line.kind;
  const ref = line.id === null ? null : { item: line.id, field: 'text' };
  const value = ref === null ? draft : workspace.typing(ref).value;

  const setKind = useCallback(async (id: string, next: RowKind): Promise<void> => {
    const { edit, stepId, setStepId } = newest.current;
    await edit((doc, ctx) =>
      changeKind(doc, ctx, {
        id,
        kind: next,
        ...(standsUnderStep(next) ? { subgoalId: stepId === id ? null : stepId } : {}),
      }),
    );
    if (next === 'subgoal') setStepId(id);
  }, []);

  const create = useCallback(
    async (started: Job): Promise<void> => {
      const { typed, kind: first } = started;
      const { edit, stepId, setStepId } = newest.current;
      const added: { id?: string } = {};
      await edit((doc, ctx) => {
        const made = addRowOf(doc, ctx, first, typed, stepId);
        // Also where it could not be written: the row is there and waits, and must not be made twice.
        if (made.ok) added.id = made.value;
        return made;
      });
      if (job.current === started) job.current = null;
      const { id } = added;
      if (id === undefined) return;
      const rest = spliceBetween(typed, started.typed, started.typed.length);
      if (rest !== null) newest.current.workspace.typing({ item: id, field: 'text' }).splice(rest);
      // Before anything is waited for: what is typed or finished from now on is of this row.
      if (!started.left) {
        setDraft('');
        newest.current.setLine({ id, kind: started.kind });
      }
      if (started.kind !== first) await setKind(id, started.kind);
      else if (first === 'subgoal') setStepId(id);
    },
    [setKind],
  );

  const splice = (change: Splice): void => {
    if (ref !== null) {
      workspace.typing(ref).splice(change);
      return;
    }
    const typed = applySplice(job.current?.typed ?? draft, change);
    setDraft(typed);
    if (job.current !== null) {
      job.current.typed = typed;
    } else if (typed.trim() !== '') {
      job.current = { typed, kind: line.kind, left: false };
      void create(job.current);
    }
  };

  const choose = (next: RowKind): void => {
    if (line.id !== null) {
      setLine({ id: line.id, kind: next });
      void setKind(line.id, next);
      return;
    }
    if (job.current !== null) job.current.kind = next;
    setLine({ id: null, kind: next });
  };

  const finish = (): void => {
    if (job.current !== null) job.current.left = true;
    job.current = null;
    const { id } = line;
    setDraft('');
    setLine(emptyLine);
    void (async () => {
      await workspace.flush();
      if (
        id !== null &&
        newest.current.workspace.typing({ item: id, field: 'text' }).value.trim() === ''
      ) {
        await newest.current.edit((doc, ctx) => putAway(doc, ctx, { id }));
      }
    })();
  };

  // Another part, another line: what was written is in the plan already.
  const { part } = leader.meeting;
  const before = useRef(part);
  useEffect(() => {
    if (before.current === part) return;
    before.current = part;
    if (job.current !== null) job.current.left = true;
    job.current = null;
    setDraft('');
    newest.current.setLine(emptyLine);
  }, [part]);

  return {
    value,
    kind,
    row,
    isOpen: line.id !== null || draft !== '' || line.kind !== 'note',
    splice,
    choose,
    finish,
  };
};
