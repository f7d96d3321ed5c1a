import { beforeEach, describe, expect, it } from 'vitest';
import { fontCache, forgetFonts, type KeptFontsDeps, keepFonts } from './keptFonts.ts';

const origin = 'http://localhost:3000';
const paths = ['/fonts/scripts/a-400.woff2', '/fonts/scripts/a-700.woff2'];

let kept: Map<string, string>;
let fetched: string[];
let answers: (path: string) => Response;

const deps = (): KeptFontsDeps => ({
  caches: {
    open: async (name) => {
      expect(name).toBe(fontCache);
      return {
        match: async (url: string) => (kept.has(url) ? new Response(kept.get(url)) : undefined),
        put: async (url: string, answer: Response) => {
          kept.set(url, await answer.text());
        },
      } as unknown as Cache;
    },
    delete: async () => {
      kept.clear();
      return true;
    },
  },
  ask: async (path) => {
    fetched.push(path);
    return answers(path);
  },
  origin,
});

beforeEach(() => {
  kept = new Map();
  fetched = [];
  answers = (path) => new Response(path, { headers: { 'content-type': 'font/woff2' } });
});

describe('the fonts of a language', () => {
  it('are fetched once, and lie where the service worker looks', async () => {
    expect(await keepFonts(paths, deps())).toBe(true);
    expect([...kept.keys()]).toEqual(paths.map((path) => origin + path));
    answers = () => {
      throw new TypeError('offline');
    };
    expect(await keepFonts(paths, deps())).toBe(true);
    expect(fetched).toEqual(paths);
  });

  it('are not said to be kept when one could not be fetched; the others are kept all the same', async () => {
    const sound = answers;
    answers = (path) => {
      if (path.includes('400')) throw new TypeError('offline');
      return sound(path);
    };
    expect(await keepFonts(paths, deps())).toBe(false);
    expect([...kept.keys()]).toEqual([`${origin}${paths[1]}`]);
    answers = sound;
    expect(await keepFonts(paths, deps())).toBe(true);
  });

  it('are never a page that stood in for a missing file', async () => {
    answers = () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
    expect(await keepFonts(paths, deps())).toBe(false);
    answers = () => new Response('', { status: 404 });
    expect(await keepFonts(paths, deps())).toBe(false);
    expect(kept.size).toBe(0);
  });

  it('need no room where there is none to have, and none for a language of Latin letters', async () => {
    expect(await keepFonts([], { ...deps(), caches: undefined })).toBe(true);
    expect(await keepFonts(paths, { ...deps(), caches: undefined })).toBe(false);
    const full = { open: () => Promise.reject(new Error('full')), delete: async () => false };
    expect(await keepFonts(paths, { ...deps(), caches: full })).toBe(false);
  });

  it('go when everything here is removed', async () => {
    await keepFonts(paths, deps());
    await forgetFonts(deps());
    expect(kept.size).toBe(0);
  });
});
