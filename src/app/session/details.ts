import type { Authority } from '../../plan/model.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';

/** **Mina uppgifter**: who writes. Fills letters and versions; kept sealed in the vault as `person`. */
export interface PersonDetails {
  readonly name: string;
  readonly function: string;
  readonly unit: string;
  readonly authority: Authority | null;
  /** At work. */
  readonly phone: string;
}

/** **Verksamhet som ansvarar**: who answers for the personal data; kept sealed in the vault as `organisation`. */
export interface OrganisationDetails {
  readonly name: string;
  readonly contact: string;
}

export const emptyPerson: PersonDetails = {
  name: '',
  function: '',
  unit: '',
  authority: null,
  phone: '',
};

export const emptyOrganisation: OrganisationDetails = { name: '', contact: '' };

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '');

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Reads what the vault has; what does not fit is left empty, so that the person can write it again. */
export const readPerson = (value: unknown): PersonDetails => {
  const found = record(value);
  const authority = found['authority'];
  return {
    name: text(found['name']),
    function: text(found['function']),
    unit: text(found['unit']),
    authority:
      authority === 'region' || authority === 'kommun' || authority === 'annan' ? authority : null,
    phone: text(found['phone']),
  };
};

export const readOrganisation = (value: unknown): OrganisationDetails => {
  const found = record(value);
  return { name: text(found['name']), contact: text(found['contact']) };
};

/** Minutes without a touch before it locks, where nobody has chosen. */
export const defaultIdleMinutes = 10;

export interface VaultDetails {
  readonly person: PersonDetails;
  readonly organisation: OrganisationDetails;
  readonly idleMinutes: number;
}

/** What is kept sealed in a vault beside its cases. */
export const readVaultDetails = async (vault: VaultSession): Promise<VaultDetails> => {
  const [person, organisation, settings] = await Promise.all([
    vault.readValue('person'),
    vault.readValue('organisation'),
    vault.readValue('settings'),
  ]);
  const minutes = record(settings.ok ? settings.value : null)['idleMinutes'];
  return {
    person: readPerson(person.ok ? person.value : null),
    organisation: readOrganisation(organisation.ok ? organisation.value : null),
    idleMinutes: typeof minutes === 'number' && minutes > 0 ? minutes : defaultIdleMinutes,
  };
};
