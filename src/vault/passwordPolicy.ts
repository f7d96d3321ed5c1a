/**
 * Which passwords are taken: at least four words or fourteen characters, and not among the 10,000 most common; and four
 * drawn words for **Föreslå**. No rules about digits and signs: they make passwords that are written on a note.
 */
import type { RandomDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { openSecret, type Secret, secretOf } from './secret.ts';

export const leastWords = 4;
export const leastCharacters = 14;

/** A word has at least three letters; shorter ones are counted as characters only. */
const leastLetters = 3;

export type WeakPassword =
  | { readonly kind: 'weakPassword'; readonly why: 'tooShort' }
  /** Among the most common ones. */
  | { readonly kind: 'weakPassword'; readonly why: 'common' }
  /** The same word or sign over and over. */
  | { readonly kind: 'weakPassword'; readonly why: 'repeated' };

export const judgePassword = async (password: Secret): Promise<Result<null, WeakPassword>> => {
  const text = openSecret(password).normalize('NFKC').trim().replaceAll(/\s+/gu, ' ');
  const words = text
    .toLowerCase()
    .split(' ')
    .filter((word) => word.length >= leastLetters);
  const characters = Array.from(text).length;
  if (words.length < leastWords && characters < leastCharacters) return weak('tooShort');
  const joined = text.toLowerCase().replaceAll(' ', '');
  const { commonPasswords } = await import('./words/commonPasswords.ts');
  const unit = repeatedUnit(joined);
  if (commonPasswords.has(joined)) return weak('common');
  if (new Set(joined).size < 5 || unit !== joined) return weak('repeated');
  return ok(null);
};

/** Four of the words, drawn without favour. */
export const suggestPassword = ({ random }: RandomDep, words: readonly string[]): Secret =>
  secretOf(Array.from({ length: leastWords }, () => drawWord(random, words)).join(' '));

/** So that the field can show what was suggested: the person must read it to remember it. */
export const showSuggestion = (password: Secret): string => openSecret(password);

const weak = (why: WeakPassword['why']): Result<never, WeakPassword> =>
  err({ kind: 'weakPassword', why });

/** The shortest piece that makes the text when written over and over; the text itself when there is none. */
const repeatedUnit = (text: string): string => {
  for (let length = 1; length <= text.length / 2; length += 1) {
    if (text.startsWith(text.slice(length))) return text.slice(0, length);
  }
  return text;
};

const drawWord = (random: RandomDep['random'], words: readonly string[]): string => {
  const range = 2 ** 32;
  const fair = range - (range % words.length);
  for (;;) {
    const drawn = new DataView(random.bytes(4).buffer).getUint32(0);
    if (drawn < fair) return words[drawn % words.length] ?? '';
  }
};
