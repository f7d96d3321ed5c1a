/**
 * Starts the server: PORT (default 3000, else the next free one), HOST (default localhost), and all that options.ts and
 * settings.ts read. `--backup FILE` and `--restore FILE` do that and end. Stops gracefully.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createAccess, openInviteBook } from './access/createAccess.ts';
import { type InviteCommand, runInviteCommand } from './access/inviteCommands.ts';
import { createApp } from './app.ts';
import { listen } from './listen.ts';
import { openStore } from './openStore.ts';
import { ownNames, readOptions, type ServerOptions } from './options.ts';
import { organisationOf } from './settings.ts';
import { restoreBackup, writeBackup } from './store/backupFile.ts';
import { dumpStore } from './store/dumpStore.ts';
import { createSyncServer } from './sync/syncServer.ts';

/** Its name only: a message could hold what was asked for. */
const tellFault = (error: unknown): void => {
  console.error(`Fault: ${error instanceof Error ? error.name : 'unknown'}`);
};

const readPem = (file: string): Buffer => {
  if (!existsSync(file)) throw new Error(`--tls: there is no file ${file}.`);
  return readFileSync(file);
};

const serve = async (options: ServerOptions): Promise<void> => {
  const organisation = organisationOf(process.env);
  const tls = options.tls && { cert: readPem(options.tls.cert), key: readPem(options.tls.key) };
  const isTls = tls !== null;
  const store = await openStore(options, (words) => console.error(words));
  let names = options.names ?? [];
  const access = await createAccess({
    access: options.access,
    store: options,
    limits: options.limits,
    names: () => names,
    isSecure: isTls || options.hasProxy,
  }).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const sync = createSyncServer({
    store,
    names: () => names,
    policy: access.policy,
    limits: options.limits,
    title: options.title,
    retentionDays: options.retentionDays,
    hasProxy: options.hasProxy,
    onFault: tellFault,
  });
  try {
    const app = await createApp({
      ...(organisation !== null && { organisation }),
      ...(tls !== null && { tls }),
      distDir: process.env['SIP_DIST'] ?? fileURLToPath(new URL('../dist', import.meta.url)),
      sync,
      addRoutes: access.addRoutes,
      onFault: (name) => console.error(`Fault: ${name}`),
    });
    const port = await listen(app, options.port, options.host);
    if (options.names === null) names = ownNames(options.host, port, isTls);
    console.log(`${isTls ? 'https' : 'http'}://localhost:${port}`);
    const stop = (): void => {
      void app
        .close()
        .then(access.close)
        .then(() => process.exit(0));
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    await sync.stop();
    await access.close();
    throw error;
  }
};

const invite = async (options: ServerOptions, command: InviteCommand): Promise<void> => {
  const book = await openInviteBook(options);
  try {
    const lines = await runInviteCommand({ book, now: Date.now }, command);
    for (const line of lines) console.log(line);
  } finally {
    await book.close();
  }
};

try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.invite !== null) {
    await invite(options, options.invite);
  } else if (options.backup !== null) {
    const rows = await writeBackup(dumpStore(options), options.backup);
    console.log(`Written: ${options.backup} (${rows} rows).`);
  } else if (options.restore !== null) {
    const store = await openStore(options);
    await restoreBackup(store, options.restore).finally(() => store.close());
    console.log('Restored. What was deleted here since the backup stays deleted.');
  } else {
    await serve(options);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The server could not start.');
  process.exitCode = 1;
}
