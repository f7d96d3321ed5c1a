import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { listen } from '../listen.ts';
import { createSqliteStore } from '../store/sqlite/sqliteStore.ts';
import { defaultLimits } from '../sync/limits.ts';
import { createSyncServer } from '../sync/syncServer.ts';
import { connectTestClient, createTestWriter } from '../sync/testing.ts';
import { accessOf, type OidcSettings } from './accessSettings.ts';
import { createAccess } from './createAccess.ts';
import { createSession, personToOpener, readSession } from './session.ts';
import {
  ask,
  askAsFetch,
  clientSecret,
  createTestBrowser,
  startTestProvider,
  type TestBrowser,
  type TestProvider,
  whoAreYou,
} from './testProvider.ts';

const secret = Buffer.alloc(32, 7).toString('base64');
const hour = 3_600_000;

let folder: string;
let app: FastifyInstance;
let provider: TestProvider;
let origin: URL;
let oidc: OidcSettings;
let now = Date.now();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sip-oidc-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>SIP</title>');
  // The provider must know the server's address, and the server the provider's: a port is taken first.
  let port = 0;
  const names = () => [`localhost:${port}`];
  const probe = await createApp({ distDir: folder });
  port = await listen(probe, 0, '127.0.0.1');
  await probe.close();
  origin = new URL(`http://localhost:${port}`);
  provider = await startTestProvider(() => new URL('/auth/callback', origin).href);
  const settings = accessOf({
    SIP_OPEN: 'oidc',
    SIP_OIDC_ISSUER: provider.issuer,
    SIP_OIDC_CLIENT_ID: 'sip',
    SIP_OIDC_CLIENT_SECRET: clientSecret,
    SIP_OIDC_NEEDS: 'organisation=SE2',
    SIP_SECRET: secret,
  });
  if (settings.is !== 'oidc') throw new Error('not oidc');
  oidc = settings.oidc;
  const access = await createAccess({
    access: settings,
    store: { dataDir: folder, databaseUrl: null },
    limits: { ...defaultLimits, openerChannels: 2 },
    names,
    isSecure: false,
    now: () => now,
    ask: askAsFetch,
  });
  const sync = createSyncServer({
    store: createSqliteStore(join(folder, 'data')),
    names,
    policy: access.policy,
  });
  app = await createApp({ distDir: folder, sync, addRoutes: access.addRoutes });
  await listen(app, port, '127.0.0.1');
  expect((app.server.address() as AddressInfo).port).toBe(port);
}, 60_000);

afterAll(async () => {
  await app.close();
  await provider.stop();
  await rm(folder, { recursive: true, force: true });
});

const at = (path: string): URL => new URL(path, origin);

/** To the page of the provider that asks who one is. */
const begin = async (browser: TestBrowser, back = '/installningar/synk'): Promise<URL> => {
  const asked = await browser.go(at(`/auth/start?back=${back}`));
  expect(asked.body).toContain(whoAreYou);
  return asked.url;
};

const signIn = async (browser: TestBrowser, who: string): Promise<URL> => {
  const page = await begin(browser);
  return (await browser.go(new URL(`?login=${who}`, page))).url;
};

interface Token {
  readonly token: string | null;
  readonly until?: number;
}

const tokenOf = async (browser: TestBrowser): Promise<Token> => {
  const answer = await browser.go(at('/auth/token'), {
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(answer.headers['cache-control']).toBe('no-store');
  return JSON.parse(answer.body) as Token;
};

const openWith = async (credential: string): Promise<string> => {
  const client = await connectTestClient(Number(origin.port));
  const writer = createTestWriter();
  const bytes = new Uint8Array(new TextEncoder().encode(credential));
  const answer = await client.ask(writer.open(client.serverName, 'log', bytes));
  await client.close();
  return answer.is === 'error' ? answer.error.code : answer.is;
};

describe('signing in with the organisation’s own provider', () => {
  it('leads back to where one was, with a token that opens channels', async () => {
    const browser = createTestBrowser();
    const ended = await signIn(browser, 'aby-anna');
    expect(ended.pathname + ended.search).toBe('/installningar/synk?signedIn=yes');
    const { token, until } = await tokenOf(browser);
    expect(until).toBeGreaterThan(now + 9 * hour);
    expect(await openWith(token ?? '')).toBe('opened');
    expect(await openWith(token ?? '')).toBe('opened');
    // Each person may have so many.
    expect(await openWith(token ?? '')).toBe('full');
    const other = createTestBrowser();
    await signIn(other, 'aby-bo');
    expect(await openWith((await tokenOf(other)).token ?? '')).toBe('opened');
  });

  it('is needed: nothing else opens a channel', async () => {
    const opener = personToOpener(oidc.secret, oidc.issuer.href, 'aby-eva');
    const other = new Uint8Array(32).fill(8);
    const good = createSession(oidc.secret, opener, now + hour);
    const changed = `${good.slice(0, 8)}${good[8] === 'A' ? 'B' : 'A'}${good.slice(9)}`;
    const late = createSession(oidc.secret, opener, now - 1);
    const strange = createSession(other, opener, now + hour);
    for (const token of ['', 'x', changed, late, strange, `${good}=`, good.repeat(3)])
      expect([token, await openWith(token)]).toEqual([token, 'mayNotOpen']);
    expect(await openWith(good)).toBe('opened');
  });

  it('ends by itself, and at once when the app asks', async () => {
    const browser = createTestBrowser();
    await signIn(browser, 'aby-ida');
    const { token } = await tokenOf(browser);
    const headers = { 'sec-fetch-site': 'same-origin' };
    await browser.go(at('/auth/token'), { method: 'DELETE', headers });
    expect(await tokenOf(browser)).toEqual({ token: null });
    expect(readSession(oidc.secret, token ?? '', now + 11 * hour)).toBeNull();
    expect(readSession(oidc.secret, token ?? '', now + hour)).not.toBeNull();
  });

  it('is refused to who is not one of the organisation, and to who turns back', async () => {
    const outside = createTestBrowser();
    expect((await signIn(outside, 'other-olle')).search).toBe('?signedIn=denied');
    expect(await tokenOf(outside)).toEqual({ token: null });
    // The provider remembers that account; whoever wants another is asked again.
    expect((await outside.go(at('/auth/start'))).url.search).toBe('?signedIn=denied');
    expect((await outside.go(at('/auth/start?anew=yes'))).body).toContain(whoAreYou);
    const turned = createTestBrowser();
    const page = await begin(turned);
    expect((await turned.go(new URL('?abort', page))).url.search).toBe('?signedIn=denied');
    expect(await tokenOf(turned)).toEqual({ token: null });
  });

  it('takes no answer that another browser asked for, none twice, none changed, none too late', async () => {
    const [first, second] = [createTestBrowser(), createTestBrowser()];
    const page = await begin(first);
    // The provider's own steps, up to the address that leads back.
    let url = new URL(`?login=aby-anna`, page);
    while (url.host !== origin.host) {
      const cookie = [...first.cookies(page.host)]
        .map(([name, value]) => `${name}=${value}`)
        .join('; ');
      const step = await ask(url, { headers: { cookie } });
      for (const set of step.headers['set-cookie'] ?? []) {
        const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/);
        (first.cookies(page.host) as Map<string, string>).set(name, value);
      }
      url = new URL(step.headers.location ?? '', url);
    }
    expect((await second.go(url)).url.search).toBe('?signedIn=failed');
    const changed = new URL(url);
    changed.searchParams.set('state', 'another');
    const copy = new Map(first.cookies(origin.host));
    const restore = (): void => {
      for (const [name, value] of copy)
        (first.cookies(origin.host) as Map<string, string>).set(name, value);
    };
    expect((await first.go(changed)).url.search).toBe('?signedIn=failed');
    restore();
    now += 700_000;
    expect((await first.go(url)).url.search).toBe('?signedIn=failed');
    now -= 700_000;
    restore();
    expect((await first.go(url)).url.search).toBe('?signedIn=yes');
    restore();
    expect((await first.go(url)).url.search).toBe('?signedIn=failed');
  });

  it('sends nobody to another place, and hands the token to no other origin', async () => {
    const browser = createTestBrowser();
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', '/a?b=c']) {
      const page = await begin(browser, encodeURIComponent(back));
      const ended = await browser.go(new URL('?login=aby-anna', page));
      expect(ended.url.href).toBe(at('/installningar?signedIn=yes').href);
      browser.cookies(page.host);
      (browser.cookies(page.host) as Map<string, string>).clear();
    }
    const cross = { headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await browser.go(at('/auth/token'), cross)).status).toBe(403);
    const strange = await ask(at('/auth/start'), { headers: { host: 'evil.example' } });
    expect([strange.status, strange.headers.location]).toEqual([421, undefined]);
  });

  it('keeps nothing about the person but a keyed hash', async () => {
    const browser = createTestBrowser();
    await signIn(browser, 'aby-gunilla');
    const { token } = await tokenOf(browser);
    const session = readSession(oidc.secret, token ?? '', now);
    expect(session?.opener).toEqual(personToOpener(oidc.secret, oidc.issuer.href, 'aby-gunilla'));
    const otherSecret = new Uint8Array(32).fill(9);
    expect(session?.opener).not.toEqual(
      personToOpener(otherSecret, oidc.issuer.href, 'aby-gunilla'),
    );
    const all = [token, ...browser.cookies(origin.host).values()].join();
    expect(all).not.toContain('gunilla');
    expect(Buffer.from(token ?? '', 'base64url').toString('latin1')).not.toContain('gunilla');
  });
});

describe('the settings of opening', () => {
  const right = {
    SIP_OPEN: 'oidc',
    SIP_OIDC_ISSUER: 'https://login.example.se',
    SIP_OIDC_CLIENT_ID: 'sip',
    SIP_SECRET: secret,
  };

  it('are read whole', () => {
    expect(accessOf({})).toEqual({ is: 'open', where: 'loopback' });
    expect(accessOf({ SIP_OPEN: 'everywhere' })).toEqual({ is: 'open', where: 'everywhere' });
    expect(accessOf({ SIP_OPEN: 'invite' })).toEqual({ is: 'invite' });
    expect(accessOf(right)).toMatchObject({
      oidc: { clientSecret: null, scope: 'openid', claim: 'sub', needs: null, hours: 10 },
    });
  });

  it.each([
    [{ SIP_OPEN: 'all' }, /SIP_OPEN is/],
    [{ ...right, SIP_OIDC_ISSUER: '' }, /SIP_OIDC_ISSUER is not set/],
    [{ ...right, SIP_OIDC_ISSUER: 'http://login.example.se' }, /no https address/],
    [{ ...right, SIP_OIDC_ISSUER: 'login' }, /no https address/],
    [{ ...right, SIP_OIDC_CLIENT_ID: ' ' }, /SIP_OIDC_CLIENT_ID is not set/],
    [{ ...right, SIP_SECRET: '' }, /SIP_SECRET is not set/],
    [{ ...right, SIP_SECRET: 'short' }, /SIP_SECRET is too short/],
    [{ ...right, SIP_OIDC_NEEDS: 'organisation' }, /a claim and its value/],
    [{ ...right, SIP_OIDC_HOURS: '48' }, /at most 24/],
  ])('stop the start with a sentence when they cannot be right (%#)', (env, words) => {
    expect(() => accessOf(env)).toThrow(words);
  });
});
