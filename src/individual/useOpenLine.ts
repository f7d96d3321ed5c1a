import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWorkspace } from '../meeting/views/WorkspaceContext.ts';
import { addRowOf } from '../meeting/views/write/kinds.ts';
import { changeKind } from '../plan/commands/editRows.ts';
import { putAway } from '../plan/commands/moveRows.ts';
import type { RowKind, SipPlan } from '../plan/model.ts';
import { spliceBetween } from '../ui/TextSpliceField/spliceBetween.ts';

/**
 * A line written while everyone watches. Its row is made with the first letter and grows with each, as on the leader's
 * own screen, so that a lock or a reload loses nothing; it is hidden until shown (docs/decisions/0021).
 */
export interface OpenLine {
  readonly text: string;
  readonly kind: RowKind;
  readonly write: (text: string) => void;
  readonly choose: (kind: RowKind) => void;
  /** The row, written to disk; null when that failed or nothing is in it. The field is empty for the next. */
  readonly finish: () => Promise<string | null>;
  /** To **Borttaget**. */
  readonly drop: () => Promise<void>;
}

/** A line from its first letter; what is wanted of it, and what the plan has. */
interface Line {
  text: string;
  kind: RowKind;
  id: string | null;
  /** The kind that its row has. */
  was: RowKind;
  /** What is being done with it in the plan; one thing at a time. */
  doing: Promise<void>;
}

const newLine = (): Line => ({
  text: '',
  kind: 'note',
  id: null,
  was: 'note',
  doing: Promise.resolve(),
});

const next = (line: Line, work: () => Promise<void>): Promise<void> => {
  line.doing = line.doing.then(work);
  return line.doing;
};

/** New help goes under the newest step. */
const newestStep = (plan: SipPlan, but: string | null): string | null =>
  plan.subgoals.findLast(({ id }) => id !== but)?.id ?? null;

export const useOpenLine = (): OpenLine => {
  const newest = useRef(useWorkspace());
  newest.current = useWorkspace();
  const present = useRef(newLine());
  const [, redraw] = useState(0);
  const changed = (): void => redraw((times) => times + 1);

  /** Brings the plan to what is wanted of the line. */
  const bring = async (line: Line): Promise<void> => {
    const { edit, state } = newest.current;
    if (line.id === null) {
      if (line.text.trim() === '') return;
      const { kind, text } = line;
      await edit((doc, ctx) => {
        const made = addRowOf(doc, ctx, kind, text, newestStep(state.plan, null));
        // Also where it could not be written: the row is there and waits, and must not be made twice.
        if (made.ok) line.id = made.value;
        return made;
      });
      line.was = kind;
    }
    const { id, kind } = line;
    if (id === null) return;
    const typing = newest.current.typing({ item: id, field: 'text' });
    const rest = spliceBetween(typing.value, line.text, line.text.length);
    if (rest !== null) typing.splice(rest);
    if (kind === line.was) return;
    const under = kind === 'intervention' ? { subgoalId: newestStep(state.plan, id) } : {};
    const done = await edit((doc, ctx) => changeKind(doc, ctx, { id, kind, ...under }));
    if (done.ok) line.was = kind;
  };

  const putLineAway = useCallback(async ({ id }: Line): Promise<void> => {
    if (id !== null) await newest.current.edit((doc, ctx) => putAway(doc, ctx, { id }));
  }, []);

  // Whatever else is pressed before **Klar**: what was written is in the plan already, but for nothing at all.
  useLayoutEffect(
    () => () => {
      const line = present.current;
      void next(line, async () => {
        if (line.text.trim() === '') await putLineAway(line);
      });
    },
    [putLineAway],
  );

  return {
    text: present.current.text,
    kind: present.current.kind,
    write: (text) => {
      const line = present.current;
      line.text = text;
      changed();
      void next(line, () => bring(line));
    },
    choose: (kind) => {
      const line = present.current;
      line.kind = kind;
      changed();
      void next(line, () => bring(line));
    },
    finish: async () => {
      const line = present.current;
      await next(line, () => bring(line));
      if (line.id === null || line.text.trim() === '' || line.was !== line.kind) return null;
      const written = await newest.current.flush();
      if (!written.ok) return null;
      present.current = newLine();
      changed();
      return line.id;
    },
    drop: async () => {
      const line = present.current;
      present.current = newLine();
      changed();
      await next(line, () => putLineAway(line));
    },
  };
};
