import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../i18n/useT.ts';
import type { Part } from '../meeting/parts.ts';
import { useWorkspace } from '../meeting/views/WorkspaceContext.ts';
import { setShown } from '../plan/commands/showRows.ts';
import { limits } from '../plan/limits.ts';
import { Button } from '../ui/Button/Button.tsx';
import { ChipGroup } from '../ui/ChipGroup/ChipGroup.tsx';
import { privateInput } from '../ui/Field/privateInput.ts';
import { useOpenLine } from './useOpenLine.ts';

export interface WriteLineProps {
  readonly onClose: () => void;
  /** The line is saved, and it is asked whether it is shown. */
  readonly onAsk: () => void;
  /** The keyboard is up: the field, the kinds and **Klar**, nothing else (field.md 15). */
  readonly compact: boolean;
}

type LineKind = 'subgoal' | 'intervention' | 'worksWell' | 'worksLess' | 'later';

/** What a line can be, by what the part talks about. All but the last can be shown in it. */
const kindsOf = (part: Part | null): readonly LineKind[] =>
  part === 'aktuellSituation'
    ? ['worksWell', 'worksLess', 'later']
    : ['subgoal', 'intervention', 'later'];

type Step =
  | { readonly kind: 'writing'; readonly failed: boolean }
  /** Saved and hidden; goals and help can be shown now, in one tap. */
  | { readonly kind: 'saved'; readonly id: string; readonly mayBeShown: boolean };

/**
 * **Skriv en rad** while everyone watches. The line is seen while it is written, and then gone from the wall: it is a
 * hidden row like any other from its first letter, and comes back only by **Visa för alla**. So a misspelled or half-said thing
 * never stays (docs/decisions/0021).
 */
export function WriteLine({ onClose, onAsk, compact }: WriteLineProps): JSX.Element {
  const { edit, state: now } = useWorkspace();
  const kinds = kindsOf(now.meeting.current.part);
  const t = useT();
  const line = useOpenLine();
  const [busy, setBusy] = useState(false);
  const [step, setStep] = useState<Step>({ kind: 'writing', failed: false });
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (step.kind === 'writing') input.current?.focus();
  }, [step.kind]);

  const save = async () => {
    if (line.text.trim() === '' || busy) return;
    setBusy(true);
    const id = await line.finish();
    setBusy(false);
    if (id === null) {
      setStep({ kind: 'writing', failed: true });
      return;
    }
    onAsk();
    setStep({
      kind: 'saved',
      id,
      mayBeShown: line.kind !== 'later' && kinds.some((kind) => kind === line.kind),
    });
  };

  const cancel = () => {
    void line.drop();
    onClose();
  };

  const show = async (id: string) => {
    const shown = await edit((doc, ctx) => setShown(doc, ctx, { item: id, shown: true }));
    if (shown.ok) onClose();
  };

  if (step.kind === 'saved') {
    return (
      <section class="mirrored__write" aria-label={t('room:bar.write')}>
        <p class="mirrored__write-label" role="status">
          {step.mayBeShown
            ? `${t('room:writeLine.saved')} ${t('room:writeLine.showAll')}`
            : t('room:writeLine.savedHidden')}
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
          value={kinds.find((kind) => kind === line.kind) ?? null}
          onChange={(chosen) => line.choose(chosen ?? 'note')}
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
          value={line.text}
          onInput={(event) => line.write(event.currentTarget.value)}
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
