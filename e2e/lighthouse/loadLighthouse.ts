/**
 * Lighthouse, brought from the npm registry when it is first asked for: 114 packages that nothing else needs, so they
 * are no dependency of the project (docs/dependencies.md). They lie in `.cache/lighthouse`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page as PuppeteerPage } from 'puppeteer-core';

export const lighthouseVersion = '13.5.0';

const folder = fileURLToPath(new URL('../../.cache/lighthouse/', import.meta.url));
const entry = `${folder}node_modules/lighthouse/core/index.js`;

/** What is used of a report: https://github.com/GoogleChrome/lighthouse, `types/lhr`. */
export interface Report {
  readonly lighthouseVersion: string;
  readonly categories: Readonly<
    Record<
      string,
      {
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly audits: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly score: number | null;
        readonly scoreDisplayMode: string;
        readonly displayValue?: string;
        readonly numericValue?: number;
      }
    >
  >;
  readonly runtimeError?: { readonly message: string };
}

interface Result {
  readonly lhr: Report;
}

export interface Lighthouse {
  readonly default: (url: string, flags: object, config?: object) => Promise<Result | undefined>;
  readonly snapshot: (page: PuppeteerPage, options: object) => Promise<Result | undefined>;
  readonly desktopConfig: object;
}

const isThere = async (): Promise<boolean> => {
  if (!existsSync(entry)) return false;
  const text = await readFile(`${folder}node_modules/lighthouse/package.json`, 'utf8');
  return (JSON.parse(text) as { version: string }).version === lighthouseVersion;
};

export const loadLighthouse = async (): Promise<Lighthouse> => {
  if (!(await isThere())) {
    console.log(`Installing lighthouse ${lighthouseVersion} …`);
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}package.json`, '{ "private": true }\n');
    const { status } = spawnSync(
      'npm',
      ['install', `lighthouse@${lighthouseVersion}`, '--no-audit', '--no-fund', '--loglevel=error'],
      { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' },
    );
    if (status !== 0) throw new Error('npm could not install lighthouse.');
  }
  return (await import(pathToFileURL(entry).href)) as Lighthouse;
};
