/** Who may open channels, as SIP_OPEN and its neighbours set it. A value that cannot be right throws a sentence. */
type Environment = Readonly<Record<string, string | undefined>>;

export interface OidcSettings {
  readonly issuer: URL;
  readonly clientId: string;
  /** Null: a public client. */
  readonly clientSecret: string | null;
  readonly scope: string;
  /** What names a person to us; it is never kept, only a keyed hash of it. */
  readonly claim: string;
  /** Only those of whom the provider says this; null: all who can sign in. */
  readonly needs: { readonly claim: string; readonly value: string } | null;
  /** How long a sign-in lasts. */
  readonly hours: number;
  /** 32 bytes or more, the same in all processes. */
  readonly secret: Uint8Array;
}

export type AccessSettings =
  | { readonly is: 'open'; readonly where: 'loopback' | 'everywhere' }
  | { readonly is: 'invite' }
  | { readonly is: 'oidc'; readonly oidc: OidcSettings };

const textOf = (env: Environment, name: string): string => env[name]?.trim() ?? '';

const needed = (env: Environment, name: string, words: string): string => {
  const text = textOf(env, name);
  if (text === '') throw new Error(`SIP_OPEN is "oidc", but ${name} is not set: ${words}`);
  return text;
};

const isOwnMachine = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

const issuerOf = (env: Environment): URL => {
  const text = needed(env, 'SIP_OIDC_ISSUER', 'the address of who signs people in.');
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isOwnMachine(url.hostname));
  if (url === null || !isSafe)
    throw new Error('SIP_OIDC_ISSUER is no https address, as https://login.example.se.');
  return url;
};

const secretOf = (env: Environment): Uint8Array => {
  const text = needed(
    env,
    'SIP_SECRET',
    'make one by `openssl rand -base64 32`, keep it secret, and give it to every process.',
  );
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length < 32 || !/^[A-Za-z0-9+/_=-]+$/.test(text))
    throw new Error('SIP_SECRET is too short: make one by `openssl rand -base64 32`.');
  return new Uint8Array(bytes);
};

const needsOf = (env: Environment): OidcSettings['needs'] => {
  const text = textOf(env, 'SIP_OIDC_NEEDS');
  if (text === '') return null;
  const at = text.indexOf('=');
  const claim = text.slice(0, at).trim();
  const value = text.slice(at + 1).trim();
  if (at < 1 || claim === '' || value === '')
    throw new Error('SIP_OIDC_NEEDS is a claim and its value, as organisation=SE2120000000.');
  return { claim, value };
};

const hoursOf = (env: Environment): number => {
  const hours = Number(textOf(env, 'SIP_OIDC_HOURS') || '10');
  if (!Number.isFinite(hours) || hours <= 0 || hours > 24)
    throw new Error('SIP_OIDC_HOURS is how long a sign-in lasts: at most 24.');
  return hours;
};

const oidcOf = (env: Environment): OidcSettings => ({
  issuer: issuerOf(env),
  clientId: needed(env, 'SIP_OIDC_CLIENT_ID', 'what the provider calls this server.'),
  clientSecret: textOf(env, 'SIP_OIDC_CLIENT_SECRET') || null,
  scope: textOf(env, 'SIP_OIDC_SCOPE') || 'openid',
  claim: textOf(env, 'SIP_OIDC_CLAIM') || 'sub',
  needs: needsOf(env),
  hours: hoursOf(env),
  secret: secretOf(env),
});

export const accessOf = (env: Environment): AccessSettings => {
  const text = textOf(env, 'SIP_OPEN');
  switch (text) {
    case '':
    case 'loopback':
      return { is: 'open', where: 'loopback' };
    case 'everywhere':
      return { is: 'open', where: 'everywhere' };
    case 'invite':
      return { is: 'invite' };
    case 'oidc':
      return { is: 'oidc', oidc: oidcOf(env) };
    default:
      throw new Error('SIP_OPEN is "loopback", "everywhere", "invite" or "oidc".');
  }
};
