/** Builds the app when what it is built from has changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { binFile, root, runOnNode24 } from './node24.mjs';

const sources = ['index.html', 'package-lock.json', 'vite.config.ts', 'scripts', 'public', 'src'];
const stampFile = join(root, '.cache', 'built');

/** @returns {string[]} every file below, sorted */
const filesBelow = (path) => {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  try {
    return readdirSync(full, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const below = `${path}/${entry.name}`;
        return entry.isDirectory() ? filesBelow(below) : [below];
      });
  } catch {
    return [path];
  }
};

const isTest = (path) => /\.test\.tsx?$|\.examples\.tsx$/.test(path);

const sourceHash = () => {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesBelow)) {
    if (isTest(path)) continue;
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
};

/** Builds always. Resolves to the exit code. */
export const build = async () => {
  const before = sourceHash();
  const code = await runOnNode24([binFile('vite'), 'build', '--logLevel', 'warn']);
  if (code === 0) {
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(stampFile, `${before}\n`);
  }
  return code;
};

/** Builds unless `dist/` is the build of just these sources. Resolves to the exit code. */
export const buildIfChanged = async () => {
  const isBuilt =
    existsSync(join(root, 'dist', 'index.html')) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8').trim() === sourceHash();
  if (isBuilt) return 0;
  process.stdout.write('Building …\n');
  return build();
};
