/** For tests: a real OpenID provider with pages of our own, and a browser that only keeps cookies and follows links. */
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export const ask = (
  url: URL,
  { method = 'GET', headers = {}, body = '' }: Ask = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (data: string) => {
        text += data;
      });
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });

/** As `fetch`, which unit tests have none of. */
export const askAsFetch = async (
  url: string,
  options: { readonly method?: string; readonly headers?: object; readonly body?: unknown },
): Promise<Response> => {
  const { method = 'GET', body } = options;
  const headers = Object.fromEntries(new Headers(Object.entries(options.headers ?? {})).entries());
  const answer = await ask(new URL(url), { method, headers, body: String(body ?? '') });
  return new Response(answer.body, {
    status: answer.status,
    headers: { 'content-type': answer.headers['content-type'] ?? '' },
  });
};

export interface TestBrowser {
  /** Goes there and follows redirects; resolves to where it ended and what stood there. */
  readonly go: (url: URL, init?: Ask) => Promise<Answer & { readonly url: URL }>;
  /** Of a host with port. */
  readonly cookies: (host: string) => ReadonlyMap<string, string>;
}

export const createTestBrowser = (): TestBrowser => {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (host: string): Map<string, string> => {
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };
  return {
    cookies: jarOf,
    go: async (start, init) => {
      let url = start;
      let next = init;
      for (let hops = 0; hops < 12; hops += 1) {
        const jar = jarOf(url.host);
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await ask(url, { ...next, headers: { ...next?.headers, cookie } });
        for (const set of answer.headers['set-cookie'] ?? []) {
          const [pair = '', ...rest] = set.split(';');
          const at = pair.indexOf('=');
          const isGone = rest.some((part) =>
            /max-age=0$|expires=thu, 01 jan 1970/i.test(part.trim()),
          );
          if (isGone) jar.delete(pair.slice(0, at));
          else jar.set(pair.slice(0, at), pair.slice(at + 1));
        }
        const to = answer.headers.location;
        if (to === undefined) return { ...answer, url };
        url = new URL(to, url);
        next = undefined;
      }
      throw new Error('It goes round and round.');
    },
  };
};

export interface TestProvider {
  readonly issuer: string;
  /** What those who sign in are asked at: `?login=NAME`, or `?abort`; also a page with both, for a person. */
  readonly stop: () => Promise<void>;
}

export const clientSecret = 'a secret of the test, long enough for all';

export const whoAreYou = 'Vem är du?';

const page = `<!doctype html><html lang="sv"><title>Arbetskonto</title><h1>${whoAreYou}</h1>
<form><label>Konto <input name="login"></label> <button>Fortsätt</button></form>
<a href="?abort">Avbryt</a>`;

/**
 * @param redirectUri of the server that is to be signed in to
 * @param host by which it is reached: `127.0.0.1` is another site than a server at `localhost`
 */
export const startTestProvider = async (
  redirectUri: () => string,
  host: 'localhost' | '127.0.0.1' = 'localhost',
): Promise<TestProvider> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://${host}:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'sip',
        client_secret: clientSecret,
        redirect_uris: [redirectUri()],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a key of the test'] },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'organisation'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, organisation: id.startsWith('aby') ? ['SE1', 'SE2'] : ['SE9'] }),
    }),
    interactions: { url: (_context, { uid }) => `/pages/${uid}` },
  });
  provider.on('server_error', (_context, error) => console.error(error));
  const handle = provider.callback();

  const answerPage = async (
    incoming: Parameters<typeof handle>[0],
    outgoing: Parameters<typeof handle>[1],
    url: URL,
  ): Promise<void> => {
    const details = await provider.interactionDetails(incoming, outgoing);
    const { params, prompt } = details;
    const login = url.searchParams.get('login');
    if (url.searchParams.has('abort')) {
      const result = { error: 'access_denied' };
      return provider.interactionFinished(incoming, outgoing, result);
    }
    if (prompt.name === 'login') {
      if (login === null) {
        outgoing.setHeader('content-type', 'text/html; charset=utf-8');
        outgoing.end(page);
        return;
      }
      const result = { login: { accountId: login } };
      return provider.interactionFinished(incoming, outgoing, result);
    }
    const grant = new provider.Grant({
      accountId: details.session?.accountId ?? '',
      clientId: String(params['client_id']),
    });
    grant.addOIDCScope('openid');
    const consent = { grantId: await grant.save() };
    return provider.interactionFinished(incoming, outgoing, { consent });
  };

  server.on('request', (incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', issuer);
    if (!url.pathname.startsWith('/pages/')) {
      void handle(incoming, outgoing);
      return;
    }
    answerPage(incoming, outgoing, url).catch((error: unknown) => {
      console.error(error);
      outgoing.writeHead(500).end();
    });
  });

  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
