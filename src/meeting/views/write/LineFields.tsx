/** Under the line: what kind it is, and for an intervention who does it, when and by what decision. */
import type { JSX } from 'preact';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { useLeader } from '../Leader.ts';
import { isDoing } from '../planRows.ts';
import { DecisionField } from './DecisionField.tsx';
import { DoingFields } from './DoingFields.tsx';
import { chipOf, kindsOf } from './kinds.ts';
import { RowExtras } from './RowExtras.tsx';
import type { LineWriting } from './useLine.ts';

export interface LineFieldsProps {
  readonly line: LineWriting;
  /** Only what belongs to the line alone: the keyboard is up. */
  readonly short: boolean;
}

export function LineFields({ line, short }: LineFieldsProps): JSX.Element {
  const { t, meeting } = useLeader();
  const { kind, row } = line;
  return (
    <>
      <ChipGroup
        label={t('meeting:line.kind')}
        hideLabel
        allowNone
        value={chipOf(kind)}
        onChange={(next) => line.choose(next ?? 'note')}
        options={kindsOf(meeting.part, kind).map((value) => ({
          value,
          label: t(`meeting:line.kinds.${value}`),
        }))}
      />
      {row !== null && isDoing(row) && <DoingFields key={row.id} row={row} choose={line.choose} />}
      {row !== null && (!short || isDoing(row)) && (
        <div class="line-editor__last">
          {row.kind === 'intervention' && <DecisionField key={row.id} row={row} />}
          <RowExtras key={`${row.id}-more`} row={row} onGone={line.finish} />
        </div>
      )}
    </>
  );
}
