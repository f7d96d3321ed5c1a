/** Somebody who came without being in the list. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { addParticipant } from '../../../plan/commands/participants.ts';
import type { Authority } from '../../../plan/model.ts';
import { isProtected } from '../../../plan/protectedIdentity.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { useLeader } from '../Leader.ts';

export interface AddPersonProps {
  readonly onDone: () => void;
}

export function AddPerson({ onDone }: AddPersonProps): JSX.Element {
  const { t, edit, plan } = useLeader();
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const [service, setService] = useState('');
  const [authority, setAuthority] = useState<Authority | null>(null);
  const [tried, setTried] = useState(false);
  const save = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === '' && role.trim() === '') return;
    const added = await edit((doc, ctx) =>
      addParticipant(doc, ctx, {
        name: name.trim(),
        function: role.trim(),
        service: service.trim(),
        attendance: 'plats',
        ...(authority === null ? {} : { authority }),
      }),
    );
    if (added.ok) onDone();
  };
  const missing = tried && name.trim() === '' && role.trim() === '';
  return (
    <div class="inset">
      <div class="inset__fields">
        <Field
          label={t('meeting:here.name')}
          value={name}
          onInput={setName}
          onEnter={() => void save()}
          error={missing ? t('meeting:here.nameMissing') : null}
        />
        <Field
          label={t('meeting:here.function')}
          hint={isProtected(plan) ? t('common:field.onlyProfession') : undefined}
          value={role}
          onInput={setRole}
          onEnter={() => void save()}
        />
        <Field
          label={t('meeting:here.service')}
          value={service}
          onInput={setService}
          onEnter={() => void save()}
        />
      </div>
      <ChipGroup
        label={t('meeting:authority.label')}
        layout="beside"
        allowNone
        value={authority}
        onChange={setAuthority}
        options={(['region', 'kommun', 'annan'] as const).map((value) => ({
          value,
          label: t(`meeting:authority.${value}`),
        }))}
      />
      <div class="inset__actions">
        <Button onClick={() => void save()}>{t('meeting:here.save')}</Button>
        <Button kind="quiet" onClick={onDone}>
          {t('meeting:here.cancel')}
        </Button>
      </div>
    </div>
  );
}
