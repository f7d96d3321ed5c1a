/**
 * A thread of its own, so that one who waits can see that it hangs. Its modules are read by Vite: the texts of the program
 * are JSON, and it asks in which mode it runs.
 */
import { runnerImport } from 'vite';

await runnerImport(new URL('fuzzPiece.ts', import.meta.url).pathname, {
  configFile: false,
  logLevel: 'error',
});
process.exit();
