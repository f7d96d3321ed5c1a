/**
 * Runs a tool of the project, or a file, on Node 24: `node scripts/with-node24.mjs vite build`.
 * Installs first what is missing.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { binFile, root, runOnNode24 } from './lib/node24.mjs';

const [tool, ...args] = process.argv.slice(2);
if (tool === undefined) {
  process.stderr.write('Usage: node scripts/with-node24.mjs TOOL|FILE [argument …]\n');
  process.exit(2);
}
ensureInstalled();
const file = existsSync(join(root, tool)) ? join(root, tool) : binFile(tool);
process.exitCode = await runOnNode24([file, ...args]);
