/** Makes WebKitGTK keep the data of an automated session on disk: see webkit.ts, *A profile*. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findCompiler } from './programs.ts';

const run = promisify(execFile);
const source = fileURLToPath(new URL('keepData.c', import.meta.url));
const folder = fileURLToPath(new URL('../../.cache', import.meta.url));

/** Compiles the library when it is not there yet. Gives its path. */
const libraryOf = async (compiler: string): Promise<string> => {
  const mark = createHash('sha256')
    .update(await readFile(source))
    .digest('hex');
  const library = join(folder, `keepData-${mark.slice(0, 12)}.so`);
  const isThere = await access(library).then(
    () => true,
    () => false,
  );
  if (isThere) return library;
  await mkdir(folder, { recursive: true });
  const fresh = `${library}.${process.pid}`;
  const args = ['-shared', '-fPIC', '-o', fresh, source, '-Wl,--unresolved-symbols=ignore-all'];
  await run(compiler, args);
  await rename(fresh, library);
  return library;
};

/** The variables that give an automated session this profile. */
export const keepDataIn = async (profileDir: string): Promise<Readonly<Record<string, string>>> => {
  const compiler = findCompiler();
  if (compiler === null)
    throw new Error('WebKitGTK keeps a profile only where there is a C compiler (cc).');
  const data = join(profileDir, 'data');
  const cache = join(profileDir, 'cache');
  await Promise.all([data, cache].map((each) => mkdir(each, { recursive: true })));
  return {
    LD_PRELOAD: await libraryOf(compiler),
    SIP_WEBKIT_DATA: data,
    SIP_WEBKIT_CACHE: cache,
    XDG_DATA_HOME: data,
    XDG_CACHE_HOME: cache,
    XDG_CONFIG_HOME: join(profileDir, 'config'),
  };
};
