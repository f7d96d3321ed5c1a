/** Runs the benches named, or all, one after the other: see scripts/bench.mjs. */
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Baselines, judge } from './baselines.ts';
import type { Bench, Figure } from './bench.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const baselineFile = fileURLToPath(new URL('baselines.json', import.meta.url));

/** Timings on a machine that does other things say less: so it is told how busy it is. */
const machine = () => ({
  cores: cpus().length,
  loadAverage: Math.round((loadavg()[0] ?? 0) * 10) / 10,
});

const readBaselines = async (): Promise<Baselines> => {
  try {
    return JSON.parse(await readFile(baselineFile, 'utf8')) as Baselines;
  } catch {
    return {};
  }
};

const isBench = (value: unknown): value is Bench =>
  typeof value === 'object' && value !== null && 'run' in value && 'title' in value;

const show = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 1 : 2);

const showLimit = ({ limit }: Figure): string => {
  if (limit === undefined) return '';
  return 'most' in limit ? `≤ ${show(limit.most)}` : `≥ ${show(limit.least)}`;
};

const printTable = (rows: readonly (readonly string[])[]): void => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  for (const row of rows)
    console.log(
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    );
};

const all = globSync('bench/*/bench.ts', { cwd: root })
  .map((file) => file.split(/[\\/]/)[1] ?? '')
  .sort();
const args = process.argv.slice(2);
const isWriting = args.includes('--write');
const chosen = args.filter((arg) => !arg.startsWith('--'));
const unknown = chosen.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There is: ${all.join(', ')}`);
  process.exit(2);
}

const baselines = await readBaselines();
const measured: Record<string, number> = {};
let broken = 0;
for (const name of chosen.length > 0 ? chosen : all) {
  const module: Record<string, unknown> = await import(
    new URL(`${name}/bench.ts`, import.meta.url).href
  );
  const { bench } = module;
  if (!isBench(bench)) throw new Error(`bench/${name}/bench.ts exports no bench.`);
  console.log(`\n${name}: ${bench.title}`);
  const before = machine();
  const figures = await bench.run();
  const after = machine();
  const rows = figures.map((figure) => {
    const key = `${name}/${figure.name}`;
    measured[key] = Math.round(figure.value * 1000) / 1000;
    const { webkit } = figure;
    if (webkit !== undefined) measured[`${key}, WebKitGTK`] = Math.round(webkit * 1000) / 1000;
    const { keepsLimit, change, isNotablyWorse } = judge(figure, baselines[key]);
    if (!keepsLimit) broken += 1;
    const words = [keepsLimit ? '' : 'OVER THE LIMIT', isNotablyWorse ? 'worse than before' : ''];
    return [
      figure.name,
      `${show(figure.value)} ${figure.unit}`,
      webkit === undefined ? '' : `${show(webkit)} ${figure.unit}`,
      showLimit(figure),
      change === null ? '' : `${change >= 0 ? '+' : ''}${(change * 100).toFixed(0)} %`,
      words.filter(Boolean).join(', '),
    ];
  });
  printTable([['', 'value', 'WebKitGTK', 'limit', 'baseline', ''], ...rows]);
  console.log(
    `${before.cores} cores, load ${before.loadAverage} before and ${after.loadAverage} after`,
  );
  const judged = figures.map((figure) => ({
    ...figure,
    ...(figure.limit !== undefined && { met: judge(figure, undefined).keepsLimit }),
  }));
  console.log(JSON.stringify({ bench: name, before, after, figures: judged }));
}
await mkdir(`${root}.cache`, { recursive: true });
await writeFile(`${root}.cache/bench.json`, `${JSON.stringify(measured, null, 2)}\n`);
if (isWriting) {
  const kept = Object.entries({ ...baselines, ...measured }).sort(([a], [b]) => (a < b ? -1 : 1));
  await writeFile(baselineFile, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
  console.log('\nWritten: bench/baselines.json');
}
console.log(`\n${Object.keys(measured).length} figures, ${broken} over their limit.`);
process.exit(broken === 0 ? 0 : 1);
