/**
 * **Skriv en rad**: one field, in the same place in both faces and in every part, so that it is one tap away and
 * keeps its focus when the layout changes (field.md 6, 15). Under it the kinds, and for an intervention who and when.
 */

import type { JSX } from 'preact';
import { limits } from '../../../plan/limits.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { TextSpliceField } from '../../../ui/TextSpliceField/TextSpliceField.tsx';
import { useLeader } from '../Leader.ts';
import type { Layout } from '../layout.ts';
import { AgreedLine } from '../lead/AgreedLine.tsx';
import { LineFields } from '../pieces.ts';
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
  const { kind, isOpen } = line;
  const keyboard = layout === 'keyboard';
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
        maxLength={limits.rowText}
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
      {isOpen && <LineFields line={line} short={keyboard} />}
      {keyboard && <AgreedLine before="before" />}
    </section>
  );
}
