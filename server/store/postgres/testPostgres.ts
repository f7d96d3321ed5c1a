/**
 * A PostgreSQL for tests: the one that DATABASE_URL names (its user must be able to make databases and to read the
 * server's files: a superuser, or one with pg_read_server_files, pg_checkpoint and pg_switch_wal), else one of its own from
 * Debian's package, installed where it is missing, with fsync on, in a folder under /tmp. Each gets a new, empty database.
 * Where there is none, the test fails.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { installPackages } from '../../../scripts/lib/apt.ts';

export interface TestPostgres {
  /** Of the new database. */
  readonly url: string;
  /**
   * A folder with its files as they are now. Of a given server only what is ours there: copies of the files of the
   * databases made here. The log that it writes ahead holds those of others too, and is not looked in.
   */
  files(): Promise<string>;
  /** What it wrote to its log so far; empty when it runs elsewhere. */
  log(): string;
  /** Another new, empty database beside the first. */
  newDatabase(): Promise<string>;
  dropDatabase(url: string): Promise<void>;
  /** As when the machine fails, then starts again. Null when it runs elsewhere. */
  readonly crash: (() => Promise<void>) | null;
  stop(): Promise<void>;
}

const findPrograms = (): string | null => {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).map(Number).filter(Number.isFinite) : [];
  const folders = versions.sort((a, b) => b - a).map((version) => join(base, `${version}`, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
};

const programs = (): string => {
  if (findPrograms() === null) installPackages(['postgresql']);
  const found = findPrograms();
  if (found === null) {
    throw new Error(
      'There is no PostgreSQL here, and it could not be installed. Install the package postgresql, or set DATABASE_URL.',
    );
  }
  return found;
};

const idOf = (flag: '-u' | '-g', user: string): number =>
  Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout);

/** PostgreSQL does not run as root: then it runs as the package's own user. */
const whoRuns = (): { readonly uid?: number; readonly gid?: number } =>
  process.getuid?.() === 0 ? { uid: idOf('-u', 'postgres'), gid: idOf('-g', 'postgres') } : {};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('No free port.')),
      );
    });
  });

const query = async (url: string, text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
};

const untilReady = async (url: string, isGone: () => boolean): Promise<void> => {
  const until = Date.now() + 60_000;
  for (;;) {
    try {
      await query(url, 'SELECT 1');
      return;
    } catch (error) {
      if (isGone() || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
};

const withDatabase = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};

const createDatabaseIn = async (server: string): Promise<string> => {
  const name = `sip_test_${randomBytes(6).toString('hex')}`;
  await query(server, `CREATE DATABASE ${name}`);
  return withDatabase(server, name);
};

const dropDatabaseIn = async (server: string, url: string): Promise<void> =>
  query(server, `DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);

const folderOfDatabase = `SELECT 'base/' || oid AS folder FROM pg_database WHERE datname = current_database()`;
/** A quarter of what PostgreSQL answers at once. */
const mostBytes = 2 ** 28;

/** Of one database, read by the server itself: it may run on another machine. */
const copyFiles = async (url: string, to: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // The log is not looked in: what stands only there so far is written to the files first.
    await client.query('CHECKPOINT');
    const { rows } = await client.query<{ path: string }>(
      `SELECT folder || '/' || name AS path FROM (${folderOfDatabase}) AS f, pg_ls_dir(folder) AS name`,
    );
    for (const { path } of rows) {
      // A file may be taken away while the folder is read.
      const read = await client.query<{ bytes: Buffer | null }>(
        'SELECT pg_read_binary_file($1, 0, $2, true) AS bytes',
        [path, mostBytes],
      );
      const bytes = read.rows[0]?.bytes ?? null;
      if (bytes?.length === mostBytes) throw new Error('A file of the database is too large.');
      if (bytes !== null) writeFileSync(join(to, path.replaceAll('/', '-')), bytes);
    }
  } finally {
    await client.end();
  }
};

const takeGiven = async (server: string): Promise<TestPostgres> => {
  const made = new Set<string>();
  const folder = mkdtempSync(join(tmpdir(), 'sip-postgres-files-'));
  const newDatabase = async (): Promise<string> => {
    const url = await createDatabaseIn(server);
    made.add(url);
    return url;
  };
  const dropDatabase = async (url: string): Promise<void> => {
    made.delete(url);
    await dropDatabaseIn(server, url);
  };
  return {
    url: await newDatabase(),
    files: async () => {
      const to = mkdtempSync(join(folder, 'at-'));
      for (const url of made) await copyFiles(url, to);
      return to;
    },
    log: () => '',
    newDatabase,
    dropDatabase,
    crash: null,
    stop: async () => {
      for (const url of made) await dropDatabase(url);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** What deletion needs besides (docs/operation.md): what was deleted must not live on in recycled logs. */
const settings = ['fsync=on', 'full_page_writes=on', 'wal_recycle=off', 'log_statement=none'];

const watch = 'read -r nothing; kill -QUIT "$0"; sleep 1; rm -rf "$1"';

const startOwn = async (): Promise<TestPostgres> => {
  const bin = programs();
  const who = whoRuns();
  const folder = mkdtempSync(join(tmpdir(), 'sip-postgres-'));
  chmodSync(folder, 0o700);
  if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid);
  const dataDir = join(folder, 'data');
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', dataDir, '-U', 'sip', '--auth=trust', '--encoding=UTF8', '--no-instructions'],
    { ...who, env, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const server = `postgres://sip@127.0.0.1:${port}/postgres`;
  const args = ['-D', dataDir, '-p', `${port}`, '-k', folder, '-h', '127.0.0.1'];

  let log = '';
  let child: ChildProcess;
  let watcher: ChildProcess | null = null;
  let isGone = false;
  const start = async (): Promise<void> => {
    isGone = false;
    child = spawn(
      join(bin, 'postgres'),
      [...args, ...settings.flatMap((setting) => ['-c', setting])],
      { ...who, env, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    child.stderr?.on('data', (data: Buffer) => {
      log += data.toString('utf8');
    });
    child.once('exit', () => {
      isGone = true;
    });
    // However a test ends, nothing of it stays: when this process is gone, so is what the watcher reads from.
    watcher = spawn('sh', ['-c', watch, String(child.pid), folder], {
      ...who,
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    watcher.unref();
    await untilReady(server, () => isGone);
  };
  const end = (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> =>
    new Promise((resolve) => {
      watcher?.kill('SIGKILL');
      if (isGone) resolve();
      else {
        child.once('exit', () => resolve());
        child.kill(signal);
      }
    });
  await start();
  return {
    url: await createDatabaseIn(server),
    files: async () => dataDir,
    log: () => log,
    newDatabase: () => createDatabaseIn(server),
    dropDatabase: (url) => dropDatabaseIn(server, url),
    crash: async () => {
      await end('SIGQUIT');
      await start();
    },
    stop: async () => {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const given = process.env['DATABASE_URL'] ?? '';

/** For names of tests: what was looked at. */
export const postgresName =
  given === '' ? 'PostgreSQL' : 'the given PostgreSQL (of its files, those of our databases)';

export const startPostgres = (): Promise<TestPostgres> =>
  given === '' ? startOwn() : takeGiven(given);
