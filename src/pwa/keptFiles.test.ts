import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type KeptFilesDeps, lookAtKept, mendKept } from './keptFiles.ts';

const origin = 'http://localhost:3000';
const page = '<!doctype html>';
const sum = createHash('sha256').update(page).digest('base64');
const list = [
  ['index.html', 'r1', sum],
  ['assets/a-12345678.js'],
  ['assets/b-12345678.js'],
  ['kept.json', 'r2'],
];
const keys = [
  `${origin}/index.html?__WB_REVISION__=r1`,
  `${origin}/assets/a-12345678.js`,
  `${origin}/assets/b-12345678.js`,
  `${origin}/kept.json?__WB_REVISION__=r2`,
];

let kept: Map<string, string>;
let server: Map<string, string>;
let online: boolean;
let controlled: boolean;
let fetched: string[];

const deps = (): KeptFilesDeps => ({
  caches: {
    keys: async () => (kept.size === 0 ? ['other'] : ['other', `workbox-precache-v2-${origin}/`]),
    open: async (name) =>
      ({
        keys: async () =>
          name === 'other'
            ? keys.map((key) => new Request(key))
            : [...kept.keys()].map((key) => new Request(key)),
        put: async (key: string, answer: Response) => {
          kept.set(key, await answer.text());
        },
      }) as unknown as Cache,
  },
  ask: async (path) => {
    const { pathname } = new URL(path, origin);
    fetched.push(pathname);
    if (!online) throw new TypeError('offline');
    const body = server.get(pathname);
    return body === undefined ? new Response('', { status: 404 }) : new Response(body);
  },
  digest: (bytes) => crypto.subtle.digest('SHA-256', bytes),
  isControlled: () => controlled,
  origin,
});

beforeEach(() => {
  kept = new Map(keys.map((key) => [key, 'x']));
  server = new Map([
    ['/kept.json', JSON.stringify(list)],
    ['/index.html', page],
    ['/assets/a-12345678.js', 'a'],
    ['/assets/b-12345678.js', 'b'],
  ]);
  online = true;
  controlled = true;
  fetched = [];
});

describe('the files of the program', () => {
  it('are all there when each of the list lies in the cache, loaded or not', async () => {
    expect(await lookAtKept(deps())).toEqual({ page: true, missing: [] });
    kept.delete(keys[2] ?? '');
    const state = await lookAtKept(deps());
    expect(state?.missing.map(({ key }) => key)).toEqual([keys[2]]);
  });

  it('are not there when they lie under another revision', async () => {
    kept.delete(keys[0] ?? '');
    kept.set(`${origin}/index.html?__WB_REVISION__=r0`, 'old');
    expect((await lookAtKept(deps()))?.missing).toHaveLength(1);
  });

  it('are not known of without the list of the version that answers', async () => {
    controlled = false;
    expect(await lookAtKept(deps())).toBeNull();
    controlled = true;
    online = false;
    expect(await lookAtKept(deps())).toBeNull();
    server.set('/kept.json', '{"not":"a list"}');
    online = true;
    expect(await lookAtKept(deps())).toBeNull();
    expect(await lookAtKept({ ...deps(), caches: undefined })).toBeNull();
  });

  it('are known to be gone when the page itself is gone', async () => {
    kept.clear();
    online = false;
    expect(await lookAtKept(deps())).toEqual({ page: false, missing: [] });
  });

  it('are fetched again, only those that are missing', async () => {
    kept.delete(keys[0] ?? '');
    kept.delete(keys[1] ?? '');
    expect(await mendKept(deps())).toBe(0);
    expect(fetched).toEqual(['/kept.json', '/index.html', '/assets/a-12345678.js']);
    expect(kept.get(keys[0] ?? '')).toBe(page);
    expect((await lookAtKept(deps()))?.missing).toEqual([]);
  });

  it('are fetched again when the whole cache was cleared', async () => {
    kept.clear();
    expect(await mendKept(deps())).toBe(0);
    expect([...kept.keys()]).toEqual(keys);
  });

  it('never come from another version: neither a page of other content nor a file that is not there', async () => {
    kept.clear();
    server.set('/index.html', '<!doctype html> of tomorrow');
    server.delete('/assets/a-12345678.js');
    expect(await mendKept(deps())).toBe(2);
    expect([...kept.keys()]).toEqual([keys[2], keys[3]]);
  });

  it('are left as they are where nothing is missing, or nothing can be known', async () => {
    expect(await mendKept(deps())).toBe(0);
    expect(fetched).toEqual(['/kept.json']);
    online = false;
    expect(await mendKept(deps())).toBeNull();
    const throwing = {
      ...deps(),
      caches: {
        keys: () => Promise.reject(new Error('no')),
        open: () => Promise.reject(new Error('no')),
      },
    };
    expect(await mendKept(throwing)).toBeNull();
  });
});
