/**
 * What was written here in a case before it was known that another device had written the case anew, and that never came
 * there. Never merged by itself: it lies sealed in the vault until a person takes it in or lets it be.
 */
import * as v from 'valibot';
import type { SaveError } from '../../meeting/workspace.ts';
import { addNote } from '../../plan/commands/addRows.ts';
import { isAnyWritten, wordsOfUpdates } from '../../plan/documentWords.ts';
import type { ClockDep, Instant, RandomDep } from '../../shared/deps.ts';
import type { Fact } from '../../shared/fact.ts';
import { createId } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { VaultError } from '../../vault/errors.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import { payloadToFact } from '../factPayload.ts';
import { factsOf, type NewEntry } from '../journalWriter.ts';
import type { OpenCase } from '../openCase.ts';
import type { OpenRecord } from '../replica.ts';
import { isSoundFact } from '../soundFact.ts';

const author = v.object({ name: v.string(), function: v.string(), unit: v.string() });

const lateSchema = v.variant('kind', [
  v.object({
    kind: v.literal('words'),
    id: v.string(),
    at: v.number(),
    words: v.array(v.string()),
  }),
  v.object({
    kind: v.literal('fact'),
    id: v.string(),
    at: v.number(),
    fact: v.object({
      id: v.string(),
      type: v.string(),
      at: v.number(),
      by: author,
      data: v.unknown(),
    }),
  }),
]);

/** `words`: what was typed in the plan; none where something was only chosen. `fact`: something that happened, as it was noted. */
export type LateRecord =
  | {
      readonly kind: 'words';
      readonly id: string;
      readonly at: Instant;
      readonly words: readonly string[];
    }
  | { readonly kind: 'fact'; readonly id: string; readonly at: Instant; readonly fact: Fact };

export const lateName = (caseId: string): string => `sync late ${caseId}`;

export const readLate = async (
  session: Pick<VaultSession, 'readValue'>,
  caseId: string,
): Promise<Result<readonly LateRecord[], VaultError>> => {
  const found = await session.readValue(lateName(caseId));
  if (!found.ok) return found;
  const items: readonly unknown[] = Array.isArray(found.value) ? found.value : [];
  return ok(
    items.flatMap((item): readonly LateRecord[] => {
      const read = v.safeParse(lateSchema, item);
      if (!read.success) return [];
      const { output } = read;
      if (output.kind === 'words') return [output];
      const { data = null, ...fact } = output.fact;
      return [{ ...output, fact: { ...fact, data } }];
    }),
  );
};

/** What was on its way to the disk when the case was written anew elsewhere. */
export const lateOfEntries = (
  deps: ClockDep & RandomDep,
  entries: readonly NewEntry[],
): readonly LateRecord[] => {
  const updates = entries.flatMap((entry) => (entry.kind === 'doc' ? [entry.update] : []));
  const words = wordsOfUpdates(updates);
  const at = deps.clock.now();
  return [
    ...(isAnyWritten(updates) ? [{ kind: 'words', id: createId(deps), at, words } as const] : []),
    ...factsOf(entries).flatMap((fact): readonly LateRecord[] =>
      fact.type === 'case.opened' ? [] : [{ kind: 'fact', id: createId(deps), at: fact.at, fact }],
    ),
  ];
};

/** On disk when this says ok. */
export const addLate = async (
  session: Pick<VaultSession, 'readValue' | 'writeValue'>,
  caseId: string,
  late: readonly LateRecord[],
): Promise<Result<void, { readonly kind: string }>> => {
  if (late.length === 0) return ok(undefined);
  const read = await readLate(session, caseId);
  if (!read.ok) return read;
  return session.writeValue(lateName(caseId), [...read.value, ...late]);
};

/** What of these records a person can still make something of. Logs that somebody only opened the case are left out. */
export const toLate = (records: readonly OpenRecord[]): readonly LateRecord[] => {
  const updates = records.filter(({ body }) => body.kind === 'doc');
  const payloads = updates.map(({ body }) => body.payload);
  const last = updates.at(-1);
  const late: LateRecord[] = [];
  if (last !== undefined && isAnyWritten(payloads)) {
    late.push({ kind: 'words', id: last.id, at: last.body.at, words: wordsOfUpdates(payloads) });
  }
  for (const { id, body } of records) {
    const fact = body.kind === 'fact' ? payloadToFact(body.payload) : null;
    if (fact?.ok !== true || !isSoundFact(fact.value) || fact.value.type === 'case.opened')
      continue;
    late.push({ kind: 'fact', id, at: body.at, fact: fact.value });
  }
  return late;
};

/** A person takes it in: a fact as it was noted, words as a note of the plan, to be moved where they belong. */
export const takeInLate = async (
  session: Pick<VaultSession, 'readValue' | 'writeValue'>,
  opened: OpenCase,
  late: LateRecord,
): Promise<Result<void, SaveError | { readonly kind: string }>> => {
  const workspace = opened.workspace();
  if (late.kind === 'fact') {
    const written = await workspace.record(() => late.fact);
    if (!written.ok) return written;
  } else {
    for (const text of notesOf(late.words)) {
      const written = await workspace.edit((doc, ctx) => addNote(doc, ctx, { text }));
      if (!written.ok) return written;
    }
  }
  return letBeLate(session, opened.caseId, late.id);
};

/** A person lets it be: it is gone from this device. */
export const letBeLate = async (
  session: Pick<VaultSession, 'readValue' | 'writeValue'>,
  caseId: string,
  id: string,
): Promise<Result<void, { readonly kind: string }>> => {
  const read = await readLate(session, caseId);
  if (!read.ok) return read;
  return session.writeValue(
    lateName(caseId),
    read.value.filter((late) => late.id !== id),
  );
};

const noteLength = 2_000;

/** In as few notes as they fit in. */
const notesOf = (words: readonly string[]): readonly string[] => {
  const whole = words.join('\n');
  return Array.from({ length: Math.ceil(whole.length / noteLength) }, (_, place) =>
    whole.slice(place * noteLength, (place + 1) * noteLength),
  );
};
