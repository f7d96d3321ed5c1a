/** How far a long test has come, kept beside the repository's own files; and of which program it tells. */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Counts } from './longTest.ts';

export interface DonePiece {
  readonly piece: number;
  readonly counts: Counts;
  readonly seconds: number;
}

export interface FailedPiece {
  readonly piece: number;
  readonly why: string;
}

export interface Progress {
  readonly commit: string;
  readonly seed: number;
  readonly pieces: number;
  readonly done: readonly DonePiece[];
  /** What did not go through, and was done again: told in the evidence. */
  readonly failed: readonly FailedPiece[];
}

export const root: string = fileURLToPath(new URL('..', import.meta.url));

/** What a long test runs: a change of anything else leaves its evidence true. */
const tested = [
  'src',
  'server',
  'e2e',
  'public',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
];

const git = (...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

/** The commit, marked when what is tested differs from it: then nothing is evidence. */
export const describeCommit = (): string => {
  const isChanged = git('status', '--porcelain', '--', ...tested) !== '';
  return `${git('rev-parse', 'HEAD')}${isChanged || process.env.SIP_DIST !== undefined ? '+changes' : ''}`;
};

export const isMarked = (commit: string): boolean => commit.endsWith('+changes');

/** Whether the program of one commit is that of the other. Marked ones are like nothing but themselves by name. */
export const isSameProgram = (one: string, other: string): boolean => {
  if (one === other) return true;
  if (isMarked(one) || isMarked(other)) return false;
  try {
    return git('diff', '--name-only', one, other, '--', ...tested) === '';
  } catch {
    return false;
  }
};

const folder = `${root}.cache/long`;

const fileOf = (name: string): string => `${folder}/${name}.json`;

export const readProgress = async (name: string): Promise<Progress | null> => {
  try {
    return JSON.parse(await readFile(fileOf(name), 'utf8')) as Progress;
  } catch {
    return null;
  }
};

/** Whole or as before, whenever it is stopped. */
export const writeProgress = async (name: string, progress: Progress): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await writeFile(`${fileOf(name)}.new`, JSON.stringify(progress));
  await rename(`${fileOf(name)}.new`, fileOf(name));
};

export const forgetProgress = (name: string): Promise<void> => rm(fileOf(name), { force: true });

/** Where the evidence goes: into the repository only when it tells of a commit. Gives the name of the file. */
export const writeEvidence = async (
  name: string,
  commit: string,
  evidence: unknown,
): Promise<string> => {
  const place = isMarked(commit) ? '.cache/long/evidence' : 'docs/evidence';
  await mkdir(`${root}${place}`, { recursive: true });
  await writeFile(`${root}${place}/${name}.json`, `${JSON.stringify(evidence, null, 2)}\n`);
  return `${place}/${name}.json`;
};
