/**
 * Two vaults may have one short name, after a backup was brought in, or names that look like one: then each has a number
 * and when it was last open, by **Låst** and wherever somebody is chosen.
 */
import type { Translate } from '../i18n/keys.ts';
import type { LockedVault } from './session/sessionTypes.ts';

/** As the eye reads it: without signs that are not seen, and with one form for each letter. */
const asSeen = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Cc}\s]/gu, '')
    .toLowerCase();

export const looksAlike = (one: string, other: string): boolean => asSeen(one) === asSeen(other);

export const tellApart = (
  vault: LockedVault,
  vaults: readonly LockedVault[],
  t: Translate,
): { readonly label: string; readonly hint?: string } => {
  const alike = vaults.filter((other) => looksAlike(other.shortName, vault.shortName));
  if (alike.length < 2) return { label: vault.shortName };
  const number = alike.indexOf(vault) + 1;
  return {
    label: t('vault:lock.numbered', { name: vault.shortName, number }),
    ...(vault.openedAt !== null && {
      hint: t('vault:lock.lastOpened', { when: t.formats.dateTime(vault.openedAt) }),
    }),
  };
};

/** In one line. */
export const tellApartShort = (
  vault: LockedVault,
  vaults: readonly LockedVault[],
  t: Translate,
): string => {
  const { label, hint } = tellApart(vault, vaults, t);
  return hint === undefined ? label : `${label} · ${hint}`;
};
