/**
 * `npm run test:long -- NAME [--fresh]`: the large counts that are too slow for every change (e2e/long/NAME.ts), in
 * pieces: stop it when you like, the next run goes on. Writes docs/evidence/NAME.json when all is done.
 */
import { buildIfChanged } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runOnNode24 } from './lib/node24.mjs';

ensureInstalled();
const built = await buildIfChanged();
process.exitCode =
  built === 0 ? await runOnNode24(['e2e/runLong.ts', ...process.argv.slice(2)]) : built;
