/**
 * **Möteskod**: four digits that guard the screen during one meeting (field.md 8). In memory only; it wraps no key and is
 * never on disk, so that guessing it opens nothing. The third wrong try locks the vault.
 */
const digits = /^\d{4}$/;
const triesAllowed = 3;

export interface Moteskod {
  /** `lock`: lock the vault now; the code is spent. */
  attempt(typed: string): 'open' | 'wrong' | 'lock';
  triesLeft(): number;
}

export const isMoteskod = (text: string): boolean => digits.test(text);

/** Null when it is not four digits. */
export const createMoteskod = (code: string): Moteskod | null => {
  if (!isMoteskod(code)) return null;
  let left = triesAllowed;
  return {
    attempt: (typed) => {
      if (left === 0) return 'lock';
      if (typed === code) {
        left = triesAllowed;
        return 'open';
      }
      left -= 1;
      return left === 0 ? 'lock' : 'wrong';
    },
    triesLeft: () => left,
  };
};
