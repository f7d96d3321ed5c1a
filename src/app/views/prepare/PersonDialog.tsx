/** One person at the table. Written when **Klar** is pressed, all at once. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { putAway } from '../../../plan/commands/moveRows.ts';
import type { Participant } from '../../../plan/model.ts';
import { isProtected } from '../../../plan/protectedIdentity.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { CheckRow } from '../../../ui/CheckRow/CheckRow.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { type PersonDraft, personToDraft, writePerson } from './personForm.ts';

export interface PersonDialogProps {
  /** Null: a new person. */
  readonly person: Participant | null;
  /** What is known of a new person. */
  readonly known?: Partial<PersonDraft> | undefined;
  readonly onClose: () => void;
}

export function PersonDialog({ person, known, onClose }: PersonDialogProps): JSX.Element {
  const t = useT();
  const { edit, state } = useWorkspace();
  const [before] = useState(() => personToDraft(person));
  const [draft, setDraft] = useState<PersonDraft>({ ...before, ...known });
  const [missing, setMissing] = useState(false);
  const write = (change: Partial<PersonDraft>): void => setDraft({ ...draft, ...change });

  const save = async (): Promise<void> => {
    if (draft.name.trim() === '' && draft.function.trim() === '') {
      setMissing(true);
      return;
    }
    const done = await edit((doc, ctx) =>
      writePerson(doc, ctx, person === null ? null : { id: person.id, draft: before }, draft),
    );
    if (done.ok) onClose();
  };

  return (
    <Dialog
      open
      title={
        person === null
          ? t('prepare:prepare.addPerson')
          : t('prepare:prepare.editPerson', { name: person.name || person.function })
      }
      onClose={onClose}
      firstFocus="content"
      actions={
        <>
          {person !== null && (
            <Button
              kind="quiet"
              onClick={async () => {
                await edit((doc, ctx) => putAway(doc, ctx, { id: person.id }));
                onClose();
              }}
            >
              {t('prepare:prepare.putAway')}
            </Button>
          )}
          <Button onClick={onClose}>{t('prepare:prepare.cancel')}</Button>
          <Button kind="filled" onClick={() => void save()}>
            {t('prepare:prepare.save')}
          </Button>
        </>
      }
    >
      <div class="form">
        <Field
          label={t('prepare:prepare.personName')}
          value={draft.name}
          onInput={(name) => write({ name })}
          error={missing ? t('prepare:prepare.nameOrFunction') : null}
          maxLength={200}
        />
        {/* A plan is one person's: asked only until somebody is that person. */}
        {!state.plan.participants.some(
          (other) => other.isIndividual && other.id !== person?.id,
        ) && (
          <CheckRow
            label={t('prepare:prepare.personIsIndividual')}
            checked={draft.isIndividual}
            onChange={(isIndividual) => write({ isIndividual })}
          />
        )}
        <Field
          label={t('prepare:prepare.personFunction')}
          hint={t(
            draft.protectedIdentity || isProtected(state.plan)
              ? 'common:field.onlyProfession'
              : 'prepare:prepare.personFunctionHint',
          )}
          value={draft.function}
          onInput={(value) => write({ function: value })}
          maxLength={200}
        />
        {!draft.isIndividual && <StaffFields draft={draft} write={write} />}
        <ChipGroup
          allowNone
          label={t('prepare:prepare.personAttendance')}
          value={draft.attendance}
          options={(['plats', 'video', 'telefon'] as const).map((value) => ({
            value,
            label: t(`prepare:prepare.${value}`),
          }))}
          onChange={(attendance) => write({ attendance })}
        />
        <Field
          kind="tel"
          label={t('prepare:prepare.privatePhone')}
          hint={t('prepare:prepare.privatePhoneHint')}
          value={draft.privatePhone}
          onInput={(privatePhone) => write({ privatePhone })}
          maxLength={40}
        />
        <CheckRow
          label={t('prepare:prepare.protected')}
          checked={draft.protectedIdentity}
          onChange={(protectedIdentity) => write({ protectedIdentity })}
        />
      </div>
    </Dialog>
  );
}

interface PartProps {
  readonly draft: PersonDraft;
  readonly write: (change: Partial<PersonDraft>) => void;
}

function StaffFields({ draft, write }: PartProps): JSX.Element {
  const t = useT();
  return (
    <>
      <Field
        label={t('prepare:prepare.personService')}
        hint={t('prepare:prepare.personServiceHint')}
        value={draft.service}
        onInput={(service) => write({ service, serviceOnScreen: false })}
        maxLength={200}
      />
      {draft.service.trim() !== '' && (
        <CheckRow
          label={t('prepare:prepare.serviceOnScreen')}
          hint={t('prepare:prepare.serviceOnScreenHint')}
          checked={draft.serviceOnScreen}
          onChange={(serviceOnScreen) => write({ serviceOnScreen })}
        />
      )}
      <ChipGroup
        allowNone
        label={t('prepare:prepare.personAuthority')}
        value={draft.authority}
        options={(['region', 'kommun', 'annan'] as const).map((value) => ({
          value,
          label: t(`prepare:prepare.${value}`),
        }))}
        onChange={(authority) => write({ authority })}
      />
      <ChipGroup
        allowNone
        label={t('prepare:prepare.personCall')}
        hint={t('prepare:prepare.callHint')}
        value={draft.call}
        options={(['kallad', 'inbjuden'] as const).map((value) => ({
          value,
          label: t(`prepare:prepare.${value}`),
        }))}
        onChange={(call) => write({ call })}
      />
      <ChipGroup
        allowNone
        label={t('prepare:prepare.personReply')}
        value={draft.reply}
        options={[
          { value: 'kommer', label: t('prepare:prepare.kommer') },
          { value: 'annan', label: t('prepare:prepare.skickarAnnan') },
          { value: 'kommerInte', label: t('prepare:prepare.kommerInte') },
          { value: 'obesvarad', label: t('prepare:prepare.obesvarad') },
        ]}
        onChange={(reply) => write({ reply })}
      />
      <ChipGroup
        allowNone
        label={t('prepare:prepare.personMandate')}
        hint={t('prepare:prepare.mandateHint')}
        value={draft.mandate}
        options={[
          { value: 'ja', label: t('common:answer.yes') },
          { value: 'delvis', label: t('prepare:prepare.delvis') },
          { value: 'nej', label: t('common:answer.no') },
        ]}
        onChange={(mandate) => write({ mandate })}
      />
      <Field
        label={t('prepare:prepare.askAbout')}
        hint={t('prepare:prepare.askAboutHint')}
        value={draft.askAbout}
        onInput={(askAbout) => write({ askAbout })}
        maxLength={400}
      />
      <Field
        kind="tel"
        label={t('prepare:prepare.workPhone')}
        hint={t('prepare:prepare.workPhoneHint')}
        value={draft.workPhone}
        onInput={(workPhone) => write({ workPhone })}
        maxLength={40}
      />
      <Field
        label={t('prepare:prepare.workHours')}
        hint={t('prepare:prepare.workHoursHint')}
        value={draft.workHours}
        onInput={(workHours) => write({ workHours })}
        maxLength={200}
      />
      <Field
        label={t('prepare:prepare.spokenBefore')}
        value={draft.spokenBefore}
        onInput={(spokenBefore) => write({ spokenBefore })}
        maxLength={400}
      />
    </>
  );
}
