/** Builds the program in memory, as `vite build` does, and tells what each file of it consists of and leads to. */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { minifySync } from 'rolldown/utils';
import { build, loadConfigFromFile, type PluginOption, type Rolldown } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What comes after the program itself: the service worker, and compressed copies. */
const isAfterwards = (name: string): boolean =>
  name.startsWith('vite-plugin-pwa') || name === 'sip:compress-dist';

const withoutAfterwards = async (plugins: PluginOption): Promise<PluginOption[]> => {
  const found = await plugins;
  if (Array.isArray(found)) return (await Promise.all(found.map(withoutAfterwards))).flat();
  if (found === null || found === undefined || found === false) return [];
  return isAfterwards(found.name) ? [] : [found];
};

export interface Chunk {
  readonly file: string;
  /** Paths from the root of the work tree. */
  readonly modules: readonly string[];
  /** Bytes, gzip -9. */
  readonly gzip: number;
  /** The part of `gzip` that is not from packages. */
  readonly own: number;
  /** Files that are loaded with it. */
  readonly imports: readonly string[];
  readonly isEntry: boolean;
  /** The texts of a language. */
  readonly isLanguage: boolean;
}

const isPackage = (id: string): boolean =>
  /[\\/]node_modules[\\/]|^\0|^virtual:|^rolldown/.test(id);

const isTexts = (id: string): boolean => id.includes('/i18n/locales/');

const minifiedBytes = (code: string | null): number =>
  code === null || code === '' ? 0 : Buffer.byteLength(minifySync('m.js', code).code);

const gzipBytes = (code: string): number => gzipSync(code, { level: 9 }).length;

/** hash-wasm carries its wasm as base64: the limit is for JavaScript. `AGFzbQ` is how every wasm begins. */
const withoutWasm = (source: string | Uint8Array): string =>
  Buffer.from(source)
    .toString('utf8')
    .replace(/AGFzbQ[A-Za-z0-9+/=]{1000,}/g, '');

const toChunk = (chunk: Rolldown.OutputChunk): Chunk => {
  const gzip = gzipBytes(chunk.code);
  let all = 0;
  let own = 0;
  for (const [id, { code }] of Object.entries(chunk.modules)) {
    // As said without the rest of its file: only the shares are used.
    const bytes = minifiedBytes(code);
    all += bytes;
    if (!isPackage(id)) own += bytes;
  }
  return {
    file: chunk.fileName,
    modules: chunk.moduleIds.map((id) => id.replace(root, '')),
    gzip,
    own: all === 0 ? 0 : (gzip * own) / all,
    imports: chunk.imports,
    isEntry: chunk.isEntry,
    isLanguage:
      chunk.moduleIds.some(isTexts) && chunk.moduleIds.every((id) => isTexts(id) || isPackage(id)),
  };
};

export interface Bundle {
  readonly chunks: readonly Chunk[];
  /** Workers: their own programs, whole but for the wasm that a library carries in its text. */
  readonly workers: readonly { readonly file: string; readonly gzip: number }[];
}

export const buildBundle = async (): Promise<Bundle> => {
  const loaded = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    undefined,
    root,
    'silent',
    undefined,
    'native',
  );
  if (loaded === null) throw new Error('vite.config.ts is missing.');
  const { plugins, ...config } = loaded.config;
  const built = await build({
    ...config,
    root,
    configFile: false,
    logLevel: 'error',
    plugins: await withoutAfterwards(plugins),
    build: { ...config.build, write: false },
  });
  const output = 'output' in built ? built.output : [];
  const chunks = output.flatMap((file) => (file.type === 'chunk' ? [toChunk(file)] : []));
  const workers = output.flatMap((file) =>
    file.type === 'asset' && /\.m?js$/.test(file.fileName)
      ? [{ file: file.fileName, gzip: gzipBytes(withoutWasm(file.source)) }]
      : [],
  );
  if (chunks.length === 0) throw new Error('Nothing was built.');
  return { chunks, workers };
};

/** Every file that is there when these modules have run: theirs, and what those import from the start. */
export const neededFor = ({ chunks }: Bundle, modules: readonly string[]): ReadonlySet<Chunk> => {
  const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]));
  const needed = new Set<Chunk>();
  const take = (chunk: Chunk | undefined): void => {
    if (chunk === undefined || needed.has(chunk)) return;
    needed.add(chunk);
    for (const file of chunk.imports) take(byFile.get(file));
  };
  for (const chunk of chunks) if (chunk.isEntry) take(chunk);
  for (const name of modules) {
    const found = chunks.find((chunk) => chunk.modules.includes(name));
    if (found === undefined) throw new Error(`${name} is in no file of the built program.`);
    take(found);
  }
  return needed;
};
