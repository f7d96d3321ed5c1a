/**
 * Under which names choices of stand-ins, and words about what was taken over, lie among the sealed values of an owner's
 * vault. In clear stand which case and which other vault, as in the access rows.
 */
export const standInPrefix = 'standIn.';
export const takenOverPrefix = 'takenOver.';

export const standInsOf = (caseId: string): string => `${standInPrefix}${caseId}.`;
export const standInName = (caseId: string, to: string): string => `${standInsOf(caseId)}${to}`;
export const takenOverName = (caseId: string, by: string): string =>
  `${takenOverPrefix}${caseId}.${by}`;

/** Ids have no dot in them. Null: the name is of another form. */
export const readName = (
  name: string,
): { readonly caseId: string; readonly vaultId: string } | null => {
  const [, caseId, vaultId, ...more] = name.split('.');
  return caseId && vaultId && more.length === 0 ? { caseId, vaultId } : null;
};
