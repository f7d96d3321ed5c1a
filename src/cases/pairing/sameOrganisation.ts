/**
 * Two who write in one plan belong to the same organisation (field.md 4). Compared as people wrote it, but for capitals and
 * spaces; empty is nobody's. Whether it is true, they ask each other: they sit in one room.
 */
export const sameOrganisation = (one: string, other: string): boolean =>
  plain(one) !== '' && plain(one) === plain(other);

const plain = (name: string): string =>
  name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('sv');
