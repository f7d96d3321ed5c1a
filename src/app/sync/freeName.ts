/**
 * What a device is called that nobody has named, where others are called the same: **En dator (2)**. The number stays with it.
 */
export const freeName = (name: string, taken: readonly string[]): string => {
  for (let number = 1; ; number += 1) {
    const next = number === 1 ? name : `${name} (${number})`;
    if (!taken.includes(next)) return next;
  }
};
