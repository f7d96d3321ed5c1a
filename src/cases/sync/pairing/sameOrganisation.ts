import type { Party } from './pairingTalk.ts';

/**
 * Whether two vaults answer for their data to the same organisation (field.md 4): where both have the recovery key of their
 * organisation from the server, the keys decide; else the name under **Verksamhet som ansvarar**, as it was written, but for
 * case and spaces. No name is nobody's organisation. docs/decisions says why.
 */
export const sameOrganisation = (
  one: Party['organisation'],
  other: Party['organisation'],
): 'same' | 'other' | 'unknown' => {
  if (one.key !== null && other.key !== null) return one.key === other.key ? 'same' : 'other';
  const [first, second] = [plain(one.name), plain(other.name)];
  if (first === '' || second === '') return 'unknown';
  return first === second ? 'same' : 'other';
};

const plain = (name: string): string =>
  name.normalize('NFC').toLocaleLowerCase('sv').replaceAll(/\s+/gu, ' ').trim();
