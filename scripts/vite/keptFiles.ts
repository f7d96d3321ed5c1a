/**
 * A Vite plugin: writes `kept.json`, the list of all that the service worker keeps, so that the program can see whether
 * each file really lies there and fetch what does not (src/pwa/keptFiles.ts). The worker keeps the list itself too.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

interface Entry {
  url: string;
  revision: string | null;
}

export interface KeptFilesPlugin {
  readonly plugin: Plugin;
  /** For `workbox.manifestTransforms`. */
  readonly addList: <E extends Entry>(
    entries: readonly E[],
  ) => Promise<{ readonly manifest: (E & { size: number })[]; readonly warnings: string[] }>;
}

export const listName = 'kept.json';

/**
 * `[address, revision, SHA-256 of the content]`; the last two only where the address does not name its content. The
 * manifest of the home screen is not among them: the worker gets it later, and no meeting needs it.
 */
const toRow = async (folder: string, { url, revision }: Entry): Promise<readonly string[]> => {
  if (revision === null) return [url];
  const content = await readFile(join(folder, url));
  return [url, revision, createHash('sha256').update(content).digest('base64')];
};

export const keptFiles = (): KeptFilesPlugin => {
  let folder = '';
  return {
    plugin: {
      name: 'sip:kept-files',
      apply: 'build',
      configResolved(config) {
        folder = resolve(config.root, config.build.outDir);
      },
    },
    addList: async (entries) => {
      const rows = await Promise.all(entries.map((entry) => toRow(folder, entry)));
      // Its own row says no sum: it cannot hold that of itself.
      const revision = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 32);
      const text = JSON.stringify([...rows, [listName, revision]]);
      await writeFile(join(folder, listName), text);
      return {
        manifest: [...entries, { url: listName, revision, size: text.length }] as never,
        warnings: [],
      };
    },
  };
};
