/** `npm run build`: installs what is missing and builds the app into `dist/`. */
import { build } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
process.exitCode = await build();
