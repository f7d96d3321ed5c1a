/** What is forgotten, and when. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestWriter } from './testing.ts';
import { startTestServer } from './testServer.ts';
import { createUpkeep, type Upkeep } from './upkeep.ts';

const day = 86_400_000;
const minute = 60_000;

describe('upkeep', () => {
  let upkeep: Upkeep | null = null;

  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(async () => {
    await upkeep?.stop();
    upkeep = null;
    vi.useRealTimers();
  });

  const start = (scrub: () => Promise<void>, gone: readonly Uint8Array[] = []) => {
    const pruned: (readonly [number, number | null])[] = [];
    const aged: Uint8Array[] = [];
    const faults: unknown[] = [];
    upkeep = createUpkeep({
      store: {
        scrub,
        prune: async (today, retentionDays) => {
          pruned.push([today, retentionDays]);
          return gone;
        },
      },
      now: () => 500 * day,
      retentionDays: 30,
      onAged: (channelId) => aged.push(channelId),
      onFault: (error) => faults.push(error),
    });
    return { pruned, aged, faults };
  };

  it('takes what was deleted out of the files within a minute', async () => {
    const scrub = vi.fn(async () => {});
    start(scrub);
    // At the start too: a server that was killed may have left something.
    await vi.advanceTimersByTimeAsync(minute);
    expect(scrub).toHaveBeenCalledTimes(1);
    upkeep?.deleted();
    upkeep?.deleted();
    await vi.advanceTimersByTimeAsync(minute);
    expect(scrub).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(scrub).toHaveBeenCalledTimes(2);
  });

  it('tries again until it is done, where a backup stands in the way', async () => {
    let isBusy = true;
    const scrub = vi.fn(() => (isBusy ? Promise.reject(new Error('busy')) : Promise.resolve()));
    const { faults } = start(scrub);
    await vi.advanceTimersByTimeAsync(minute);
    const tries = scrub.mock.calls.length;
    expect(tries).toBeGreaterThan(5);
    expect(faults).toHaveLength(tries);
    isBusy = false;
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(scrub).toHaveBeenCalledTimes(tries + 1);
  });

  it('looks every hour for what is too old, and tells those who follow it', async () => {
    const channelId = new Uint8Array(32);
    const { pruned, aged } = start(async () => {}, [channelId]);
    await vi.advanceTimersByTimeAsync(61 * minute);
    expect(pruned).toEqual([[500, 30]]);
    expect(aged).toEqual([channelId]);
  });

  it('scrubs once more when it stops with something due', async () => {
    const scrub = vi.fn(async () => {});
    start(scrub);
    await upkeep?.stop();
    upkeep = null;
    expect(scrub).toHaveBeenCalledTimes(1);
  });
});

describe('a channel that was ended', () => {
  it('is in no file of the server shortly after, while others are', async () => {
    const server = await startTestServer({ scrubAfterMs: 20 });
    const client = await server.connect();
    const [ended, kept] = [createTestWriter(), createTestWriter()];
    const traces = new Map<string, Uint8Array>();
    for (const [name, writer] of Object.entries({ ended, kept })) {
      await client.ask(writer.open(server.serverName));
      for (let time = 0; time < 20; time += 1) {
        const record = writer.record();
        traces.set(`${name} ${time}`, record.slice(100, 130));
        await client.ask({ is: 'append', frame: writer.frame(server.serverName, [record]) });
      }
      traces.set(`${name} key`, writer.publicKey);
    }
    const found = async (): Promise<readonly string[]> => {
      const names = await readdir(server.folder);
      const files = await Promise.all(names.map((name) => readFile(join(server.folder, name))));
      return [...traces]
        .filter(([, bytes]) => files.some((file) => file.includes(Buffer.from(bytes))))
        .map(([name]) => name);
    };
    expect(await found()).toHaveLength(42);
    await client.ask(ended.end(server.serverName));
    await expect.poll(found).toEqual([...traces.keys()].filter((name) => name.startsWith('kept')));
    await server.stop();
    expect(server.faults).toEqual([]);
  });
});
