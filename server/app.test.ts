import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressFolder } from '../scripts/vite/compressDist.ts';
import { createApp } from './app.ts';
import { securityHeaders } from './headers.ts';
import { listen } from './listen.ts';

const script = `export const words = ${JSON.stringify('Behålla gården. '.repeat(200))};`;
const secret = 'outside of what is served';
const faults: string[] = [];

let folder: string;
let app: FastifyInstance;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sip-server-'));
  const dist = join(folder, 'dist');
  await mkdir(join(dist, 'assets'), { recursive: true });
  await mkdir(join(dist, 'icons'));
  await writeFile(join(folder, 'secret.txt'), secret);
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>SIP-mötet</title>');
  await writeFile(join(dist, 'sw.js'), 'self.addEventListener("fetch", () => {});');
  await writeFile(join(dist, 'manifest.webmanifest'), '{"name":"SIP-mötet"}');
  await writeFile(join(dist, 'robots.txt'), 'User-agent: *\nDisallow: /\n');
  await writeFile(join(dist, 'assets', 'index-DiwrgTda.js'), script);
  await writeFile(join(dist, 'assets', 'index-BxYz_0-9.css'), 'p{margin:0}');
  await writeFile(join(dist, 'assets', 'latin-400-AbCdEf12.woff2'), 'font');
  await writeFile(join(dist, 'assets', 'argon2-AbCdEf12.wasm'), 'wasm');
  await writeFile(join(dist, 'icons', 'icon-192.png'), 'png');
  await writeFile(join(dist, 'icons', 'icon.svg'), '<svg/>');
  await compressFolder(dist);
  app = await createApp({ distDir: dist, onFault: (name) => faults.push(name) });
  port = await listen(app, 0, '127.0.0.1');
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

/** Sends bytes as they are, and resolves to the first line of the answer ('' when it just hangs up). */
const sendRaw = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || error.code === 'ECONNRESET')
        resolve(answer.split('\r\n')[0] ?? '');
      else reject(error);
    });
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
    socket.write(bytes, 'latin1');
  });

const statusOf = (line: string): number => Number(line.split(' ')[1]);

describe('what is served', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/sw.js', 'application/javascript; charset=utf-8', 'no-cache'],
    ['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
    ['/robots.txt', 'text/plain; charset=utf-8', 'no-cache'],
    ['/icons/icon-192.png', 'image/png', 'no-cache'],
    ['/icons/icon.svg', 'image/svg+xml', 'no-cache'],
    ['/assets/index-DiwrgTda.js', 'application/javascript; charset=utf-8', 'immutable'],
    ['/assets/index-BxYz_0-9.css', 'text/css; charset=utf-8', 'immutable'],
    ['/assets/latin-400-AbCdEf12.woff2', 'font/woff2', 'immutable'],
    ['/assets/argon2-AbCdEf12.wasm', 'application/wasm', 'immutable'],
  ])('%s has its right type and caching', async (url, type, caching) => {
    const answer = await app.inject({ url });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain(type);
    expect(answer.headers['cache-control']).toContain(caching);
  });

  it('hands out what was compressed at build time to those who can read it', async () => {
    const url = '/assets/index-DiwrgTda.js';
    const ask = (encoding: string) => app.inject({ url, headers: { 'accept-encoding': encoding } });
    const [brotli, gzipped, plain] = await Promise.all([
      ask('gzip, br'),
      ask('gzip'),
      ask('identity'),
    ]);
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(script);
    expect(gzipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzipped.rawPayload).toString()).toBe(script);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.payload).toBe(script);
    for (const answer of [brotli, gzipped, plain]) {
      expect(answer.headers['content-type']).toContain('javascript');
      expect(answer.headers.vary).toContain('accept-encoding');
    }
    expect(brotli.rawPayload.length).toBeLessThan(script.length / 4);
  });

  it('answers 304 when nothing has changed', async () => {
    const first = await app.inject({ url: '/sw.js' });
    const again = await app.inject({
      url: '/sw.js',
      headers: { 'if-none-match': String(first.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });

  it('opens the app at every address a person can open', async () => {
    for (const url of ['/installningar', '/sip/abc/mote', '/ova?x=1', '/%C3%A5']) {
      const answer = await app.inject({ url, headers: { accept: 'text/html,*/*;q=0.8' } });
      expect([url, answer.statusCode]).toEqual([url, 200]);
      expect(answer.payload).toContain('SIP-mötet');
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
  });

  it.each([
    ['a script', '/assets/gone-AbCdEf12.js', 'text/html'],
    ['a picture', '/icons/none.png', 'image/avif,image/webp,*/*'],
    ['data', '/installningar', 'application/json'],
    ['anything', '/installningar', '*/*'],
    ['a compressed twin', '/assets/index-DiwrgTda.js.br', 'text/html'],
    ['a folder', '/assets/', 'text/html'],
  ])('says that %s is missing instead of sending the page', async (_what, url, accept) => {
    const answer = await app.inject({ url, headers: { accept } });
    expect(answer.statusCode).toBe(404);
    expect(answer.payload).toBe('Not found');
  });
});

describe('the headers', () => {
  it.each(['/', '/sw.js', '/installningar', '/gone.png', '/%', '/assets/index-DiwrgTda.js'])(
    '%s carries them all',
    async (url) => {
      const answer = await app.inject({ url, headers: { accept: 'text/html' } });
      for (const [name, value] of Object.entries(securityHeaders))
        expect([name, answer.headers[name]]).toEqual([name, value]);
      expect(answer.headers['x-powered-by']).toBeUndefined();
    },
  );

  it('lets a page load from its own origin only', () => {
    expect(securityHeaders['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'",
    );
  });
});

describe('bad input', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('refuses %s', async (method) => {
    for (const url of ['/', '/installningar', '/assets/index-DiwrgTda.js']) {
      const answer = await app.inject({
        method,
        url,
        payload: 'x'.repeat(500),
        headers: { 'content-type': 'text/plain', accept: 'text/html' },
      });
      expect([url, answer.statusCode]).toEqual([url, 405]);
      expect(answer.headers.allow).toBe('GET, HEAD');
    }
  });

  it.each([
    ['an address that is not UTF-8', 'GET /%E0%A4%A HTTP/1.1', 400],
    ['a half escape', 'GET /% HTTP/1.1', 400],
    ['a null byte', 'GET /index%00.html HTTP/1.1', 404],
    ['a climb', 'GET /../secret.txt HTTP/1.1', 404],
    ['an escaped climb', 'GET /%2e%2e/secret.txt HTTP/1.1', 404],
    ['an escaped slash', 'GET /..%2fsecret.txt HTTP/1.1', 404],
    ['a twice escaped climb', 'GET /%252e%252e%252fsecret.txt HTTP/1.1', 404],
    ['a backslash', 'GET /..\\secret.txt HTTP/1.1', 404],
    ['an unknown method', 'FETCHIT / HTTP/1.1', 400],
    ['a rare method', 'PROPFIND / HTTP/1.1', 405],
    ['TRACE', 'TRACE / HTTP/1.1', 405],
    ['another protocol', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
  ])('answers %s with a plain refusal', async (_what, line, status) => {
    const first = await sendRaw(`${line}\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(statusOf(first)).toBe(status);
  });

  it('refuses headers that are too large', async () => {
    const first = await sendRaw(
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    expect(statusOf(first)).toBe(431);
  });

  it('refuses a request without a host, a doubled length and a smuggled body', async () => {
    const lines = [
      'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ];
    for (const line of lines) expect(statusOf(await sendRaw(line))).toBe(400);
  });

  it('never answers 5xx and never hands out what lies outside, whatever is asked', async () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '%2e%2e', '%2f', '%5c', '%00', '%', '%c0%ae', '//', '/', '?', '#', '~'),
      fc.constantFrom('secret.txt', 'index.html', 'assets', 'package.json', 'dist', '.git'),
      fc.string({ maxLength: 12 }).map((text) => text.replace(/[\s\r\n]/g, '')),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 12 }),
        fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS'),
        fc.constantFrom('text/html', '*/*', 'image/png', '\xff'),
        async (pieces, method, accept) => {
          const first = await sendRaw(
            `${method} /${pieces.join('')} HTTP/1.1\r\nHost: localhost\r\nAccept: ${accept}\r\nConnection: close\r\n\r\n`,
          );
          const status = statusOf(first);
          expect(status).toBeGreaterThanOrEqual(200);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 500 },
    );
    const climbs = ['/../secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt'];
    for (const url of climbs) expect((await app.inject({ url })).payload).not.toContain(secret);
    expect(faults).toEqual([]);
  });
});

describe('starting', () => {
  it('takes the next port when the wished one is taken', async () => {
    const second = await createApp({ distDir: join(folder, 'dist') });
    const next = await listen(second, port, '127.0.0.1');
    expect(next).toBeGreaterThan(port);
    await second.close();
  });

  it('says in words that nothing is built', async () => {
    await expect(createApp({ distDir: folder })).rejects.toThrow('npm run build');
  });
});
