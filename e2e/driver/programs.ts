/** Where the browsers are on this machine; null where one is not. */
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name: string): string | null =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram) ?? null;

const firstOf = (...candidates: readonly (string | null | undefined)[]): string | null =>
  candidates.find(
    (each): each is string => each !== null && each !== undefined && isProgram(each),
  ) ?? null;

/** CHROMIUM_PATH chooses another. */
export const findChromium = (): string | null =>
  firstOf(
    process.env['CHROMIUM_PATH'],
    onPath('chromium'),
    onPath('chromium-browser'),
    onPath('google-chrome-stable'),
    onPath('google-chrome'),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  );

/** FIREFOX_PATH chooses another. */
export const findFirefox = (): string | null =>
  firstOf(
    process.env['FIREFOX_PATH'],
    onPath('firefox-esr'),
    onPath('firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  );

/** For keepData.c alone. */
export const findCompiler = (): string | null =>
  firstOf(onPath('cc'), onPath('gcc'), onPath('clang'));

export interface WebkitPrograms {
  readonly driver: string;
  readonly browser: string;
  readonly display: string;
}

const findMiniBrowser = (): string | null => {
  for (const base of ['/usr/lib', '/usr/libexec', '/usr/lib64']) {
    let folders: readonly string[] = [];
    try {
      folders = ['', ...readdirSync(base).filter((name) => name.includes('linux'))];
    } catch {
      continue;
    }
    for (const folder of folders)
      for (const version of ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0']) {
        const path = join(base, folder, version, 'MiniBrowser');
        if (isProgram(path)) return path;
      }
  }
  return null;
};

/** WebKitGTK's driver, its small browser, and a screen that is only in memory. */
export const findWebkit = (): WebkitPrograms | null => {
  const driver = onPath('WebKitWebDriver');
  const browser = findMiniBrowser();
  const display = onPath('Xvfb');
  return driver !== null && browser !== null && display !== null
    ? { driver, browser, display }
    : null;
};
