/**
 * Which cases have something shared that must end when nobody has them open: after a lock, or because its last day has come.
 * Sealed in the vault. What is to end stands in the case itself; this only says where to look.
 */
import * as v from 'valibot';
import type { CaseState } from '../../meeting/workspace.ts';
import { isLocalDate } from '../../plan/localDate.ts';
import type { LocalDate } from '../../shared/deps.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import { foldShares } from './foldShares.ts';

const valueName = 'shares to end';

const waitingEnd = v.object({
  caseId: v.string(),
  /** The last day on which all that is shared from it may be: after it, it is looked at. */
  until: v.pipe(v.string(), v.check(isLocalDate)),
});

export type WaitingEnd = v.InferOutput<typeof waitingEnd>;

type EndsVault = Pick<VaultSession, 'readValue' | 'writeValue'>;

export const readWaitingEnds = async (vault: EndsVault): Promise<readonly WaitingEnd[]> => {
  const read = await vault.readValue(valueName);
  const found = read.ok ? v.safeParse(v.array(waitingEnd), read.value) : null;
  return found?.success === true ? found.output : [];
};

/** Null: nothing is shared from it any more. */
export const noteWaitingEnd = async (
  vault: EndsVault,
  caseId: string,
  until: LocalDate | null,
): Promise<void> => {
  const others = (await readWaitingEnds(vault)).filter((each) => each.caseId !== caseId);
  await vault.writeValue(valueName, until === null ? others : [...others, { caseId, until }]);
};

/** Something waits for internet now. */
export const atOnce: LocalDate = '1970-01-01';
const someDay: LocalDate = '9999-12-31';

/** When the shares of a case must be looked at next; null where none is left. */
export const nextEnd = ({ log, consent }: Pick<CaseState, 'log' | 'consent'>): LocalDate | null => {
  const left = foldShares(log).filter(({ isGone }) => !isGone);
  if (left.length === 0) return null;
  if (left.some(({ ended }) => ended !== null)) return atOnce;
  return left.map(({ until }) => earlierOf(until, consent.share.until)).sort()[0] ?? someDay;
};

/** The earlier of last days: past it, it must end. */
const earlierOf = (...days: readonly (LocalDate | null)[]): LocalDate =>
  days.flatMap((day) => (day === null ? [] : [day])).sort()[0] ?? someDay;
