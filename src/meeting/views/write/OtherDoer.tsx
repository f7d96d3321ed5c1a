/** Somebody who is not at the table. A function is enough; no name is needed (field.md 10). */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Authority, Doer } from '../../../plan/model.ts';
import { isProtected } from '../../../plan/protectedIdentity.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { useLeader } from '../Leader.ts';

export interface OtherDoerProps {
  readonly onAdd: (doer: Doer) => void;
  readonly onCancel: () => void;
}

export function OtherDoer({ onAdd, onCancel }: OtherDoerProps): JSX.Element {
  const { t, plan } = useLeader();
  const [role, setRole] = useState('');
  const [name, setName] = useState('');
  const [service, setService] = useState('');
  const [authority, setAuthority] = useState<Authority | null>(null);
  const filled = [role, name, service].some((text) => text.trim() !== '');
  const add = (): void => {
    if (!filled) return;
    onAdd({
      participantId: null,
      name: name.trim(),
      function: role.trim(),
      service: service.trim(),
      authority,
    });
  };
  return (
    <div class="inset">
      <div class="inset__fields">
        <Field
          label={t('meeting:who.otherFunction')}
          hint={t(
            isProtected(plan) ? 'common:field.onlyProfession' : 'meeting:who.otherFunctionHint',
          )}
          value={role}
          onInput={setRole}
          onEnter={add}
        />
        <Field label={t('meeting:who.otherName')} value={name} onInput={setName} onEnter={add} />
        <Field
          label={t('meeting:who.otherService')}
          value={service}
          onInput={setService}
          onEnter={add}
        />
      </div>
      <ChipGroup
        label={t('meeting:authority.label')}
        layout="beside"
        value={authority}
        onChange={setAuthority}
        options={(['region', 'kommun', 'annan'] as const).map((value) => ({
          value,
          label: t(`meeting:authority.${value}`),
        }))}
      />
      <div class="inset__actions">
        <Button onClick={add} disabled={!filled}>
          {t('meeting:who.otherAdd')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('meeting:who.cancel')}
        </Button>
      </div>
    </div>
  );
}
