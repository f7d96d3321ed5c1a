/** Searches the files of a profile for words that must not stand there in clear, in every form a browser may give them. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

export interface Find {
  readonly file: string;
  readonly canary: string;
  readonly form: 'utf8' | 'utf16' | 'base64' | 'piece';
}

/**
 * Finds whole words as UTF-8, UTF-16 and base64 (in each of its three places), and pieces of eight letters: LevelDB
 * may press a block together and leave only such pieces whole. Canaries must therefore be random enough that no
 * piece of eight of them stands anywhere by chance.
 */
export const searchFiles = async (
  folder: string,
  canaries: readonly string[],
): Promise<readonly Find[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: Find[] = [];
  const needles = canaries.flatMap(needlesOf);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) continue;
    for (const { canary, form, bytes: needle } of needles) {
      if (bytes.includes(needle)) found.push({ file: relative(folder, path), canary, form });
    }
  }
  return found;
};

interface Needle extends Omit<Find, 'file'> {
  readonly bytes: Buffer;
}

const pieceLength = 8;

const needlesOf = (canary: string): readonly Needle[] => {
  const pieces: string[] = [];
  for (let at = 0; at + pieceLength <= canary.length; at += 1) {
    pieces.push(canary.slice(at, at + pieceLength));
  }
  const whole = Buffer.from(canary, 'utf8');
  return [
    { canary, form: 'utf8', bytes: whole },
    { canary, form: 'utf16', bytes: Buffer.from(canary, 'utf16le') },
    ...base64Forms(whole).map((bytes) => ({ canary, form: 'base64' as const, bytes })),
    ...pieces.flatMap((piece) => [
      { canary, form: 'piece' as const, bytes: Buffer.from(piece, 'utf8') },
      { canary, form: 'piece' as const, bytes: Buffer.from(piece, 'utf16le') },
    ]),
  ];
};

/** Base64 reads three bytes at a time, so the same word has three faces; the ends, which depend on neighbours, are cut. */
const base64Forms = (bytes: Buffer): readonly Buffer[] =>
  [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const sure = text.slice(shift === 0 ? 0 : 4, -4);
    const urlSafe = sure.replaceAll('+', '-').replaceAll('/', '_');
    return [sure, urlSafe].map((form) => Buffer.from(form, 'latin1'));
  });

/** Letters that make no word: 24 random ones, so that pieces of eight stand nowhere by chance. */
export const makeCanary = (): string => {
  const letters = 'bcdfghjklmnpqrstvwxz';
  return Array.from(
    crypto.getRandomValues(new Uint8Array(24)),
    (byte) => letters[byte % letters.length],
  ).join('');
};
