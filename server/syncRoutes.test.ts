/** The app and syncing in one process, as `npm start` serves them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { listen } from './listen.ts';
import { ownNames } from './options.ts';
import { createSqliteStore } from './store/sqlite/sqliteStore.ts';
import type { Store } from './store/store.ts';
import { createSyncServer } from './sync/syncServer.ts';
import { connectTestClient, createTestWriter } from './sync/testing.ts';

let folder: string;
let app: FastifyInstance;
let store: Store;
let port: number;
let isFull = false;
const logged: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sip-app-'));
  const dist = join(folder, 'dist');
  await mkdir(dist);
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>SIP-mötet</title>');
  const own = createSqliteStore(join(folder, 'data'));
  store = { ...own, check: () => (isFull ? Promise.reject(new Error('full')) : own.check()) };
  const sync = createSyncServer({
    store,
    names: () => ownNames('localhost', port, false),
    title: 'Åby kommun',
    onFault: (error) => logged.push(String(error)),
  });
  app = await createApp({ distDir: dist, sync, onFault: (name) => logged.push(name) });
  port = await listen(app, 0);
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe('the app and syncing in one process', () => {
  it('tells what it speaks and who may open channels', async () => {
    const answer = await get('/sync.json');
    expect(answer.json()).toEqual({ name: 'Åby kommun', versions: [1], open: 'open' });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.headers['content-security-policy']).toContain("connect-src 'self'");
  });

  it('is well, and ready as long as the store takes writes', async () => {
    expect((await get('/healthz')).statusCode).toBe(200);
    expect((await get('/readyz')).statusCode).toBe(200);
    isFull = true;
    expect((await get('/readyz')).statusCode).toBe(503);
    expect((await get('/healthz')).statusCode).toBe(200);
    isFull = false;
  });

  it('syncs by every name of this machine, over both of its addresses', async () => {
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
      const client = await connectTestClient(port, { headers: { host } });
      const writer = createTestWriter();
      expect(await client.ask(writer.open(host))).toMatchObject({ is: 'opened' });
      await client.close();
    }
  });

  it('counts for who looks after the machine, and says nothing about anybody', async () => {
    const client = await connectTestClient(port);
    const writer = createTestWriter();
    await client.ask(writer.open(client.serverName));
    const text = (await get('/metrics')).body;
    expect(text).toMatch(/^sip_sync_connections 1$/m);
    expect(text).toMatch(/^sip_sync_commits_total [1-9]\d*$/m);
    // Names and whole numbers: no address, no id.
    for (const line of text.trim().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) sip_sync_\w+ [\w ]+\.?|sip_sync_\w+ \d+)$/);
    expect((await get('/metrics', { 'x-forwarded-for': '192.0.2.1' })).statusCode).toBe(404);
    await client.close();
  });

  it('answers an ordinary request to /sync as a page that is not there', async () => {
    expect((await get('/sync')).statusCode).toBe(404);
  });

  it('stops gracefully: what is in work is answered, then all are told that it goes', async () => {
    const client = await connectTestClient(port);
    const writer = createTestWriter();
    await client.ask(writer.open(client.serverName));
    const frames = Array.from({ length: 30 }, () =>
      client.ask({
        is: 'append',
        frame: writer.frame(client.serverName, [writer.record()]),
      }),
    );
    const before = Promise.all(frames.slice(0, 1));
    await before;
    const answers = await Promise.allSettled([...frames, app.close()]);
    expect(await client.closed).toBe(1001);
    const told = answers.filter(
      (each) => each.status === 'fulfilled' && each.value?.is === 'appended',
    ).length;
    expect(told).toBeGreaterThan(0);
    const again = createSqliteStore(join(folder, 'data'));
    const page = await again.read(writer.channelId, 0, 1_000_000, 1_000);
    expect(page?.end).toBeGreaterThanOrEqual(told);
    await again.close();
    expect(logged).toEqual([]);
  });
});
