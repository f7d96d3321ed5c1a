/**
 * **Skriv en rad**: one field, in the same place in both faces and in every part, so that it is one tap away and
 * keeps its focus when the layout changes (field.md 6, 15). Under it the kinds, and for an intervention who and when.
 */
import type { JSX } from 'preact';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { TextSpliceField } from '../../../ui/TextSpliceField/TextSpliceField.tsx';
import { useLeader } from '../Leader.ts';
import type { Layout } from '../layout.ts';
import { AgreedLine } from '../lead/AgreedLine.tsx';
import { isDoing } from '../planRows.ts';
import { DecisionField } from './DecisionField.tsx';
import { DoingFields } from './DoingFields.tsx';
import { chipOf, kindsOf } from './kinds.ts';
import { RowExtras } from './RowExtras.tsx';
import type { LineWriting } from './useLine.ts';
import './LineEditor.css';

export interface LineEditorProps {
  readonly line: LineWriting;
  readonly layout: Layout;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

export function LineEditor({ line, layout, onFocus, onBlur }: LineEditorProps): JSX.Element {
  const { t, meeting, face, lineField, name, workspace } = useLeader();
  const { kind, row, isOpen } = line;
  const keyboard = layout === 'keyboard';
  const chip = chipOf(kind);
  const label =
    kind === 'ownAction'
      ? t('meeting:line.own', { name })
      : kind === 'intervention'
        ? t('meeting:line.what')
        : t('meeting:line.label');
  return (
    <section
      class="leader__foot line-editor"
      data-open={isOpen || undefined}
      aria-label={t('meeting:line.label')}
    >
      {/* Sammanfattning reads them aloud in full above. */}
      {!keyboard && !isOpen && face === 'leda' && meeting.part !== 'sammanfattning' && (
        <AgreedLine before="agreed" />
      )}
      <TextSpliceField
        label={label}
        hideLabel
        placeholder={t('meeting:line.placeholder')}
        value={line.value}
        onSplice={line.splice}
        onEnter={line.finish}
        onFocus={onFocus}
        onBlur={() => {
          void workspace.flush();
          onBlur();
        }}
        inputRef={lineField}
        class="line-editor__field"
        after={
          isOpen && !keyboard ? (
            <Button class="line-editor__done" onClick={line.finish}>
              {t('meeting:line.done')}
            </Button>
          ) : undefined
        }
      />
      {isOpen && (
        <ChipGroup
          label={t('meeting:line.kind')}
          hideLabel
          allowNone
          value={chip}
          onChange={(next) => line.choose(next ?? 'note')}
          options={kindsOf(meeting.part, kind).map((value) => ({
            value,
            label: t(`meeting:line.kinds.${value}`),
          }))}
        />
      )}
      {row !== null && isDoing(row) && <DoingFields key={row.id} row={row} choose={line.choose} />}
      {row !== null && (!keyboard || isDoing(row)) && (
        <div class="line-editor__last">
          {row.kind === 'intervention' && <DecisionField key={row.id} row={row} />}
          <RowExtras key={`${row.id}-more`} row={row} onGone={line.finish} />
        </div>
      )}
      {keyboard && <AgreedLine before="before" />}
    </section>
  );
}
