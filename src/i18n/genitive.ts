/**
 * Whose: "Annas", and "Lars" as it is, since Swedish adds no s after s, x or z. A name that ends in a sign gets
 * the s after it, so that "Noa-Li" becomes "Noa-Lis".
 */
export const genitive = (name: string): string => (/[sxzSXZ]$/.test(name) ? name : `${name}s`);
