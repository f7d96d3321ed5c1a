/** Searches the files of a profile for words that must not stand there in clear, in every form a browser may give them. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { decodeFile } from './decodeFile.ts';

export interface Find {
  readonly file: string;
  readonly canary: string;
  readonly form: Form;
  /** In what was unpressed, or read as rows of a database, and not in the file's own bytes. */
  readonly decoded: boolean;
}

type Form = 'utf8' | 'utf16' | 'base64' | 'hex' | 'piece';

/**
 * Finds whole words as UTF-8, UTF-16 (both ways round), base64 (in each of its three places) and hexadecimal, and pieces
 * of eight letters: what is pressed together, or cut by the pages of a file, may leave only such pieces whole. Canaries
 * must therefore be random enough that no piece of eight of them stands anywhere by chance.
 */
export const searchFiles = async (
  folder: string,
  canaries: readonly string[],
): Promise<readonly Find[]> => {
  const search = createSearch(canaries);
  const found: Find[] = [];
  await eachFile(folder, async (path, bytes) => {
    const file = relative(folder, path);
    for (const find of search(bytes)) found.push({ file, ...find, decoded: false });
    for (const decoded of await decodeFile(path, bytes))
      for (const find of search(decoded)) found.push({ file, ...find, decoded: true });
  });
  return found;
};

/** Where bytes lie that are known from before, as sealed rows: in how many files, unpressed or not. */
export const countFilesWith = async (folder: string, wanted: Uint8Array): Promise<number> => {
  const needle = Buffer.from(wanted);
  let count = 0;
  await eachFile(folder, async (path, bytes) => {
    const isThere =
      bytes.includes(needle) ||
      (await decodeFile(path, bytes)).some((decoded) => decoded.includes(needle));
    if (isThere) count += 1;
  });
  return count;
};

const eachFile = async (
  folder: string,
  work: (path: string, bytes: Buffer) => Promise<void>,
): Promise<void> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => null);
    if (bytes !== null) await work(path, bytes);
  }
};

interface Needle {
  readonly canary: string;
  readonly form: Form;
  readonly bytes: Buffer;
}

const pieceLength = 8;
const base64PieceLength = 12;

const pieces = (text: string, length: number): readonly string[] =>
  Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) =>
    text.slice(at, at + length),
  );

const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

const needlesOf = (canary: string): readonly Needle[] => {
  const utf16 = (text: string): readonly Buffer[] => [
    Buffer.from(text, 'utf16le'),
    bigEndian(text),
  ];
  const whole = Buffer.from(canary, 'utf8');
  const base64 = [whole, ...utf16(canary)].flatMap(base64Forms);
  const made: readonly (readonly [Form, readonly Buffer[]])[] = [
    ['utf8', [whole]],
    ['utf16', utf16(canary)],
    ['base64', base64.map((text) => Buffer.from(text, 'latin1'))],
    ['hex', [Buffer.from(whole.toString('hex')), Buffer.from(whole.toString('hex').toUpperCase())]],
    [
      'piece',
      [
        ...pieces(canary, pieceLength).flatMap((piece) => [
          Buffer.from(piece, 'utf8'),
          ...utf16(piece),
        ]),
        ...base64
          .flatMap((text) => pieces(text, base64PieceLength))
          .map((piece) => Buffer.from(piece, 'latin1')),
      ],
    ],
  ];
  return made.flatMap(([form, all]) => all.map((bytes) => ({ canary, form, bytes })));
};

/** Base64 reads three bytes at a time, so the same word has three faces; the ends, which depend on neighbours, are cut. */
const base64Forms = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const sure = text.slice(shift === 0 ? 0 : 4, -4);
    const urlSafe = sure.replaceAll('+', '-').replaceAll('/', '_');
    return urlSafe === sure ? [sure] : [sure, urlSafe];
  });

/** One pass for all needles at once. Each canary is told once for each form. */
const createSearch = (
  canaries: readonly string[],
): ((bytes: Buffer) => readonly Omit<Find, 'file' | 'decoded'>[]) => {
  const needles = [...new Set(canaries)].flatMap(needlesOf);
  const begins = new Uint8Array(65_536);
  const byStart = new Map<number, Needle[]>();
  for (const needle of needles) {
    begins[needle.bytes.readUInt16LE(0)] = 1;
    const start = needle.bytes.readUInt32LE(0);
    byStart.set(start, [...(byStart.get(start) ?? []), needle]);
  }
  return (bytes) => {
    const found = new Map<string, Omit<Find, 'file' | 'decoded'>>();
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      const pair = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
      if (begins[pair] === 0) continue;
      for (const { canary, form, bytes: needle } of byStart.get(bytes.readUInt32LE(at)) ?? [])
        if (bytes.subarray(at, at + needle.length).equals(needle))
          found.set(`${canary} ${form}`, { canary, form });
    }
    return [...found.values()];
  };
};

/** Letters that make no word: 24 random ones, so that pieces of eight stand nowhere by chance. */
export const makeCanary = (): string => {
  const letters = 'bcdfghjklmnpqrstvwxz';
  return Array.from(
    crypto.getRandomValues(new Uint8Array(24)),
    (byte) => letters[byte % letters.length],
  ).join('');
};
