/**
 * Cases that a person took away: from which device and when, as each of one's own devices keeps it, so that none of them
 * brings it back and a new ring hears of it too. What the plan was called is kept only until somebody has read that it went.
 */
import * as v from 'valibot';
import type { Instant } from '../../shared/deps.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import type { LogTrouble } from './ringLog.ts';

const prefix = 'sync gone ';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const schema = v.object({
  epoch: count,
  /** By device, how far the one who took it away had come: what is beyond that is not taken away with it. */
  heads: v.record(v.string(), count),
  /** What the device is called. */
  from: v.string(),
  at: v.number(),
  /** Null on the device where it was taken away, and everywhere once it was read. */
  name: v.nullable(v.string()),
});

export type GoneCase = v.InferOutput<typeof schema>;

export interface GoneHere {
  readonly caseId: string;
  readonly from: string;
  readonly at: Instant;
  readonly name: string;
}

export const goneName = (caseId: string): string => `${prefix}${caseId}`;

/** By case. */
export const readGone = async (
  session: Pick<VaultSession, 'valueNames' | 'readValue'>,
): Promise<Result<ReadonlyMap<string, GoneCase>, LogTrouble>> => {
  const names = await session.valueNames(prefix);
  if (!names.ok) return names;
  const found = new Map<string, GoneCase>();
  for (const name of names.value) {
    const value = await session.readValue(name);
    const read = v.safeParse(schema, value.ok ? value.value : null);
    if (read.success) found.set(name.slice(prefix.length), read.output);
  }
  return ok(found);
};

/** What went from here because it was taken away on another device, and nobody has read so yet. */
export const readGoneHere = async (
  session: Pick<VaultSession, 'valueNames' | 'readValue'>,
): Promise<readonly GoneHere[]> => {
  const gone = await readGone(session);
  if (!gone.ok) return [];
  return [...gone.value].flatMap(([caseId, { from, at, name }]) =>
    name === null ? [] : [{ caseId, from, at, name }],
  );
};

/** Somebody has read it. */
export const noteGoneRead = async (
  session: Pick<VaultSession, 'readValue' | 'writeValue'>,
  caseId: string,
): Promise<void> => {
  const value = await session.readValue(goneName(caseId));
  const read = v.safeParse(schema, value.ok ? value.value : null);
  if (read.success) await session.writeValue(goneName(caseId), { ...read.output, name: null });
};

/** Sealed values about a case, to go with it. */
export const namesOfCase = (caseId: string): readonly string[] =>
  ['sync', 'sync late', 'sync farewell'].map((what) => `${what} ${caseId}`);
