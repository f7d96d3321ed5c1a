/**
 * Runs a long test, piece by piece, and goes on where it was stopped: `npm run test:long -- NAME [--fresh]`.
 *
 * Pieces count only for the program that they were run on: another commit begins anew. All done, it writes
 * docs/evidence/NAME.json. A piece that fails is told, and done again at the next run.
 */
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { addCounts, type Counts, type LongTest } from './longTest.ts';

interface DonePiece {
  readonly piece: number;
  readonly counts: Counts;
  readonly seconds: number;
}

interface Progress {
  readonly commit: string;
  readonly seed: number;
  readonly pieces: number;
  readonly done: readonly DonePiece[];
}

const root = fileURLToPath(new URL('..', import.meta.url));

const git = (...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

/** The commit, marked when what is tested differs from it. */
const describeCommit = (): string => {
  const isChanged = git('status', '--porcelain', '--', 'src', 'server', 'e2e') !== '';
  return `${git('rev-parse', 'HEAD')}${isChanged ? '+changes' : ''}`;
};

const readProgress = async (file: string): Promise<Progress | null> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Progress;
  } catch {
    return null;
  }
};

const isLongTest = (value: unknown): value is LongTest =>
  typeof value === 'object' && value !== null && 'run' in value && 'pieces' in value;

const load = async (name: string): Promise<LongTest> => {
  const module: Record<string, unknown> = await import(
    new URL(`long/${name}.ts`, import.meta.url).href
  );
  const { longTest } = module;
  if (!isLongTest(longTest)) throw new Error(`e2e/long/${name}.ts exports no longTest.`);
  return longTest;
};

const names = globSync('e2e/long/*.ts', { cwd: root }).map((file) =>
  file.replace(/^.*[\\/](.+)\.ts$/, '$1'),
);

const runLong = async (name: string, isFresh: boolean): Promise<void> => {
  const test = await load(name);
  const folder = `${root}.cache/long`;
  const file = `${folder}/${name}.json`;
  await mkdir(folder, { recursive: true });
  if (isFresh) await rm(file, { force: true });
  const commit = describeCommit();
  const before = await readProgress(file);
  const fits = before?.commit === commit && before.pieces === test.pieces;
  let progress: Progress =
    before !== null && fits
      ? before
      : {
          commit,
          seed: Number(
            process.env.SIP_SEED ?? new Date().toISOString().slice(0, 10).replaceAll('-', ''),
          ),
          pieces: test.pieces,
          done: [],
        };
  console.log(`${name}: ${test.promise}`);
  console.log(`Seed ${progress.seed}; ${progress.done.length} of ${test.pieces} pieces are done.`);
  for (let piece = 0; piece < test.pieces; piece += 1) {
    if (progress.done.some((each) => each.piece === piece)) continue;
    const started = performance.now();
    const counts = await test.run({ piece, seed: progress.seed });
    const seconds = (performance.now() - started) / 1000;
    progress = { ...progress, done: [...progress.done, { piece, counts, seconds }] };
    await writeFile(file, JSON.stringify(progress));
    console.log(`${piece + 1}/${test.pieces}  ${seconds.toFixed(1)} s  ${JSON.stringify(counts)}`);
  }
  const evidence = {
    promise: test.promise,
    commit,
    date: new Date().toISOString(),
    seed: progress.seed,
    counts: addCounts(progress.done.map((each) => each.counts)),
    seconds: Math.round(progress.done.reduce((sum, each) => sum + each.seconds, 0)),
  };
  await mkdir(`${root}docs/evidence`, { recursive: true });
  await writeFile(`${root}docs/evidence/${name}.json`, `${JSON.stringify(evidence, null, 2)}\n`);
  console.log(JSON.stringify(evidence.counts));
  console.log(`Written: docs/evidence/${name}.json`);
};

const [name, ...flags] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.error(`Usage: npm run test:long -- NAME [--fresh]. Names: ${names.join(', ')}`);
  process.exitCode = 2;
} else {
  try {
    await runLong(name, flags.includes('--fresh'));
    process.exit(0);
  } catch (error) {
    console.error(error);
    console.error('Not shown. What was done is kept; run it again to go on.');
    process.exit(1);
  }
}
