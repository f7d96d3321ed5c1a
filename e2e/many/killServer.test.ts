/** Ten kills of the sync server, another seed each day; `npm run test:long -- sync-kill` does 300, `sync-kill-postgres` as many. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../../server/store/postgres/testPostgres.ts';
import { killServer } from './killServer.ts';

const seed = Number(
  process.env.SIP_SEED ?? new Date().toISOString().slice(0, 10).replaceAll('-', ''),
);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sip-kill-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe(`the sync server killed under load, seed ${seed}`, () => {
  it('keeps every acknowledged record, none twice, on SQLite', async () => {
    const counts = await killServer({ seed, kills: 10, env: { SIP_DATA: join(folder, 'own') } });
    expect(counts).toMatchObject({ kills: 10, lost: 0 });
    expect(counts.acknowledged).toBeGreaterThan(100);
    expect(counts.published).toBeGreaterThan(10);
    expect(counts.ended).toBeGreaterThan(0);
    // Frames whose answer was lost with the server were sent again.
    expect(counts.repeated).toBeGreaterThan(0);
  });

  it('keeps every acknowledged record, none twice, on PostgreSQL', async () => {
    const postgres = await startPostgres();
    try {
      const counts = await killServer({ seed, kills: 10, env: { DATABASE_URL: postgres.url } });
      expect(counts).toMatchObject({ kills: 10, lost: 0 });
      expect(counts.acknowledged).toBeGreaterThan(100);
      expect(counts.ended).toBeGreaterThan(0);
    } finally {
      await postgres.stop();
    }
  }, 300_000);

  it('would be found out if it told before it kept', async () => {
    const env = { SIP_DATA: join(folder, 'lying'), SIP_PLANT: 'tellsFirst' };
    await expect(killServer({ seed, kills: 10, env })).rejects.toThrow('is lost');
  });
});
