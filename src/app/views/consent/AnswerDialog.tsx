/** **Anteckna svaret**: yes, no or later; how it was given; by whom; until when. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ConsentAnswer, ConsentForm, ConsentKind } from '../../../consent/consentFacts.ts';
import { recordConsent, theIndividual } from '../../../consent/recordConsent.ts';
import { currentLocale, swedishText } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { guardianshipOf } from '../../../plan/guardianship.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';

export interface AnswerDialogProps {
  readonly which: ConsentKind;
  readonly name: string;
  readonly onClose: () => void;
}

export function AnswerDialog({ which, name, onClose }: AnswerDialogProps): JSX.Element {
  const t = useT();
  const { record, state } = useWorkspace();
  const guardianship = guardianshipOf(state.plan);
  const [answer, setAnswer] = useState<ConsentAnswer | null>(null);
  const [form, setForm] = useState<ConsentForm>('muntligt');
  const [giver, setGiver] = useState<'individual' | 'guardian'>('individual');
  const [giverName, setGiverName] = useState('');
  const [note, setNote] = useState('');
  const [until, setUntil] = useState('');

  const save = async (): Promise<void> => {
    if (answer === null) return;
    const done = await record((ctx) =>
      recordConsent(ctx, {
        which,
        answer,
        form,
        note,
        until: until === '' ? null : until,
        giver:
          giver === 'individual'
            ? theIndividual
            : { role: 'guardian', participantId: null, name: giverName.trim(), counts: true },
      }),
    );
    if (done.ok) onClose();
  };

  return (
    <Dialog
      open
      title={t(`consent:${which}.title`)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('consent:answer.cancel')}</Button>
          <Button kind="filled" disabled={answer === null} onClick={() => void save()}>
            {t('consent:answer.save')}
          </Button>
        </>
      }
    >
      <div class="form">
        <ChipGroup
          label={swedishText(`consent:${which}.question`, { name })}
          lang="sv"
          hint={currentLocale() === 'sv' ? undefined : t(`consent:${which}.question`, { name })}
          value={answer}
          options={(['yes', 'no', 'later'] as const).map((value) => ({
            value,
            label: t(`consent:answer.${value}`),
          }))}
          onChange={(value: ConsentAnswer) => setAnswer(value)}
        />
        <ChipGroup
          label={t('consent:answer.how')}
          value={form}
          options={(['muntligt', 'skriftligt', 'annat'] as const).map((value) => ({
            value,
            label: t(`consent:answer.${value}`),
          }))}
          onChange={(value: ConsentForm) => setForm(value)}
        />
        {form === 'skriftligt' && (
          <>
            <Field
              label={t('consent:answer.writtenWhere')}
              hint={t('consent:answer.writtenHint')}
              value={note}
              onInput={setNote}
              maxLength={200}
            />
            <p class="soft">{t('consent:print')}</p>
          </>
        )}
        {guardianship !== 'none' && (
          <ChipGroup
            label={t('consent:answer.givenBy')}
            hint={t(`common:guardian.${guardianship}`)}
            value={giver}
            options={[
              { value: 'individual', label: t('consent:answer.self', { name }) },
              { value: 'guardian', label: t('consent:answer.guardian') },
            ]}
            onChange={(value: 'individual' | 'guardian') => setGiver(value)}
          />
        )}
        {giver === 'guardian' && (
          <>
            <Field
              label={t('consent:answer.guardian')}
              value={giverName}
              onInput={setGiverName}
              maxLength={200}
            />
            <Notice kind="info">{t('consent:answer.guardianHint')}</Notice>
          </>
        )}
        <Field
          kind="date"
          label={t('consent:answer.until')}
          hint={t('consent:answer.untilHint')}
          value={until}
          onInput={setUntil}
        />
      </div>
    </Dialog>
  );
}
