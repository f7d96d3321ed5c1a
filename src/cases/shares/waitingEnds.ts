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
import { sharesDue } from './sharesDue.ts';

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

/** One at a time: each must know what the one before it wrote. */
let last: Promise<unknown> = Promise.resolve();

/** Null: nothing is shared from it any more. */
export const noteWaitingEnd = (
  vault: EndsVault,
  caseId: string,
  until: LocalDate | null,
): Promise<void> => {
  const noted = last.then(async () => {
    const before = await readWaitingEnds(vault);
    if (before.find((each) => each.caseId === caseId)?.until === (until ?? undefined)) return;
    const others = before.filter((each) => each.caseId !== caseId);
    await vault.writeValue(valueName, until === null ? others : [...others, { caseId, until }]);
  });
  last = noted.catch(() => undefined);
  return noted;
};

/** Something waits for internet now. */
export const atOnce: LocalDate = '1970-01-01';
const someDay: LocalDate = '9999-12-31';

/** When the shares of a case must be looked at next; null where none is left. What must end today does so at once. */
export const nextEnd = (
  state: Pick<CaseState, 'log' | 'consent' | 'plan' | 'meeting'>,
  today: LocalDate,
): LocalDate | null => {
  const { log, consent } = state;
  const left = foldShares(log).filter(({ isGone }) => !isGone);
  if (left.length === 0) return null;
  if (left.some(({ ended }) => ended !== null) || sharesDue(left, state, today).length > 0)
    return atOnce;
  return left.map(({ until }) => earlierOf(until, consent.share.until)).sort()[0] ?? someDay;
};

/** The earlier of last days: past it, it must end. */
const earlierOf = (...days: readonly (LocalDate | null)[]): LocalDate =>
  days.flatMap((day) => (day === null ? [] : [day])).sort()[0] ?? someDay;
