/** **Mina uppgifter** and **Verksamhet som ansvarar**, asked once; also in Inställningar. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import type { Authority } from '../../../plan/model.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import type { OrganisationDetails, PersonDetails } from '../../session/details.ts';

export interface Details {
  readonly person: PersonDetails;
  readonly organisation: OrganisationDetails;
}

export interface DetailsFormProps {
  readonly details: Details;
  /** Words for a person when it could not be saved. */
  readonly onSave: (details: Details) => Promise<string | null>;
  /** Asked again before the first real plan. */
  readonly onLater?: (() => void) | undefined;
  /** What is written so far; for who must save it before the page is left. */
  readonly onDraft?: ((draft: Details) => void) | undefined;
}

export function DetailsForm({ details, onSave, onLater, onDraft }: DetailsFormProps): JSX.Element {
  const t = useT();
  const [person, setPerson] = useState(details.person);
  const [organisation, setOrganisation] = useState(details.organisation);
  const [missingName, setMissingName] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const write = (change: Partial<PersonDetails>): void => setPerson({ ...person, ...change });
  useEffect(() => onDraft?.({ person, organisation }), [onDraft, person, organisation]);

  const save = async (): Promise<void> => {
    setMissingName(person.name.trim() === '');
    if (person.name.trim() === '') return;
    setBusy(true);
    setTrouble(await onSave({ person, organisation }));
    setBusy(false);
  };

  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
    >
      <p class="lead">{t('vault:details.lead')}</p>
      <Field
        label={t('vault:details.name')}
        value={person.name}
        onInput={(name) => write({ name })}
        error={missingName ? t('vault:details.missingName') : null}
        maxLength={200}
      />
      <Field
        label={t('vault:details.function')}
        hint={t('vault:details.functionHint')}
        value={person.function}
        onInput={(value) => write({ function: value })}
        maxLength={200}
      />
      <Field
        label={t('vault:details.unit')}
        hint={t('vault:details.unitHint')}
        value={person.unit}
        onInput={(unit) => write({ unit })}
        maxLength={200}
      />
      <ChipGroup<Authority>
        label={t('vault:details.authority')}
        value={person.authority}
        options={[
          { value: 'region', label: t('vault:details.authorityRegion') },
          { value: 'kommun', label: t('vault:details.authorityKommun') },
          { value: 'annan', label: t('vault:details.authorityAnnan') },
        ]}
        onChange={(authority: Authority) => write({ authority })}
      />
      <Field
        kind="tel"
        label={t('vault:details.phone')}
        value={person.phone}
        onInput={(phone) => write({ phone })}
        maxLength={40}
      />
      <h2>{t('vault:details.organisationTitle')}</h2>
      <p>{t('vault:details.organisationLead')}</p>
      <Field
        label={t('vault:details.organisation')}
        hint={t('vault:details.organisationHint')}
        value={organisation.name}
        onInput={(name) => setOrganisation({ ...organisation, name })}
        maxLength={200}
      />
      <Field
        label={t('vault:details.contact')}
        hint={t('vault:details.contactHint')}
        value={organisation.contact}
        onInput={(contact) => setOrganisation({ ...organisation, contact })}
        maxLength={200}
      />
      <p class="field__error" role="alert">
        {trouble}
      </p>
      <div class="button-row">
        <Button kind="filled" size="large" type="submit" busy={busy}>
          {t('vault:details.save')}
        </Button>
        {onLater !== undefined && (
          <Button size="large" onClick={onLater}>
            {t('vault:details.later')}
          </Button>
        )}
      </div>
    </form>
  );
}
