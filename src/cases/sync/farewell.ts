/**
 * What is left behind when a case is written anew under another root: the final deletion of the old channel, signed while
 * its key was here, and how far this device had come in it. Goes down with the new journal in one durable write; the old
 * root is gone with the same.
 */
import * as v from 'valibot';
import type { VaultSession } from '../../vault/vaultSession.ts';
import type { Heads } from './channelState.ts';

const schema = v.object({
  /** base64url of what `ChannelLink.signEnd` made; null once the server has done it. */
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
