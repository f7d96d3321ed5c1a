/**
 * How the server is started: what stands after `npm start --`, and what the environment sets. A value that cannot be right
 * stops it at once, with a sentence that says why.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type AccessSettings, accessOf } from './access/accessSettings.ts';
import type { InviteCommand } from './access/inviteCommands.ts';
import { databaseUrlOf } from './databaseUrl.ts';
import { defaultLimits, readLimits, type SyncLimits } from './sync/limits.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ServerOptions {
  readonly port: number;
  readonly host: string;
  /** Where the embedded store lies. */
  readonly dataDir: string;
  /** A PostgreSQL that is used in its place. */
  readonly databaseUrl: string | null;
  /** Files: certificate (with its chain) and private key, PEM. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly backup: string | null;
  readonly restore: string | null;
  readonly retentionDays: number | null;
  /** Hosts by which clients dial; null: what it listens on. */
  readonly names: readonly string[] | null;
  /** What people call this server. */
  readonly title: string;
  /** Who may open channels. */
  readonly access: AccessSettings;
  /** To be done with invitations, in place of serving. */
  readonly invite: InviteCommand | null;
  readonly hasProxy: boolean;
  readonly limits: SyncLimits;
}

const usage =
  'Usage: npm start -- [--tls CERT KEY] [--retention DAYS] [--backup FILE | --restore FILE]\n' +
  '       npm start -- --invite "NAME" --channels N [--megabytes N] | --invites | --revoke "NAME"';

const portOf = (text: string | undefined): number => {
  const port = Number(text ?? 3000);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : 3000;
};

const daysOf = (text: string | undefined): number | null => {
  if (text === undefined || text === '') return null;
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 36_500)
    throw new Error('--retention takes a number of days, 1 or higher.');
  return days;
};

const namesOf = (text: string | undefined): readonly string[] | null => {
  const names = (text ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const wrong = names.find((name) => !URL.canParse(`https://${name}`) || /[/@?#]/.test(name));
  if (wrong !== undefined)
    throw new Error(`SIP_NAME: "${wrong}" is no host, as sync.example.se or sync.example.se:8443.`);
  return names.length === 0 ? null : names;
};

const titleOf = (text: string | undefined): string => {
  const title = text?.trim() ?? '';
  if (Buffer.byteLength(title) > 200) throw new Error('SIP_TITLE is too long.');
  return title;
};

interface InviteFlags {
  readonly invite?: string | undefined;
  readonly channels?: string | undefined;
  readonly megabytes?: string | undefined;
  readonly invites?: boolean | undefined;
  readonly revoke?: string | undefined;
}

const wholeNumber = (name: string, text: string, most: number): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new Error(`${name} takes a whole number, 1 or higher.`);
  return number;
};

const inviteOf = ({
  invite,
  channels,
  megabytes = '1000',
  invites,
  revoke,
}: InviteFlags): InviteCommand | null => {
  if (invite !== undefined) {
    const label = invite.trim();
    if (label === '' || label.length > 100 || /\p{C}/u.test(label))
      throw new Error('--invite takes a name, of at most 100 letters: who it is for.');
    if (channels === undefined)
      throw new Error('--invite needs --channels N: how many channels may be opened with it.');
    return {
      is: 'add',
      label,
      channels: wholeNumber('--channels', channels, 10_000_000),
      megabytes: wholeNumber('--megabytes', megabytes, 100_000_000),
    };
  }
  if (channels !== undefined) throw new Error('--channels belongs to --invite.');
  if (revoke !== undefined) return { is: 'revoke', label: revoke.trim() };
  return invites === true ? { is: 'list' } : null;
};

/** Throws with words for who starts it. */
export const readOptions = (args: readonly string[], env: Environment): ServerOptions => {
  const { values, positionals } = (() => {
    try {
      return parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          backup: { type: 'string' },
          channels: { type: 'string' },
          invite: { type: 'string' },
          invites: { type: 'boolean' },
          megabytes: { type: 'string' },
          restore: { type: 'string' },
          retention: { type: 'string' },
          revoke: { type: 'string' },
          tls: { type: 'string' },
        },
      });
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : 'Unknown option'}\n${usage}`);
    }
  })();
  // `--tls CERT KEY` has two values: the second stands alone.
  const [key, ...more] = positionals;
  if (more.length > 0 || (key === undefined) !== (values.tls === undefined)) throw new Error(usage);
  if (values.backup !== undefined && values.restore !== undefined) throw new Error(usage);
  const limits = env['SIP_LIMITS']?.trim() ?? '';
  return {
    port: portOf(env['PORT']),
    host: env['HOST'] ?? 'localhost',
    dataDir: resolve(env['SIP_DATA'] ?? 'data'),
    databaseUrl: databaseUrlOf(env),
    tls: values.tls === undefined || key === undefined ? null : { cert: values.tls, key },
    backup: values.backup ?? null,
    restore: values.restore ?? null,
    retentionDays: daysOf(values.retention ?? env['SIP_RETENTION']),
    names: namesOf(env['SIP_NAME']),
    title: titleOf(env['SIP_TITLE']),
    access: accessOf(env),
    invite: inviteOf(values),
    hasProxy: env['SIP_PROXY'] === '1',
    limits: limits === '' ? defaultLimits : readLimits(limits),
  };
};

/** How a browser names this server when it listens there: without the port where it is the usual one. */
export const ownNames = (host: string, port: number, isTls: boolean): readonly string[] => {
  const hosts = new Set(['localhost', '127.0.0.1', '[::1]']);
  if (!['0.0.0.0', '::'].includes(host)) hosts.add(host.includes(':') ? `[${host}]` : host);
  const isUsual = port === (isTls ? 443 : 80);
  return [...hosts].map((name) => (isUsual ? name : `${name}:${port}`).toLowerCase());
};
