/**
 * What is left behind when a case is written anew under another root: the final deletion of the old channel, signed while
 * its key was here, and how far this device had come in it. Goes down with the new journal in one durable write; the old
 * root is gone with the same.
 */
import * as v from 'valibot';
import type { EndMessage } from '../../protocol/wire/clientMessage.ts';
import { publicKeyBytes } from '../../protocol/wire/wireLimits.ts';
import { type Bytes, base64UrlToBytes, bytesToBase64Url, concatBytes } from '../../shared/bytes.ts';
import type { Result } from '../../shared/result.ts';
import type { CaseKeys } from '../../vault/caseKeys.ts';
import type { SealError, VaultError } from '../../vault/errors.ts';
import { signEnd } from '../../vault/signMessages.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import type { SealedRow } from '../../vault/vaultStore.ts';
import type { Replica } from '../replica.ts';
import { type Heads, headsOf } from './heads.ts';
import type { Relay } from './relay.ts';

const schema = v.object({
  /** base64url of what `packEnd` made; null once the server has done it. */
  end: v.nullable(v.string()),
  before: v.record(v.string(), v.number()),
});

export type Farewell = v.InferOutput<typeof schema>;

/** Of the epoch that was left. */
export const farewellName = (caseId: string, epoch: number): string =>
  `sync farewell ${caseId} ${epoch}`;

export const readFarewell = async (
  session: Pick<VaultSession, 'readValue'>,
  caseId: string,
  epoch: number,
): Promise<Farewell | null> => {
  const found = await session.readValue(farewellName(caseId, epoch));
  const read = v.safeParse(schema, found.ok ? found.value : null);
  return read.success ? read.output : null;
};

/** Sealed with the old keys' help, to go down with the new journal. */
export const sealFarewell = async (
  { serverName }: { readonly serverName?: string },
  session: Pick<VaultSession, 'sealValue'>,
  old: CaseKeys,
  replica: Replica,
): Promise<Result<SealedRow, SealError | VaultError>> => {
  const end = serverName === undefined ? null : await signEnd(old, serverName);
  const farewell: Farewell = {
    end: end?.ok === true ? bytesToBase64Url(packEnd(end.value)) : null,
    before: headsOf(replica, old.device),
  };
  return session.sealValue(farewellName(old.caseId, old.epoch), farewell);
};

/** publicKey (32) ‖ signature (64): all that is said when a channel is ended. */
export const packEnd = ({ publicKey, signature }: Omit<EndMessage, 'request'>): Bytes =>
  concatBytes(publicKey, signature);

export const unpackEnd = (packed: Bytes): Omit<EndMessage, 'request'> => ({
  is: 'end',
  publicKey: packed.slice(0, publicKeyBytes),
  signature: packed.slice(publicKeyBytes),
});

/** By epoch before `epoch`, how far this device had come in it. */
export const readBefore = async (
  session: Pick<VaultSession, 'readValue'>,
  caseId: string,
  epoch: number,
): Promise<Readonly<Record<string, Heads>>> => {
  const before: Record<string, Heads> = {};
  for (let past = 1; past < epoch; past += 1) {
    const found = await readFarewell(session, caseId, past);
    if (found !== null) before[past] = found.before;
  }
  return before;
};

/**
 * Ends the channels that were left. Before all else: what somebody asked to have removed is to be gone from the server too.
 * True when none waits any more.
 */
export const sayFarewells = async ({
  session,
  relay,
}: {
  readonly session: VaultSession;
  readonly relay: Relay;
}): Promise<boolean> => {
  const roots = await session.listRoots();
  if (!roots.ok) return false;
  let isDone = true;
  for (const { caseId, epoch } of roots.value) {
    for (let past = 1; past < epoch; past += 1) {
      const farewell = await readFarewell(session, caseId, past);
      const end = farewell?.end == null ? null : base64UrlToBytes(farewell.end);
      if (farewell === null || end === null) continue;
      const ended = await relay.end(end);
      // Where there never was a channel, or is none any more, nothing is left to end.
      const isOver = ended.ok || ['noChannel', 'ended', 'aged'].includes(ended.error.kind);
      const noted = isOver
        ? await session.writeValue(farewellName(caseId, past), { ...farewell, end: null })
        : null;
      isDone &&= noted?.ok === true;
    }
  }
  return isDone;
};
