import type { Authority } from '../../plan/model.ts';

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
