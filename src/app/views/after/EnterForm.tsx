import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { dateOfInstant } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { answerAfterLine } from '../../../meeting/afterMeeting.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field } from '../../../ui/Field/Field.tsx';

/** **För in i verksamhetens system**: which, when, and what the others enter. Until then prints say Arbetsmaterial. */
export function EnterForm({ onCopyText }: { readonly onCopyText: () => void }): JSX.Element {
  const t = useT();
  const { state, record } = useWorkspace();
  const now = state.after.find((one) => one.line === 'forIn');
  const [system, setSystem] = useState(now?.system ?? '');
  const [date, setDate] = useState(now?.date ?? '');
  const [note, setNote] = useState(now?.note ?? '');
  const [missing, setMissing] = useState(false);

  const save = (): void => {
    setMissing(system.trim() === '');
    if (system.trim() === '') return;
    void record((ctx) =>
      answerAfterLine(ctx, {
        line: 'forIn',
        state: 'done',
        meetingId: state.meeting.current.id,
        system: system.trim(),
        date: date === '' ? dateOfInstant(ctx.at) : date,
        note: note.trim(),
      }),
    );
  };

  return (
    <div class="form">
      {now?.state === 'done' && now.date !== null && (
        <p>
          <strong>
            {t('after:enter.entered', { system: now.system, date: t.formats.date(now.date) })}
          </strong>
        </p>
      )}
      <Button onClick={onCopyText}>{t('after:enter.copy')}</Button>
      <Field
        label={t('after:enter.system')}
        value={system}
        onInput={setSystem}
        error={missing ? t('after:enter.systemMissing') : null}
        maxLength={100}
      />
      <Field kind="date" label={t('after:enter.date')} value={date} onInput={setDate} />
      <Field
        label={t('after:enter.note')}
        hint={t('after:enter.noteHint')}
        value={note}
        onInput={setNote}
        maxLength={400}
      />
      <Button onClick={save}>{t('after:enter.save')}</Button>
    </div>
  );
}
