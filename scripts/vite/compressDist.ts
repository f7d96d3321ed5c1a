/** A Vite plugin: beside each built text file lays its brotli and gzip form, so that the server never compresses. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

const compressible = new Set([
  '.html',
  '.js',
  '.css',
  '.json',
  '.svg',
  '.txt',
  '.wasm',
  '.webmanifest',
]);

/** Under this many bytes a packet is not saved. */
const smallest = 1024;

/** Compresses every fitting file below `folder`; resolves to how many. */
export const compressFolder = async (folder: string): Promise<number> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && compressible.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
  const done = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file);
      if (bytes.length < smallest) return false;
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
      await writeFile(`${file}.br`, await toBrotli(bytes, { params }));
      await writeFile(`${file}.gz`, await toGzip(bytes, { level: 9 }));
      return true;
    }),
  );
  return done.filter(Boolean).length;
};

export const compressDist = (): Plugin => {
  let folder = '';
  return {
    name: 'sip:compress-dist',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        await compressFolder(folder);
      },
    },
  };
};
