import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../i18n/useT.ts';
import { useWorkspace } from '../meeting/views/WorkspaceContext.ts';
import { addIntervention, addLater, addNote, addSubgoal } from '../plan/commands/addRows.ts';
import { setShown } from '../plan/commands/showRows.ts';
import { limits } from '../plan/limits.ts';
import { Button } from '../ui/Button/Button.tsx';
import { ChipGroup } from '../ui/ChipGroup/ChipGroup.tsx';
import { privateInput } from '../ui/Field/privateInput.ts';

export interface WriteLineProps {
  readonly onClose: () => void;
  /** The keyboard is up: the field, the kinds and **Klar**, nothing else (field.md 15). */
  readonly compact: boolean;
}

type LineKind = 'note' | 'subgoal' | 'intervention' | 'later';

const kinds = ['subgoal', 'intervention', 'later'] as const;

type Step =
  | { readonly kind: 'writing'; readonly failed: boolean }
  /** Saved and hidden; goals and help can be shown now, in one tap. */
  | { readonly kind: 'saved'; readonly id: string; readonly mayBeShown: boolean };

/**
 * **Skriv en rad** while everyone watches. The line is seen while it is written, and then gone from the wall: it
 * becomes a hidden row like any other, and comes back only by **Visa för alla**. So a misspelled or half-said thing
 * never stays (docs/decisions/0021).
 */
export function WriteLine({ onClose, compact }: WriteLineProps): JSX.Element {
  const workspace = useWorkspace();
  const t = useT();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<LineKind>('note');
  const [busy, setBusy] = useState(false);
  const [step, setStep] = useState<Step>({ kind: 'writing', failed: false });
  const input = useRef<HTMLInputElement>(null);
  /** Keeps the line, hidden, when something else is pressed before **Klar**: nothing is lost by a tap. */
  const unfinished = useRef<(() => void) | null>(null);
  useLayoutEffect(() => () => unfinished.current?.(), []);
  useEffect(() => {
    if (step.kind === 'writing') input.current?.focus();
  }, [step.kind]);

  const write = (line: string) =>
    workspace.edit((doc, ctx) => {
      switch (kind) {
        case 'note':
          return addNote(doc, ctx, { text: line });
        case 'later':
          return addLater(doc, ctx, { text: line });
        case 'subgoal':
          return addSubgoal(doc, ctx, { text: line });
        case 'intervention': {
          const subgoalId = workspace.state.plan.subgoals.at(-1)?.id ?? null;
          return addIntervention(doc, ctx, { text: line, subgoalId });
        }
      }
    });

  const save = async () => {
    const line = text.trim();
    if (line === '' || busy) return;
    setBusy(true);
    unfinished.current = null;
    const result = await write(line);
    setBusy(false);
    if (!result.ok) {
      setStep({ kind: 'writing', failed: true });
      return;
    }
    setText('');
    const mayBeShown = kind === 'subgoal' || kind === 'intervention';
    setStep({ kind: 'saved', id: result.value, mayBeShown });
  };

  const rest = text.trim();
  unfinished.current = rest === '' || busy ? null : () => void write(rest);

  const cancel = () => {
    setText('');
    unfinished.current = null;
    onClose();
  };

  const show = async (id: string) => {
    const shown = await workspace.edit((doc, ctx) => setShown(doc, ctx, { item: id, shown: true }));
    if (shown.ok) onClose();
  };

  if (step.kind === 'saved') {
    return (
      <section class="mirrored__write" aria-label={t('room:bar.write')}>
        <p class="mirrored__write-label" role="status">
          {t('room:writeLine.saved')} {step.mayBeShown && t('room:writeLine.showAll')}
        </p>
        <div class="mirrored__write-actions">
          {step.mayBeShown ? (
            <>
              <Button onClick={onClose}>{t('room:writeLine.notNow')}</Button>
              <Button kind="filled" onClick={() => void show(step.id)}>
                {t('room:writeLine.show')}
              </Button>
            </>
          ) : (
            <Button kind="filled" onClick={onClose}>
              {t('room:writeLine.done')}
            </Button>
          )}
        </div>
      </section>
    );
  }

  return (
    <section class="mirrored__write" aria-label={t('room:bar.write')}>
      <div class="mirrored__write-head">
        <label class="mirrored__write-label" for="mirrored-line">
          {t('room:writeLine.label')}
        </label>
        <ChipGroup
          label={t('room:writeLine.kind')}
          hideLabel
          allowNone
          value={kind === 'note' ? null : kind}
          onChange={(chosen) => setKind(chosen ?? 'note')}
          options={kinds.map((value) => ({ value, label: t(`room:writeLine.${value}`) }))}
        />
      </div>
      <div class="mirrored__write-row">
        <input
          {...privateInput}
          id="mirrored-line"
          ref={input}
          class="mirrored__write-input"
          type="text"
          maxLength={limits.rowText}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            void save();
          }}
          aria-describedby={step.failed ? 'mirrored-line-error' : undefined}
        />
        {!compact && <Button onClick={cancel}>{t('room:writeLine.cancel')}</Button>}
        <Button kind="filled" busy={busy} onClick={() => void save()}>
          {t('room:writeLine.done')}
        </Button>
      </div>
      {step.failed && (
        <p id="mirrored-line-error" role="alert" class="mirrored__write-error">
          {t('room:writeLine.failed')}
        </p>
      )}
    </section>
  );
}
