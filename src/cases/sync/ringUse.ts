/**
 * What a ring is for. Kept sealed in the vault, from what a person said yes to when two were paired, from the ring that it goes on from,
 * or from one's own devices; never read in the ring itself, where everybody who writes in it could say anything.
 */
import * as v from 'valibot';
import { ok, type Result } from '../../shared/result.ts';
import type { SealError, VaultError } from '../../vault/errors.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';

export const ringUseSchema = v.variant('use', [
  /** Between one's own devices: all that a vault has. */
  v.object({ use: v.literal('devices'), caseId: v.null() }),
  /** Between those who write in one case: that case and nothing else. */
  v.object({
    use: v.literal('writers'),
    caseId: v.pipe(v.string(), v.maxLength(400)),
    /** Whether others were invited by this person; else they were invited by another. */
    isOwn: v.boolean(),
  }),
]);

export type RingUse = v.InferOutput<typeof ringUseSchema>;

const nameOf = (ringId: string): string => `sync ring ${ringId}`;

/** Before the root of the ring is kept: a ring of which this is not known tells nothing and is told nothing. */
export const keepRingUse = (
  session: Pick<VaultSession, 'writeValue'>,
  ringId: string,
  use: RingUse,
): Promise<Result<void, VaultError | SealError>> => session.writeValue(nameOf(ringId), use);

export const readRingUse = async (
  session: Pick<VaultSession, 'readValue'>,
  ringId: string,
): Promise<Result<RingUse | null, VaultError>> => {
  const found = await session.readValue(nameOf(ringId));
  if (!found.ok) return found;
  const read = v.safeParse(ringUseSchema, found.value);
  return ok(read.success ? read.output : null);
};
