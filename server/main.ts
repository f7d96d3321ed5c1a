/**
 * Starts the server: PORT (default 3000, else the next free one), HOST (default localhost), SIP_RECOVERY_KEY and
 * SIP_ORGANISATION (docs/recovery.md). Stops gracefully.
 */
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { listen } from './listen.ts';
import { organisationOf } from './settings.ts';

const wishedPort = (): number => {
  const port = Number(process.env['PORT'] ?? 3000);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : 3000;
};

try {
  const organisation = organisationOf(process.env);
  const app = await createApp({
    ...(organisation !== null && { organisation }),
    distDir: fileURLToPath(new URL('../dist', import.meta.url)),
    onFault: (name) => console.error(`Fault: ${name}`),
  });
  const port = await listen(app, wishedPort(), process.env['HOST'] ?? 'localhost');
  console.log(`http://localhost:${port}`);
  const stop = (): void => {
    void app.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The server could not start.');
  process.exitCode = 1;
}
