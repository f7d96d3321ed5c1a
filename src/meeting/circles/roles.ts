/**
 * Who has a circle: the eight of the meeting circle (domain.md 1.2) with the leader's once more in du-form, and
 * children, whose circle is ours. The names are those of `/hjalp/cirklar/:role`.
 */

/** Read by staff, in Swedish; by an individual who leads in du-form. */
export const staffRoles = ['ordforande', 'eget', 'personal'] as const;

/** Read by the individual and those close to them, in every language. */
export const individualRoles = [
  'vuxna',
  'ungdomar',
  'aldre',
  'barn',
  'foraldrar',
  'narstaende',
  'ovriga',
] as const;

export type StaffRole = (typeof staffRoles)[number];
export type IndividualRole = (typeof individualRoles)[number];
export type CircleRole = StaffRole | IndividualRole;

export const circleRoles: readonly CircleRole[] = [...individualRoles, ...staffRoles];

export const isIndividualRole = (role: CircleRole): role is IndividualRole =>
  individualRoles.some((each) => each === role);

export const circleRoleOf = (name: string): CircleRole | null =>
  circleRoles.find((role) => role === name) ?? null;
