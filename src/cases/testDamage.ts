import fc from 'fast-check';
import { recordConsent } from '../consent/recordConsent.ts';
import { answerAfterLine } from '../meeting/afterMeeting.ts';
import { addIntervention, addLongTermGoal } from '../plan/commands/addRows.ts';
import { addParticipant } from '../plan/commands/participants.ts';
import { setPlanField, setPlanText } from '../plan/commands/wholePlan.ts';
import type { RecordBody } from '../protocol/record.ts';
import type { Bytes } from '../shared/bytes.ts';
import { createMemory, memoryJournal } from '../storage/memoryJournal.ts';
import type { CaseKeys } from '../vault/caseKeys.ts';
import { openRecord, sealRecord } from '../vault/sealRecord.ts';
import { compactCase } from './compactCase.ts';
import { payloadToFact } from './factPayload.ts';
import { freezePlan } from './freeze.ts';
import { openCase } from './openCase.ts';
import { createTestCase, type TestCase } from './testCase.ts';

/**
 * A case on a disk that has gone bad, or in which a writer with the right keys writes nonsense: records changed
 * outside and inside their seal, then read. For tests only.
 */
export type Damage =
  /** The sealed bytes. */
  | { readonly kind: 'flip'; readonly row: number; readonly at: number; readonly by: number }
  | { readonly kind: 'cut'; readonly row: number; readonly at: number }
  | { readonly kind: 'longer'; readonly row: number; readonly with: Uint8Array }
  | { readonly kind: 'noise'; readonly row: number; readonly with: Uint8Array }
  | { readonly kind: 'gone'; readonly row: number }
  | { readonly kind: 'swapped'; readonly row: number; readonly other: number }
  | { readonly kind: 'twice'; readonly row: number; readonly other: number }
  /** The body, sealed again with the right key. */
  | { readonly kind: 'payload'; readonly row: number; readonly with: Uint8Array }
  | { readonly kind: 'payloadFlip'; readonly row: number; readonly at: number; readonly by: number }
  | { readonly kind: 'header'; readonly row: number; readonly seq: number; readonly at: number }
  | {
      readonly kind: 'factValue';
      readonly row: number;
      readonly path: number;
      readonly value: unknown;
    };

const row = fc.nat(200);
const at = fc.nat(4_000);
const by = fc.integer({ min: 1, max: 255 });
const bytes = fc.uint8Array({ maxLength: 400 });

const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), row, at, by }),
  fc.record({ kind: fc.constant('cut' as const), row, at }),
  fc.record({ kind: fc.constant('longer' as const), row, with: bytes }),
  fc.record({ kind: fc.constant('noise' as const), row, with: bytes }),
  fc.record({ kind: fc.constant('gone' as const), row }),
  fc.record({ kind: fc.constant('swapped' as const), row, other: row }),
  fc.record({ kind: fc.constant('twice' as const), row, other: row }),
  fc.record({ kind: fc.constant('payload' as const), row, with: bytes }),
  fc.record({ kind: fc.constant('payloadFlip' as const), row, at, by }),
  fc.record({
    kind: fc.constant('header' as const),
    row,
    seq: fc.integer({ min: 1, max: 2 ** 31 }),
    at,
  }),
  // Twice as often: what lies inside a fact is read by many hands.
  ...[0, 1].map(() =>
    fc.record({
      kind: fc.constant('factValue' as const),
      row,
      path: fc.nat(1_000),
      value: fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.constantFrom('__proto__', 'yes', -1, 1e308, '2026-02-31', null),
      ),
    }),
  ),
);

export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(damage, {
  minLength: 1,
  maxLength: 4,
});

interface Row {
  readonly device: string;
  readonly seq: number;
  readonly bytes: Bytes;
}

export interface SoundCase {
  readonly made: TestCase;
  readonly keys: CaseKeys;
  readonly rows: readonly Row[];
  readonly heads: Readonly<Record<string, { readonly seq: number; readonly id: string }>>;
}

const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** A case with a plan, both consents, a meeting led to its end, a version and a snapshot. */
export const makeSoundCase = async (): Promise<SoundCase> => {
  const made = await createTestCase();
  const workspace = () => made.first.workspace();
  must(
    await workspace().edit((doc, ctx) =>
      setPlanText(doc, ctx, { field: 'important', text: 'Sova' }),
    ),
  );
  must(await workspace().edit((doc, ctx) => addParticipant(doc, ctx, { name: 'Eva' })));
  must(await workspace().edit((doc, ctx) => addLongTermGoal(doc, ctx, { text: 'Ha kvar gården' })));
  must(await workspace().edit((doc, ctx) => addIntervention(doc, ctx, { text: 'Samtal' })));
  for (const which of ['make', 'share'] as const) {
    must(
      await workspace().record((ctx) =>
        recordConsent(ctx, { which, answer: 'yes', form: 'muntligt' }),
      ),
    );
  }
  const shares = {
    inledning: 10,
    aktuellSituation: 15,
    behov: 50,
    sammanfattning: 15,
    avslutning: 10,
  };
  const facts = { consentMake: 'yes', consentShare: 'yes' } as const;
  const events = [
    { type: 'meeting.started', minutes: 60, shares, seenBy: 'nej', interpreter: false },
    { type: 'part.next', facts },
    { type: 'floor.roundStarted', order: ['a', 'b'] },
    { type: 'time.added', minutes: 5 },
    { type: 'meeting.paused', until: null },
    { type: 'meeting.resumed' },
    { type: 'meeting.ended', followUp: { kind: 'bokad' } },
  ] as const;
  for (const event of events) must(await workspace().send(event));
  must(await freezePlan(made.first));
  must(
    await workspace().record((ctx) =>
      answerAfterLine(ctx, { meetingId: null, line: 'prata', state: 'done' }),
    ),
  );
  const keys = must(await made.session.openCase(made.first.caseId));
  must(await compactCase(made.deps, keys, 2));
  await made.first.abandon();
  const again = await made.openWindow();
  must(
    await again
      .workspace()
      .edit((doc, ctx) => setPlanField(doc, ctx, { field: 'meetingPlace', value: 'Åby' })),
  );
  must(await again.close());
  const kept = made.memory.cases.get(keys.caseId);
  if (kept === undefined) throw new Error('Nothing was written.');
  return { made, keys, rows: kept.rows, heads: kept.heads };
};

const reseal = async (
  keys: CaseKeys,
  { device, seq, bytes: sealed }: Row,
  change: (body: RecordBody) => RecordBody,
): Promise<Row> => {
  const opened = await openRecord(keys, sealed);
  if (!opened.ok) return { device, seq, bytes: sealed };
  const again = await sealRecord(keys, change(opened.value.body));
  // A body that the program would not write at all is no use: the record stays as it is.
  return again.ok ? { device, seq, bytes: again.value.bytes } : { device, seq, bytes: sealed };
};

/** Puts `value` at the `path`-th place of a JSON value, counted depth first. */
const putAt = (json: unknown, path: number, value: unknown): unknown => {
  const places: ((own: unknown) => void)[] = [];
  const copy: unknown = structuredClone(json);
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, inner] of Object.entries(node)) {
      places.push((own) => Reflect.set(node, key, own));
      places.push(() => Reflect.deleteProperty(node, key));
      walk(inner);
    }
  };
  walk(copy);
  places[path % Math.max(1, places.length)]?.(value);
  return copy;
};

const flipped = (source: Uint8Array, place: number, mask: number): Bytes => {
  const changed = new Uint8Array(source);
  if (changed.length > 0)
    changed[place % changed.length] = (changed[place % changed.length] ?? 0) ^ mask;
  return changed;
};

const damageRow = async (
  keys: CaseKeys,
  rows: readonly Row[],
  one: Damage,
  own: Row,
): Promise<Row | null> => {
  const other = 'other' in one ? rows[one.other % rows.length] : undefined;
  switch (one.kind) {
    case 'flip':
      return { ...own, bytes: flipped(own.bytes, one.at, one.by) };
    case 'cut':
      return { ...own, bytes: own.bytes.slice(0, one.at % own.bytes.length) };
    case 'longer':
      return { ...own, bytes: new Uint8Array([...own.bytes, ...one.with]) };
    case 'noise':
      return { ...own, bytes: new Uint8Array(one.with) };
    case 'gone':
      return null;
    case 'swapped':
    case 'twice':
      return { ...own, bytes: other?.bytes ?? own.bytes };
    case 'payload':
      return reseal(keys, own, (body) => ({ ...body, payload: new Uint8Array(one.with) }));
    case 'payloadFlip':
      return reseal(keys, own, (body) => ({
        ...body,
        payload: flipped(body.payload, one.at, one.by),
      }));
    case 'header':
      return reseal(keys, own, (body) => ({ ...body, seq: one.seq, at: one.at }));
    case 'factValue':
      return reseal(keys, own, (body) => {
        const fact = payloadToFact(body.payload);
        if (!fact.ok) return { ...body, payload: new Uint8Array(body.payload.slice(1)) };
        const text = JSON.stringify(putAt(fact.value, one.path, one.value));
        return { ...body, payload: new TextEncoder().encode(text) };
      });
  }
};

/** The case opened on damaged rows, as the program would: nothing but a bug throws. */
export const openDamaged = async (sound: SoundCase, what: readonly Damage[]) => {
  const { keys, made } = sound;
  let rows: readonly (Row | null)[] = sound.rows;
  const touched = new Set<number>();
  for (const one of what) {
    const place = one.row % rows.length;
    const own = rows[place];
    if (own === null || own === undefined) continue;
    touched.add(place);
    const damaged = await damageRow(keys, sound.rows, one, own);
    rows = rows.map((each, index) => (index === place ? damaged : each));
  }
  const memory = createMemory();
  memory.cases.set(keys.caseId, {
    rows: rows.flatMap((each, index) =>
      each === null ? [] : [{ ...each, caseId: keys.caseId, n: index + 1 }],
    ),
    heads: sound.heads,
    card: null,
    last: rows.length,
    queue: Promise.resolve(),
  });
  const journal = memoryJournal(memory);
  const deps = { ...made.deps, journal };
  const open = () => openCase(deps, made.session, keys.caseId, { log: false });
  return { opened: await open(), open, touched, left: rows.filter((each) => each !== null).length };
};
