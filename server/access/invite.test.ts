import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StoreSettings } from '../openStore.ts';
import { readOptions } from '../options.ts';
import { createPostgresStore } from '../store/postgres/postgresStore.ts';
import { postgresName, startPostgres, type TestPostgres } from '../store/postgres/testPostgres.ts';
import { createSqliteStore } from '../store/sqlite/sqliteStore.ts';
import type { Store } from '../store/store.ts';
import { defaultLimits } from '../sync/limits.ts';
import { createTestWriter } from '../sync/testing.ts';
import { startTestServer, type TestServer } from '../sync/testServer.ts';
import { type Access, createAccess } from './createAccess.ts';

// A machine that does much else is no failure.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const run = promisify(execFile);

let folder: string;
let postgres: TestPostgres;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sip-invite-'));
  postgres = await startPostgres();
});

afterAll(async () => {
  vi.resetConfig();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

const commandIn = async (
  settings: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<string> => {
  const env = { ...process.env, ...settings };
  return (await run(process.execPath, [main, ...args], { env })).stdout;
};

const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text));
const answerTo = async (server: TestServer, credential: string): Promise<unknown> => {
  const client = await server.connect();
  const writer = createTestWriter();
  const answer = await client.ask(writer.open(client.serverName, 'log', bytesOf(credential)));
  return answer.is === 'error' ? answer.error.code : answer.is;
};

describe.each([
  ['SQLite', () => ({ dataDir: join(folder, 'data'), databaseUrl: null })],
  [postgresName, () => ({ dataDir: folder, databaseUrl: postgres.url })],
])('an invitation, kept on %s', (_name, settings) => {
  let store: Store;
  let access: Access;
  let server: TestServer;

  /** On the command line, beside the server that has the data. */
  const command = (...args: readonly string[]): Promise<string> => {
    const { dataDir, databaseUrl } = settings();
    return commandIn({ SIP_DATA: dataDir, DATABASE_URL: databaseUrl ?? '' }, ...args);
  };

  /** Empty, of the same kind. */
  const another = async (): Promise<StoreSettings> =>
    settings().databaseUrl === null
      ? { dataDir: join(folder, 'restored'), databaseUrl: null }
      : { dataDir: folder, databaseUrl: await postgres.newDatabase() };

  const codeOf = (said: string): string => /: ([0-9A-Z ]+)$/m.exec(said)?.[1] ?? '';

  beforeAll(async () => {
    const { dataDir, databaseUrl } = settings();
    store =
      databaseUrl === null
        ? createSqliteStore(dataDir)
        : await createPostgresStore({ url: databaseUrl });
    access = await createAccess({
      access: { is: 'invite' },
      store: settings(),
      limits: defaultLimits,
      names: () => [],
      isSecure: false,
    });
    server = await startTestServer({ store, policy: access.policy });
  });

  afterAll(async () => {
    await server.stop();
    await access.close();
  });

  it('opens as many channels as it says, and no more', async () => {
    const said = await command('--invite', 'Åby kommun', '--channels', '2');
    expect(said).toContain('opens 2 channels');
    const code = codeOf(said);
    expect(code.replaceAll(' ', '')).toHaveLength(26);
    expect(await answerTo(server, code)).toBe('opened');
    // As it may be typed.
    expect(await answerTo(server, code.toLowerCase().replaceAll(' ', '-'))).toBe('opened');
    expect(await answerTo(server, code)).toBe('full');
    expect(await command('--invites')).toMatch(
      /^Åby kommun: made .*, 2 of 2 channels, 0 of 1000 MB$/m,
    );
  });

  it('is needed, and none is like another', async () => {
    const code = codeOf(await command('--invite', 'Region Norr', '--channels', '5'));
    const wrong = `${code.slice(0, 5)}${code[5] === 'A' ? 'B' : 'A'}${code.slice(6)}`;
    for (const credential of [
      '',
      'öppna',
      wrong,
      code.slice(0, 20),
      `${code}${code}`,
      'A'.repeat(500),
    ])
      expect([credential, await answerTo(server, credential)]).toEqual([credential, 'mayNotOpen']);
    expect(await answerTo(server, code)).toBe('opened');
  });

  it('opens nothing more once it is revoked, and what it opened goes on', async () => {
    const code = codeOf(await command('--invite', 'Vårdcentralen', '--channels', '5'));
    const client = await server.connect();
    const writer = createTestWriter();
    const { serverName } = client;
    await client.ask(writer.open(serverName, 'log', bytesOf(code)));
    expect(await command('--revoke', 'Vårdcentralen')).toContain('Revoked: Vårdcentralen (1)');
    expect(await answerTo(server, code)).toBe('mayNotOpen');
    const frame = writer.frame(serverName, [writer.record()]);
    expect(await client.ask({ is: 'append', frame })).toMatchObject({ is: 'appended' });
    expect(await client.ask(writer.open(serverName))).toMatchObject({ is: 'opened' });
    expect(await command('--invites')).toContain('revoked');
    expect(await command('--revoke', 'Vårdcentralen')).toContain('There is no invitation');
  });

  it('is known to a server that is restored, with what is used of it', async () => {
    const code = codeOf(await command('--invite', 'Elevhälsan', '--channels', '2'));
    await command('--invite', 'Gamla', '--channels', '7');
    await command('--revoke', 'Gamla');
    expect(await answerTo(server, code)).toBe('opened');
    const file = join(folder, `${randomUUID()}.bak`);
    await command('--backup', file);
    const before = (await command('--invites')).split('\n').sort();
    const there = await another();
    const restored = { SIP_DATA: there.dataDir, DATABASE_URL: there.databaseUrl ?? '' };
    await commandIn(restored, '--restore', file);
    expect((await commandIn(restored, '--invites')).split('\n').sort()).toEqual(before);
    expect(before.join('\n')).toMatch(/^Elevhälsan: made .*, 1 of 2 channels/m);
    expect(before.join('\n')).toMatch(/^Gamla: .*, revoked$/m);
    // Of a former program, without invitations.
    const whole = await readFile(file);
    const former = Buffer.concat([Buffer.from('sip-sync-backup 1\n'), whole.subarray(18, -32)]);
    const hash = createHash('sha256').update(former).digest();
    await writeFile(file, Buffer.concat([former, hash]));
    await commandIn(restored, '--restore', file);
    await rm(file);
  });

  it('is kept as a hash only', async () => {
    const code = codeOf(await command('--invite', 'Hemtjänsten', '--channels', '5'));
    await store.scrub();
    const { dataDir, databaseUrl } = settings();
    const dir = databaseUrl === null ? dataDir : await postgres.files();
    const entries = await readdir(dir, { recursive: true, withFileTypes: true });
    const files = await Promise.all(
      entries
        .filter((entry) => entry.isFile())
        .map((entry) => readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0))),
    );
    const isThere = (text: string): boolean => files.some((file) => file.includes(text));
    expect(isThere('Hemtjänsten')).toBe(true);
    expect([isThere(code), isThere(code.replaceAll(' ', ''))]).toEqual([false, false]);
  });
});

describe('an invitation', () => {
  it.each([
    [['--invite', 'Åby'], /--invite needs --channels/],
    [['--invite', 'Åby', '--channels', '0'], /--channels takes/],
    [['--invite', 'Åby', '--channels', '1', '--megabytes', 'many'], /--megabytes takes/],
    [['--invite', ' ', '--channels', '1'], /takes a name/],
    [['--channels', '1'], /belongs to --invite/],
  ])('is made with words where something lacks (%#)', (args, words) => {
    expect(() => readOptions(args, {})).toThrow(words);
  });
});
