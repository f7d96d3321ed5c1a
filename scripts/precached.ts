/**
 * The list of files that the service worker keeps: read from the built worker, without the hashes that change.
 *
 * `node scripts/with-node24.mjs scripts/precached.ts` prints what the build keeps;
 * with `--write` it becomes the list that the test holds every build against. Look at the difference before committing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const workerFile = fileURLToPath(new URL('../dist/sw.js', import.meta.url));
export const precachedListFile = fileURLToPath(
  new URL('../e2e/offline/precached.txt', import.meta.url),
);

export const withoutHash = (path: string): string =>
  path.replace(/^(assets\/.+)-[\w-]{8}(\.\w+)$/, '$1-*$2');

/** Sorted names. Throws when the worker has no list. */
export const readPrecached = (worker: string = readFileSync(workerFile, 'utf8')): string[] => {
  const names = [...worker.matchAll(/\{"?url"?:"([^"]+)","?revision"?:/g)].map(([, url]) =>
    withoutHash(url ?? ''),
  );
  if (names.length === 0) throw new Error('The service worker keeps nothing.');
  return names.sort();
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const list = `${readPrecached().join('\n')}\n`;
  if (process.argv.includes('--write')) writeFileSync(precachedListFile, list);
  else process.stdout.write(list);
}
