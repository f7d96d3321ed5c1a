import { foldConsent } from '../consent/consent.ts';
import { foldMeeting } from '../meeting/foldMeeting.ts';
import type { CaseState, SaveError } from '../meeting/workspace.ts';
import { encodeState } from '../plan/document.ts';
import { type CopiedField, type CopiedItem, copyPlan } from '../plan/documentCopy.ts';
import { limits } from '../plan/limits.ts';
import { selectPlan } from '../plan/selectors.ts';
import { selectCard } from '../process/caseCard.ts';
import type { RecordBody, RecordKind } from '../protocol/record.ts';
import type { Bytes } from '../shared/bytes.ts';
import type { Fact, PlacedFact } from '../shared/fact.ts';
import { createId } from '../shared/ids.ts';
import { err, type Result } from '../shared/result.ts';
import type { CaseRemoval } from '../storage/caseRemoval.ts';
import type { NewRow } from '../storage/journalPort.ts';
import type { CaseKeys } from '../vault/caseKeys.ts';
import type { SealError, VaultError } from '../vault/errors.ts';
import { sealCard } from '../vault/sealLocal.ts';
import { sealRecord } from '../vault/sealRecord.ts';
import type { VaultSession } from '../vault/vaultSession.ts';
import type { CaseDeps } from './caseDeps.ts';
import { contentsRemoved, type RemovalScope } from './caseFacts.ts';
import { openRow } from './caseJournal.ts';
import { factToPayload } from './factPayload.ts';
import { type OpenCase, type OpenCaseError, openCase } from './openCase.ts';
import { createReplica } from './replica.ts';
import { sealFarewell } from './sync/farewell.ts';

/**
 * Removal inside a case (design.md 6): a new document from what stays, a new root in a new epoch, the facts that
 * stay and one that says how much went, by whose choice and when, never what. Old records, keys and undo are gone
 * from what the program reads with the same durable write, and from the browser's files soon after (docs/decisions/0057).
 */
export interface Removal {
  readonly scope: RemovalScope;
  readonly keepsItem: (item: CopiedItem) => boolean;
  /** Of what belongs to the plan as a whole. */
  readonly keepsField: (field: CopiedField) => boolean;
  readonly keepsFact: (fact: Fact) => boolean;
}

export type RewriteError =
  | OpenCaseError
  | SealError
  | VaultError
  | SaveError
  /** Something is set aside or missing: first find out what it is. */
  | { readonly kind: 'notWhole' }
  /** Two wrote at the same time and nobody has chosen: writing anew would choose for them. */
  | { readonly kind: 'notSettled' }
  /** It is removed, but the case could not be opened afterwards. */
  | { readonly kind: 'notOpenedAgain' };

/** Gives the case as it is afterwards, opened anew; the old one must not be used again. */
export const rewriteCase = async (
  deps: CaseDeps,
  session: VaultSession,
  removal: Pick<CaseRemoval, 'rewriteCase'>,
  opened: OpenCase,
  what: Removal,
): Promise<Result<OpenCase, RewriteError>> => {
  const flushed = await opened.workspace().flush();
  if (!flushed.ok) return flushed;
  const { caseId } = opened;
  const old = await session.openCase(caseId);
  if (!old.ok) return old;
  const renewed = await session.renewRoot(caseId);
  if (!renewed.ok) return renewed;
  const { keys, access, standIns } = renewed.value;

  const written = await removal.rewriteCase<RewriteError>(caseId, 0, async ({ rows, heads }) => {
    const replica = createReplica();
    replica.expect(heads);
    replica.take(await Promise.all(rows.map((row) => openRow(old.value, row))));
    if (!replica.isWhole()) return err({ kind: 'notWhole' });
    const kept = replica.facts().filter(({ fact }) => what.keepsFact(fact));
    const document = copyPlan(replica.document, what.keepsItem, what.keepsField);
    const told = contentsRemoved(
      { by: deps.author(), at: deps.clock.now(), newId: () => createId(deps) },
      what.scope,
    );
    const facts = placeAnew([...kept.map(({ fact }) => fact), told], keys.device);
    if (!readsTheSame(kept, facts)) return err({ kind: 'notSettled' });
    const sealed = await sealAll(deps, keys, encodeState(document), facts);
    if (!sealed.ok) return sealed;
    const card = await sealCard(keys, selectCard(stateOf(opened, document, facts)));
    if (!card.ok) return card;
    const left = await sealFarewell(deps, session, old.value, replica);
    if (!left.ok) return left;
    const beside = [...standIns, left.value];
    return { ok: true, value: { rows: sealed.value, card: card.value, access, standIns: beside } };
  });
  if (!written.ok) return written;
  opened.abandon();
  const again = await openCase(deps, session, caseId, { log: false });
  return again.ok ? again : err({ kind: 'notOpenedAgain' });
};

/** All facts as one device's records, in the order they are folded: seq 1 is the document. */
const placeAnew = (facts: readonly Fact[], device: string): readonly PlacedFact[] =>
  facts.map((fact, place) => ({ fact, device, seq: place + 2, seen: {} }));

/** Whether consents and meetings say the same when nothing is concurrent any more. */
const readsTheSame = (before: readonly PlacedFact[], after: readonly PlacedFact[]): boolean => {
  const said = (facts: readonly PlacedFact[]): string =>
    JSON.stringify([foldConsent(facts), foldMeeting(facts)], (key, value: unknown) =>
      key === 'leader' || key === 'term' ? undefined : value,
    );
  return said(before) === said(after);
};

const stateOf = (
  opened: OpenCase,
  document: Parameters<typeof selectPlan>[0],
  facts: readonly PlacedFact[],
): CaseState => ({ ...opened.workspace().state, plan: selectPlan(document), log: facts });

const sealAll = async (
  deps: CaseDeps,
  keys: CaseKeys,
  document: Bytes,
  facts: readonly PlacedFact[],
): Promise<Result<readonly NewRow[], SealError>> => {
  const contents: readonly (readonly [RecordKind, Bytes])[] = [
    [document.length > limits.updateBytes ? 'snapshot' : 'doc', document],
    ...facts.map(({ fact }) => ['fact', factToPayload(fact)] as const),
  ];
  const rows: NewRow[] = [];
  let prev: string | null = null;
  for (const [place, [kind, payload]] of contents.entries()) {
    const { device } = keys;
    const body: RecordBody = {
      device,
      seq: place + 1,
      prev,
      seen: {},
      kind,
      at: deps.clock.now(),
      payload,
      ...(kind === 'snapshot' ? { replaces: [] } : {}),
    };
    const sealed = await sealRecord(keys, body);
    if (!sealed.ok) return sealed;
    const { id, bytes } = sealed.value;
    rows.push({ device, seq: body.seq, id, bytes });
    prev = id;
  }
  return { ok: true, value: rows };
};
