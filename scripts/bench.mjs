/**
 * `npm run bench [-- NAME …] [-- --write]`: measures (bench/NAME/bench.ts), prints a table and JSON for each, and holds
 * them against bench/baselines.json. With `--write` the figures of this run become the baselines.
 */
import { buildIfChanged } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runOnNode24 } from './lib/node24.mjs';

ensureInstalled();
const built = await buildIfChanged();
process.exitCode =
  built === 0 ? await runOnNode24(['bench/run.ts', ...process.argv.slice(2)]) : built;
