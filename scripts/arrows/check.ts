/**
 * Fails when an arrow is broken: `node scripts/with-node24.mjs scripts/arrows/check.ts`.
 *
 * A tool that sees no files finds no breach, so it must have seen as many as there surely are.
 */
import { fileURLToPath } from 'node:url';
import { findBreaches } from './findBreaches.ts';

/** Raised as the program grows. */
const fewestModules = 200;

const { modules, breaches } = await findBreaches(fileURLToPath(new URL('../..', import.meta.url)));
for (const { rule, from, to } of breaches) console.error(`${rule}: ${from} → ${to}`);
if (modules < fewestModules)
  console.error(`Only ${modules} files were looked at; there should be ${fewestModules} at least.`);
else console.log(`${modules} files looked at, ${breaches.length} arrows broken.`);
process.exitCode = breaches.length === 0 && modules >= fewestModules ? 0 : 1;
