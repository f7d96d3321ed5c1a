/**
 * Signing in: `/auth/start?back=/path` (`&anew=yes`: as somebody else) goes to the provider, `/auth/callback` comes back from there and goes on to that path
 * with `?signedIn=yes`, `denied` or `failed`. `/auth/token` hands the session to the app of the same origin, which sends it
 * with `open`; DELETE forgets it. Nothing about the person is kept or logged.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OidcSettings } from './accessSettings.ts';
import type { Provider } from './provider.ts';
import { createSession, personToOpener, readSession } from './session.ts';
import { openSignIn, sealSignIn, signInMs } from './signInCookie.ts';

export interface AuthOptions {
  readonly oidc: OidcSettings;
  readonly provider: Provider;
  /** Hosts by which this server is dialled: nobody is sent to any other. */
  readonly names: () => readonly string[];
  /** Whether browsers reach it by https, by itself or by a proxy. */
  readonly isSecure: boolean;
  readonly now: () => number;
}

const defaultBack = '/installningar';

/** A path of the app, and nothing that leads elsewhere. */
const readBack = (value: unknown): string =>
  typeof value === 'string' && /^\/(?!\/)[\w/-]{0,200}$/.test(value) ? value : defaultBack;

const cookiesOf = (request: FastifyRequest): ReadonlyMap<string, string> =>
  new Map(
    (request.headers.cookie ?? '').split(';').flatMap((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()] as const];
    }),
  );

const queryOf = (request: FastifyRequest, name: string): unknown => {
  const { query } = request;
  return typeof query === 'object' && query !== null
    ? Object.entries(query).find(([key]) => key === name)?.[1]
    : undefined;
};

export const addAuthRoutes = (app: FastifyInstance, options: AuthOptions): void => {
  const { oidc, provider, names, isSecure, now } = options;
  const { secret, hours } = oidc;
  const prefix = isSecure ? '__Host-' : '';
  const signInName = `${prefix}sip-sign-in`;
  const sessionName = `${prefix}sip-session`;

  const cookie = (name: string, value: string, ms: number, sameSite: 'Lax' | 'Strict'): string =>
    [
      `${name}=${value}`,
      'Path=/',
      `Max-Age=${Math.floor(ms / 1000)}`,
      `SameSite=${sameSite}`,
      'HttpOnly',
      ...(isSecure ? ['Secure'] : []),
    ].join('; ');

  /** The address that the browser dialled; null where that is not one of ours. */
  const originOf = (request: FastifyRequest): string | null => {
    const host = (request.headers.host ?? '').toLowerCase();
    return names().includes(host) ? `${isSecure ? 'https' : 'http'}://${host}` : null;
  };

  const say = (reply: FastifyReply, status: number, words: string): FastifyReply =>
    reply.code(status).type('text/plain; charset=utf-8').send(words);

  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/auth/')) reply.header('cache-control', 'no-store');
  });

  app.get('/auth/start', async (request, reply) => {
    const origin = originOf(request);
    if (origin === null) return say(reply, 421, 'This server has another name');
    const back = readBack(queryOf(request, 'back'));
    const isAnew = queryOf(request, 'anew') === 'yes';
    const begun = await provider.begin(`${origin}/auth/callback`, isAnew);
    if (!begun.ok) return reply.redirect(`${back}?signedIn=failed`);
    const { url, state, nonce, verifier } = begun.value;
    const sealed = sealSignIn(secret, { state, nonce, verifier, back }, now());
    return reply
      .header('set-cookie', cookie(signInName, sealed, signInMs, 'Lax'))
      .redirect(url.href);
  });

  app.get('/auth/callback', async (request, reply) => {
    const origin = originOf(request);
    if (origin === null) return say(reply, 421, 'This server has another name');
    const signIn = openSignIn(secret, cookiesOf(request).get(signInName) ?? '', now());
    reply.header('set-cookie', cookie(signInName, '', 0, 'Lax'));
    // Too late, in another browser, or begun by somebody else.
    if (signIn === null) return reply.redirect(`${defaultBack}?signedIn=failed`);
    const person = await provider.finish(new URL(request.url, origin), signIn);
    if (!person.ok) return reply.redirect(`${signIn.back}?signedIn=${person.error}`);
    const opener = personToOpener(secret, oidc.issuer.href, person.value);
    const ms = hours * 3_600_000;
    const session = createSession(secret, opener, now() + ms);
    return reply
      .header('set-cookie', cookie(sessionName, session, ms, 'Strict'))
      .redirect(`${signIn.back}?signedIn=yes`);
  });

  /** Browsers say where a request comes from; a page of another origin gets nothing. */
  const isOwn = (request: FastifyRequest): boolean =>
    ['same-origin', undefined].includes(request.headers['sec-fetch-site']?.toString());

  app.get('/auth/token', async (request, reply) => {
    if (!isOwn(request)) return say(reply, 403, 'Not from here');
    const token = cookiesOf(request).get(sessionName) ?? '';
    const session = readSession(secret, token, now());
    return reply.send(session === null ? { token: null } : { token, until: session.until });
  });

  app.delete('/auth/token', async (request, reply) => {
    if (!isOwn(request)) return say(reply, 403, 'Not from here');
    return reply.header('set-cookie', cookie(sessionName, '', 0, 'Strict')).send({ token: null });
  });
};
