/**
 * Who does it, when and how often, and whether it needs a decision: the three taps after one text (field.md 6, 10).
 * Choosing a person sets the authority; nothing here must be filled in.
 */
import type { JSX } from 'preact';
import { setTiming } from '../../../plan/commands/editRows.ts';
import type { RowKind, Timing } from '../../../plan/model.ts';
import { useLeader } from '../Leader.ts';
import type { DoingRow } from '../planRows.ts';
import { settled } from '../planWords.ts';
import { BothValues } from './BothValues.tsx';
import { DoersField } from './DoersField.tsx';
import { TimingField } from './TimingField.tsx';

export interface DoingFieldsProps {
  readonly row: DoingRow;
  readonly choose: (kind: RowKind) => void;
}

export function DoingFields({ row, choose }: DoingFieldsProps): JSX.Element {
  const { edit } = useLeader();
  const setWhen = (timing: Timing | null): void => {
    void edit((doc, ctx) => setTiming(doc, ctx, { id: row.id, timing }));
  };
  return (
    <>
      <DoersField row={row} choose={choose} />
      <BothValues item={row.id} field="doers" />
      <TimingField timing={settled(row.timing)} onChange={setWhen} />
      <BothValues item={row.id} field="timing" />
      {row.kind === 'intervention' && <BothValues item={row.id} field="decision" />}
    </>
  );
}
