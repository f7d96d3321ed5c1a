/**
 * Channels that are to be gone from the server, each as its final deletion, signed while its keys were here. One sealed value
 * each, on disk together with what made the channel unwanted; gone when the server has done it.
 */
import * as v from 'valibot';
import { type Bytes, base64UrlToBytes, bytesToBase64Url } from '../../shared/bytes.ts';
import type { RandomDep } from '../../shared/deps.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { ChannelKeys } from '../../vault/channelSecrets.ts';
import type { SealError, VaultError } from '../../vault/errors.ts';
import { openShareRoot } from '../../vault/shareKeys.ts';
import { signEnd } from '../../vault/signMessages.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import type { SealedRow } from '../../vault/vaultStore.ts';
import type { Share } from '../shares/foldShares.ts';
import { packEnd } from './farewell.ts';
import type { Relay } from './relay.ts';
import { type EndingsLeft, noEndings } from './syncState.ts';

const prefix = 'sync ending ';

const schema = v.object({
  of: v.picklist(['share', 'case']),
  /** base64url of what `packEnd` made. */
  end: v.string(),
});

type Ending = v.InferOutput<typeof schema>;

export interface EndingDeps {
  readonly session: Pick<VaultSession, 'sealValue'>;
  /** Where nothing is synced there is nothing to be ended. */
  readonly serverName?: string;
}

/** To go down with what makes the channel unwanted. Empty where it cannot be signed. */
export const sealEnding = async (
  { session, serverName }: EndingDeps,
  keys: ChannelKeys,
  of: Ending['of'],
): Promise<Result<readonly SealedRow[], SealError | VaultError>> => {
  const signed = serverName === undefined ? null : await signEnd(keys, serverName);
  if (!signed?.ok) return ok([]);
  const row = await sealPackedEnding({ session }, keys.channelId, packEnd(signed.value), of);
  return row.ok ? ok([row.value]) : row;
};

/** One that was signed before. `id`: which it is among those that wait; says nothing about a person. */
export const sealPackedEnding = (
  { session }: Pick<EndingDeps, 'session'>,
  id: string,
  signed: Bytes,
  of: Ending['of'],
): Promise<Result<SealedRow, SealError | VaultError>> => {
  const ending: Ending = { of, end: bytesToBase64Url(signed) };
  return session.sealValue(`${prefix}${id}`, ending);
};

/** Of each of these shares. */
export const sealShareEndings = async (
  deps: EndingDeps & RandomDep,
  shares: readonly Pick<Share, 'secret'>[],
): Promise<Result<readonly SealedRow[], SealError | VaultError>> => {
  const rows: SealedRow[] = [];
  for (const { secret } of shares) {
    const root = base64UrlToBytes(secret);
    const keys = root === null ? null : await openShareRoot(deps, root);
    // Keys that nobody can read: nothing can be published there either.
    if (!keys?.ok) continue;
    const sealed = await sealEnding(deps, keys.value, 'share');
    if (!sealed.ok) return sealed;
    rows.push(...sealed.value);
  }
  return ok(rows);
};

/** Ends what waits, and gives how much still does. */
export const sayEndings = async ({
  session,
  relay,
}: {
  readonly session: Pick<VaultSession, 'valueNames' | 'readValue' | 'forgetValue'>;
  readonly relay: Pick<Relay, 'end'>;
}): Promise<EndingsLeft> => {
  const left = { ...noEndings };
  for (const [name, { of, end }] of await readEndings(session)) {
    const signed = base64UrlToBytes(end);
    const ended = signed === null ? null : await relay.end(signed);
    // Where there never was a channel, or is none any more, nothing is left to end.
    const isOver =
      ended === null || ended.ok || ['noChannel', 'ended', 'aged'].includes(ended.error.kind);
    const gone = isOver ? await session.forgetValue(name) : null;
    if (gone?.ok !== true) left[of] += 1;
  }
  return left;
};

export const countEndings = async (
  session: Pick<VaultSession, 'valueNames' | 'readValue'>,
): Promise<EndingsLeft> => {
  const left = { ...noEndings };
  for (const { of } of (await readEndings(session)).values()) left[of] += 1;
  return left;
};

const readEndings = async (
  session: Pick<VaultSession, 'valueNames' | 'readValue'>,
): Promise<ReadonlyMap<string, Ending>> => {
  const names = await session.valueNames(prefix);
  const found = new Map<string, Ending>();
  for (const name of names.ok ? names.value : []) {
    const value = await session.readValue(name);
    const read = v.safeParse(schema, value.ok ? value.value : null);
    if (read.success) found.set(name, read.output);
  }
  return found;
};
