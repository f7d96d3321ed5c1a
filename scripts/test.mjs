/**
 * `npm test`: everything that must hold before a change is kept. Installs what is missing, the browsers too.
 *
 * Ends with the line `N passed, N failed`: each test counts as one, and so does each check. Whatever did not run
 * counts as failed; with CI=true a missing browser does too.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { countTests } from './lib/countTests.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { binFile, root } from './lib/node24.mjs';
import { inSeconds, run } from './lib/run.mjs';

ensureInstalled();

const isCi = process.env.CI === 'true';
const reports = join(root, '.cache', 'reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** The same all day, so that a failure can be run again; another tomorrow, so that more is tried. */
const seed = process.env.SIP_SEED ?? new Date().toISOString().slice(0, 10).replaceAll('-', '');
process.stdout.write(`Seed: ${seed} (SIP_SEED)\n`);

const rows = [];
let passed = 0;
let failed = 0;

const note = (name, seconds, counts) => {
  passed += counts.passed;
  failed += counts.failed;
  rows.push([name, inSeconds(seconds), `${counts.passed} passed, ${counts.failed} failed`]);
};

const title = (name) => process.stdout.write(`\n── ${name}\n`);

const check = async (name, args) => {
  const { code, output, seconds } = await run(args, { quiet: true });
  title(name);
  process.stdout.write(output);
  note(name, seconds, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
};

const vitest = async (name, args, env = {}) => {
  title(name);
  const report = join(reports, `${name}.json`);
  const { code, seconds } = await run(
    [
      binFile('vitest'),
      'run',
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env: { SIP_SEED: seed, ...env } },
  );
  const counts = countTests(existsSync(report) ? readFileSync(report, 'utf8') : null, code);
  if (counts.skipped > 0)
    process.stdout.write(`${counts.skipped} tests were skipped: each counts as failed.\n`);
  note(name, seconds, counts);
};

const types = check('types', [binFile('typescript', 'tsc'), '--noEmit', '-p', '.']);
// Beside it: the compiler keeps one core busy.
await check('lint and format', [binFile('@biomejs/biome'), 'check', '--error-on-warnings', '.']);
await check('unused code and dependencies', [binFile('knip')]);
await check('arrows', ['scripts/arrows/check.ts']);
await types;
await vitest('unit', []);

title('build');
const buildStarted = performance.now();
const isBuilt = (await build()) === 0;
note('build', (performance.now() - buildStarted) / 1000, {
  passed: isBuilt ? 1 : 0,
  failed: isBuilt ? 0 : 1,
});

title('browsers');
const browsers = await run(['e2e/driver/install.ts'], { quiet: true });
const { here = [], missing = [] } = JSON.parse(
  browsers.output.trim().split('\n').at(-1) || '{"missing":["all"]}',
);
const lacking = isCi || here.length === 0 ? Math.max(1, missing.length) : 0;
note('browsers', browsers.seconds, {
  passed: here.length,
  failed: missing.length === 0 ? 0 : lacking,
});
process.stdout.write(`Here: ${here.join(', ')}\n`);
if (missing.length > 0 && !isCi)
  process.stdout.write(`NOT TESTED HERE: ${missing.join(', ')}. With CI=true this is a failure.\n`);

if (isBuilt && here.length > 0)
  await vitest('e2e', ['-c', 'e2e/vitest.config.ts'], { SIP_ENGINES: here.join(',') });
else note('e2e', 0, { passed: 0, failed: 1 });

const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)));
process.stdout.write('\n');
for (const [name, seconds, counts] of rows)
  process.stdout.write(`${name.padEnd(widths[0])}  ${seconds.padStart(widths[1])}  ${counts}\n`);
process.stdout.write(`${inSeconds(performance.now() / 1000)} in all\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
