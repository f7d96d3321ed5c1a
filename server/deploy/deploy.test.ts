/** What is written for those who run the server is held against what the server reads, and the image against what it needs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../access/testProvider.ts';
import { databaseUrlOf } from '../databaseUrl.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const sources = globSync('server/**/*.ts', { cwd: root }).filter(
  (file) => !/\.test\.ts$|[/\\]test[A-Z]\w*\.ts$|testing\.ts$|storeSuite\.ts$/.test(file),
);

const name = /\b(SIP_[A-Z_]*[A-Z]|DATABASE_[A-Z_]*[A-Z])\b/g;
const namesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(name)].map(([word]) => word));
const ofServer = namesIn(sources.map(read).join('\n'));

describe('the settings of the server', () => {
  it('are found in its sources', () => {
    expect(ofServer.size).toBeGreaterThan(15);
  });

  it('are all told in docs/operation.md, and none that is not there', () => {
    const told = namesIn(read('docs/operation.md'));
    expect([...ofServer].filter((each) => !told.has(each))).toEqual([]);
    expect([...told].filter((each) => !ofServer.has(each))).toEqual([]);
  });

  it.each(['Dockerfile', 'compose.yaml', 'server/deploy/sip-motet.service'])(
    'that %s sets are read by it',
    (file) => {
      const set = namesIn(read(file));
      expect(set.size).toBeGreaterThan(0);
      expect([...set].filter((each) => !ofServer.has(each))).toEqual([]);
    },
  );

  it('on the command line are told', () => {
    const flags = [...read('server/options.ts').matchAll(/^ {10}(\w+): \{ type: /gm)];
    expect(flags.length).toBeGreaterThan(6);
    const told = read('docs/operation.md');
    for (const [, flag] of flags) expect(told).toContain(`--${flag}`);
  });
});

describe('the address of the database', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sip-url-'));
    writeFileSync(join(folder, 'password'), 'p@ss/word#1\n');
    writeFileSync(join(folder, 'empty'), '\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('takes its password out of a file', () => {
    const file = join(folder, 'password');
    const url = databaseUrlOf({
      DATABASE_URL: 'postgres://sip@database/sip',
      DATABASE_PASSWORD_FILE: file,
    });
    expect(decodeURIComponent(new URL(url ?? '').password)).toBe('p@ss/word#1');
    expect(databaseUrlOf({ DATABASE_URL: ' ' })).toBeNull();
    expect(databaseUrlOf({ DATABASE_URL: 'postgres://a:b@c/d' })).toBe('postgres://a:b@c/d');
  });

  it('stops the start with a sentence when it cannot be right, without the password', () => {
    const of = (url: string, file = ''): (() => unknown) => {
      return () => databaseUrlOf({ DATABASE_URL: url, DATABASE_PASSWORD_FILE: file });
    };
    expect(of('mysql://sip:hemligt@h/d')).toThrow(/^(?!.*hemligt).*no address of a PostgreSQL/);
    expect(of('', 'x')).toThrow('DATABASE_URL is not');
    expect(of('postgres://sip@h/d', join(folder, 'none'))).toThrow('there is no file');
    expect(of('postgres://sip@h/d', join(folder, 'empty'))).toThrow('is empty');
  });
});

describe('the image', () => {
  it('and the repository take in no secret of those who run it', () => {
    const files = [...read('compose.yaml').matchAll(/^ +(?:file|- path): (\S+)$/gm)];
    expect(files.map(([, file]) => file).sort()).toEqual(['database-password.txt', 'sip.env']);
    for (const ignored of ['.dockerignore', '.gitignore'])
      for (const [, file] of files) expect(read(ignored).split('\n')).toContain(file);
  });

  it('has every package that the server imports', () => {
    const { dependencies, optionalDependencies } = JSON.parse(read('package.json')) as Readonly<
      Record<'dependencies' | 'optionalDependencies', Readonly<Record<string, string>>>
    >;
    const there = { ...dependencies, ...optionalDependencies };
    const imported = new Set(
      sources
        .flatMap((file) => [...read(file).matchAll(/(?:from|import\()\s*'([^'.][^']*)'/g)])
        .map(([, specifier = '']) => specifier)
        .filter((specifier) => !specifier.startsWith('node:'))
        .map((specifier) =>
          specifier
            .split('/')
            .slice(0, specifier.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    );
    expect(imported.size).toBeGreaterThan(4);
    expect([...imported].filter((each) => !(each in there))).toEqual([]);
  });

  it('has every file that the server needs, starts, and is well', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sip-image-'));
    const copied = [...read('Dockerfile').matchAll(/^COPY --from=build \/app\/(\S+) \.\/\S+$/gm)]
      .map(([, path = '']) => path)
      .filter((path) => path !== 'node_modules' && path !== 'dist');
    expect(copied).toContain('server');
    for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html>');
    const child = spawn(process.execPath, ['server/main.ts'], {
      cwd: folder,
      env: {
        ...process.env,
        PORT: '0',
        SIP_DATA: join(folder, 'data'),
        SIP_OPEN: 'invite',
        DATABASE_URL: '',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line] = await once(createInterface({ input: child.stdout }), 'line');
      const url = new URL(String(line));
      expect((await ask(new URL('/readyz', url))).status).toBe(200);
      const answer = await ask(new URL('/sync.json', url));
      expect(JSON.parse(answer.body)).toMatchObject({ open: 'invite' });
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    } finally {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
