/** The program itself, as it is started on the command line. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectTestClient, createTestWriter, type TestWriter } from './sync/testing.ts';
import { testCertificate } from './testCertificate.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sip-main-'));
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist', 'index.html'), '<!doctype html><title>SIP-mötet</title>');
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const program = fileURLToPath(new URL('main.ts', import.meta.url));

const run = (args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, [program, ...args], {
    env: { ...process.env, DATABASE_URL: '', PORT: '0', SIP_DIST: join(folder, 'dist'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs to its end. */
const runToEnd = async (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly output: string }> => {
  const child = run(args, env);
  let output = '';
  child.stdout?.on('data', (data) => {
    output += String(data);
  });
  child.stderr?.on('data', (data) => {
    output += String(data);
  });
  const [code] = await once(child, 'close');
  return { code: Number(code), output };
};

const start = async (env: Readonly<Record<string, string>>, args: readonly string[] = []) => {
  const child = run(args, env);
  if (child.stdout === null) throw new Error('no output');
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const url = new URL(String(line));
  return {
    url,
    port: Number(url.port),
    stop: async () => {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      const [code] = await closed;
      return Number(code);
    },
  };
};

const appendTo = async (port: number, writer: TestWriter, count: number) => {
  const client = await connectTestClient(port);
  await client.ask(writer.open(client.serverName));
  const records = Array.from({ length: count }, () => writer.record());
  const frame = writer.frame(client.serverName, records);
  const answer = await client.ask({ is: 'append', frame });
  await client.close();
  return { answer, records };
};

const readAll = async (port: number, writer: TestWriter) => {
  const client = await connectTestClient(port);
  const page = await client.ask({ is: 'read', ...writer, cursor: 0, maxBytes: 1_000_000 });
  await client.close();
  return page;
};

describe('the server on the command line', () => {
  it('keeps what it was given in its data folder, and stops when it is told to', async () => {
    const env = { SIP_DATA: join(folder, 'kept') };
    const writer = createTestWriter();
    const first = await start(env);
    const { answer, records } = await appendTo(first.port, writer, 3);
    expect(answer).toMatchObject({ is: 'appended', cursor: 3 });
    expect(await first.stop()).toBe(0);
    const second = await start(env);
    expect(await readAll(second.port, writer)).toMatchObject({
      items: records.map((bytes) => ({ bytes })),
    });
    const { code, output } = await runToEnd([], env);
    expect([code, output]).toEqual([1, expect.stringContaining('Another server uses')]);
    await second.stop();
  });

  it('backs up while it serves, and restores: what was ended since stays ended', async () => {
    const env = { SIP_DATA: join(folder, 'backed-up') };
    const [kept, ended] = [createTestWriter(), createTestWriter()];
    const file = join(folder, 'backup.sip');
    const first = await start(env);
    const { records } = await appendTo(first.port, kept, 2);
    await appendTo(first.port, ended, 2);
    expect(await runToEnd(['--backup', file], env)).toMatchObject({ code: 0 });
    const client = await connectTestClient(first.port);
    await client.ask(ended.end(client.serverName));
    await first.stop();

    // Another machine, which knows nothing yet.
    const other = { SIP_DATA: join(folder, 'restored') };
    expect(await runToEnd(['--restore', file], other)).toMatchObject({ code: 0 });
    const second = await start(other);
    expect(await readAll(second.port, kept)).toMatchObject({
      end: 2,
      items: records.map((bytes) => ({ bytes })),
    });
    await second.stop();

    // The same machine, which knows what was ended since.
    expect(await runToEnd(['--restore', file], env)).toMatchObject({ code: 0 });
    const third = await start(env);
    expect(await readAll(third.port, ended)).toMatchObject({ error: { code: 'ended' } });
    expect(await readAll(third.port, kept)).toMatchObject({ end: 2 });
    await third.stop();
  });

  it('takes nothing of a backup that is damaged or not whole', async () => {
    const env = { SIP_DATA: join(folder, 'damaged') };
    const writer = createTestWriter();
    const file = join(folder, 'whole.sip');
    const server = await start(env);
    await appendTo(server.port, writer, 5);
    await server.stop();
    await runToEnd(['--backup', file], env);
    const whole = await readFile(file);
    const changed = Buffer.from(whole);
    changed[500] = (changed[500] ?? 0) ^ 1;
    const wrong = [changed, whole.subarray(0, -1), whole.subarray(0, 400), Buffer.alloc(0)];
    for (const [index, bytes] of wrong.entries()) {
      const bad = join(folder, `bad-${index}.sip`);
      await writeFile(bad, bytes);
      const other = { SIP_DATA: join(folder, `from-bad-${index}`) };
      const { code, output } = await runToEnd(['--restore', bad], other);
      expect([code, output]).toEqual([1, expect.stringContaining('Nothing was changed')]);
    }
  });

  it('speaks https with a certificate, and syncs over it', async () => {
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    await writeFile(cert, testCertificate.cert);
    await writeFile(key, testCertificate.key);
    const server = await start({ SIP_DATA: join(folder, 'secure') }, ['--tls', cert, key]);
    expect(server.url.protocol).toBe('https:');
    const client = await connectTestClient(server.port, { ca: testCertificate.cert });
    const writer = createTestWriter();
    expect(await client.ask(writer.open(client.serverName))).toMatchObject({ is: 'opened' });
    await client.close();
    expect(await server.stop()).toBe(0);
  });

  it('says at once what it was started wrongly with', async () => {
    const env = { SIP_DATA: join(folder, 'never') };
    const wrong: readonly [readonly string[], Record<string, string>, string][] = [
      [['--what'], {}, 'Usage'],
      [['--tls', 'cert.pem'], {}, 'Usage'],
      [['--tls', 'no-cert.pem', 'no-key.pem'], {}, 'no-cert.pem'],
      [['--retention', 'soon'], {}, '--retention'],
      [['--backup', 'a', '--restore', 'b'], {}, 'Usage'],
      [[], { SIP_NAME: 'https://sync.example.se/' }, 'SIP_NAME'],
      [[], { SIP_OPEN: 'yes' }, 'SIP_OPEN'],
      [[], { SIP_LIMITS: '{' }, 'SIP_LIMITS'],
    ];
    for (const [args, more, words] of wrong) {
      const { code, output } = await runToEnd(args, { ...env, ...more });
      expect([args, code, output]).toEqual([args, 1, expect.stringContaining(words)]);
    }
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });
});
