/**
 * `npm start`: installs what is missing, builds what has changed, serves the app and prints its address.
 * Runs on Node 20 and up; what it starts runs on Node 24. PORT chooses the port (default 3000, else the next free).
 * What stands after `npm start --` goes to the server (docs/operation.md).
 */
import { buildIfChanged } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runOnNode24 } from './lib/node24.mjs';

ensureInstalled();
const built = await buildIfChanged();
process.exitCode =
  built === 0 ? await runOnNode24(['server/main.ts', ...process.argv.slice(2)]) : built;
