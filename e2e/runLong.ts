/**
 * Runs a long test: `npm run test:long -- NAME [--fresh] [--side-by-side N] [--pieces N]`. Stop it when you like; the
 * next run goes on. Pieces run in processes of their own: one, or where the test allows it as many as there are cores,
 * or N at once.
 *
 * They count only for the program that they were run on: another one begins anew, and one that is changed meanwhile
 * stops. A piece that fails is told, and done again at the next run; the evidence tells of it too. All done, it writes
 * docs/evidence/NAME.json. `--pieces N` does the first N alone, as a rehearsal, and writes no evidence.
 */
import { fork } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import {
  describeCommit,
  type FailedPiece,
  forgetProgress,
  isMarked,
  isSameProgram,
  type Progress,
  readProgress,
  root,
  writeEvidence,
  writeProgress,
} from './longProgress.ts';
import { addCounts, type Counts, type LongTest } from './longTest.ts';

interface Options {
  readonly isFresh: boolean;
  readonly sideBySide: number | null;
  readonly pieces: number | null;
}

type Outcome = { readonly counts: Counts } | { readonly why: string };

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

/** In a process of its own: what a piece leaves behind, or takes with it, is its own. */
const runApart = (name: string, piece: number, seed: number): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = fork(
      fileURLToPath(import.meta.url),
      [name, '--piece', String(piece), '--seed', String(seed)],
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
    );
    let outcome: Outcome = { why: 'It ended without a word.' };
    child.on('message', (told) => {
      outcome = told as Outcome;
    });
    child.once('exit', () => resolve(outcome));
  });

/** The other side of `runApart`. */
const runHere = async (name: string, piece: number, seed: number): Promise<void> => {
  process.on('disconnect', () => process.exit(1));
  let outcome: Outcome;
  try {
    const test = await load(name);
    outcome = { counts: await test.run({ piece, seed }) };
  } catch (error) {
    outcome = { why: error instanceof Error ? error.message : String(error) };
  }
  await new Promise<void>((told) => process.send?.(outcome, undefined, undefined, () => told()));
  process.exit(0);
};

const today = (): number => Number(new Date().toISOString().slice(0, 10).replaceAll('-', ''));

const runLong = async (name: string, options: Options): Promise<boolean> => {
  const test = await load(name);
  if (options.isFresh) await forgetProgress(name);
  const commit = describeCommit();
  const before = await readProgress(name);
  let progress: Progress =
    before !== null && before.pieces === test.pieces && isSameProgram(before.commit, commit)
      ? before
      : {
          commit,
          seed: Number(process.env.SIP_SEED ?? today()),
          pieces: test.pieces,
          done: [],
          failed: [],
        };
  const { seed } = progress;
  console.log(`${name}: ${test.promise}`);
  console.log(`Seed ${seed}; ${progress.done.length} of ${test.pieces} pieces are done.`);
  if (isMarked(commit)) console.log('The program differs from its commit: this is no evidence.');

  const waiting = Array.from({ length: options.pieces ?? test.pieces }, (_, piece) => piece).filter(
    (piece) => !progress.done.some((each) => each.piece === piece),
  );
  const started = performance.now();
  const failedNow: FailedPiece[] = [];
  let isOther = false;
  let kept: Promise<void> = Promise.resolve();
  const keep = (next: Progress): Promise<void> => {
    progress = next;
    kept = kept.then(() => writeProgress(name, progress));
    return kept;
  };

  const work = async (): Promise<void> => {
    for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
      isOther ||= !isSameProgram(progress.commit, describeCommit());
      if (isOther) return;
      const begun = performance.now();
      const outcome = await runApart(name, piece, seed);
      const seconds = (performance.now() - begun) / 1000;
      if ('counts' in outcome) {
        const { counts } = outcome;
        await keep({ ...progress, done: [...progress.done, { piece, counts, seconds }] });
      } else {
        failedNow.push({ piece, why: outcome.why });
        await keep({ ...progress, failed: [...progress.failed, { piece, why: outcome.why }] });
      }
      const words = 'counts' in outcome ? JSON.stringify(outcome.counts) : `FAILED ${outcome.why}`;
      console.log(
        `${progress.done.length}/${test.pieces}  piece ${piece}  ${seconds.toFixed(1)} s  ${words}`,
      );
    }
  };
  const atOnce = options.sideBySide ?? (test.sideBySide ? availableParallelism() : 1);
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, work));
  console.log(`${((performance.now() - started) / 60_000).toFixed(1)} minutes.`);
  if (isOther) console.error('The program was changed meanwhile: nothing more was run.');
  for (const { piece, why } of failedNow) console.error(`Piece ${piece}: ${why}`);
  if (progress.done.length < test.pieces) return failedNow.length === 0 && !isOther;

  const counts = addCounts(progress.done.map((each) => each.counts));
  const file = await writeEvidence(name, progress.commit, {
    promise: test.promise,
    commit: progress.commit,
    date: new Date().toISOString(),
    seed,
    counts,
    /** All pieces together; side by side they take less. */
    seconds: Math.round(progress.done.reduce((sum, each) => sum + each.seconds, 0)),
    ...(progress.failed.length > 0 ? { failedAndDoneAgain: progress.failed } : {}),
  });
  console.log(JSON.stringify(counts));
  console.log(`Written: ${file}`);
  return true;
};

const [name, ...flags] = process.argv.slice(2);
const numberAfter = (flag: string): number | null => {
  const place = flags.indexOf(flag);
  const value = Number(flags[place + 1]);
  return place >= 0 && Number.isInteger(value) && value >= 0 ? value : null;
};
const piece = numberAfter('--piece');

if (name === undefined || !names.includes(name)) {
  console.error(
    `Usage: npm run test:long -- NAME [--fresh] [--side-by-side N] [--pieces N]. Names: ${names.join(', ')}`,
  );
  process.exitCode = 2;
} else if (piece !== null) {
  await runHere(name, piece, numberAfter('--seed') ?? 0);
} else {
  try {
    const isShown = await runLong(name, {
      isFresh: flags.includes('--fresh'),
      sideBySide: numberAfter('--side-by-side'),
      pieces: numberAfter('--pieces'),
    });
    if (!isShown) console.error('Not shown. What was done is kept; run it again to go on.');
    process.exit(isShown ? 0 : 1);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}
