/**
 * After **Ingen SIP**: what was written at the meeting and is kept here alone can be removed (field.md 11). Says first
 * what goes and what stays, asks who chose it, and says afterwards that it is done.
 */
import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { countMeetingNotes, notesRemoved } from '../../../cases/meetingNotes.ts';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';

export type NotesChoice = 'individual' | 'staff';

/** Null: it is removed. The last one means that it is removed but the plan must be opened again. */
export type RemoveNotesTrouble = 'failed' | 'notSettled' | 'notWhole' | 'notOpenedAgain';

export interface RemoveNotesProps {
  readonly name: string;
  readonly onRemoveNotes: (choice: NotesChoice) => Promise<RemoveNotesTrouble | null>;
}

export function RemoveNotes({ name, onRemoveNotes }: RemoveNotesProps): JSX.Element | null {
  const t = useT();
  const id = useId();
  const { state } = useWorkspace();
  const [open, setOpen] = useState(false);
  const [choice, setChoice] = useState<NotesChoice | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<RemoveNotesTrouble | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (done) heading.current?.focus();
  }, [done]);
  if (state.meeting.current.ended?.ground !== 'samtyckeAterkallat') return null;

  const notes = countMeetingNotes(state);
  const removedAt = notesRemoved(state);

  const remove = async (): Promise<void> => {
    if (choice === null) return;
    setBusy(true);
    setTrouble(null);
    const failed = await onRemoveNotes(choice);
    setBusy(false);
    setTrouble(failed);
    if (failed === null) {
      setOpen(false);
      setChoice(null);
      setDone(true);
    }
  };

  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {t('after:noSip.title')}
      </h2>
      <div role="status">
        {removedAt !== null && (
          <p>
            <strong>{t('after:noSip.removed', { date: t.formats.date(removedAt) })}</strong>
          </p>
        )}
        {notes.nothing ? (
          removedAt === null && <p>{t('after:noSip.nothing')}</p>
        ) : (
          <p>{t('after:noSip.what')}</p>
        )}
      </div>
      {!notes.nothing && <Button onClick={() => setOpen(true)}>{t('after:noSip.go')}</Button>}
      <p class="soft">{t('after:noSip.journal')}</p>
      <Dialog
        open={open}
        title={`${t('after:noSip.go')}?`}
        onClose={() => setOpen(false)}
        dismissable={!busy}
        class="remove-notes"
        actions={
          <>
            <Button disabled={busy} onClick={() => setOpen(false)}>
              {t('after:noSip.keep')}
            </Button>
            <Button disabled={choice === null} busy={busy} onClick={() => void remove()}>
              {t(busy ? 'after:noSip.busy' : 'after:noSip.confirm')}
            </Button>
          </>
        }
      >
        <h3>{t('after:noSip.goes')}</h3>
        <ul>
          {notes.rows.map(({ kind, count }) => (
            <li key={kind}>{t(`after:noSip.kind.${kind}`, { count })}</li>
          ))}
          {notes.answers && <li>{t('after:noSip.answers')}</li>}
          {notes.ownWords && <li>{t('after:noSip.ownWords')}</li>}
          <li>{t('after:noSip.putAway')}</li>
        </ul>
        <h3>{t('after:noSip.stays')}</h3>
        <ul>
          <li>{t('after:noSip.staysFacts')}</li>
          <li>{t('after:noSip.staysBefore')}</li>
          <li>{t('after:noSip.staysVersions')}</li>
          <li>{t('after:noSip.staysPaper')}</li>
        </ul>
        <p>{t('after:noSip.journal')}</p>
        <ChipGroup
          label={t('after:noSip.who')}
          value={choice}
          options={[
            { value: 'individual', label: name },
            { value: 'staff', label: t('after:noSip.byStaff') },
          ]}
          onChange={(value: NotesChoice) => setChoice(value)}
        />
        <p>{t('after:noSip.noUndo')}</p>
        {trouble !== null && <Notice kind="error">{t(`after:noSip.${trouble}`)}</Notice>}
      </Dialog>
    </section>
  );
}
