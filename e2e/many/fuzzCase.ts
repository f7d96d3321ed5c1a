/** Damage inside a case, each kind through the code that the program itself reads it with. */
import fc from 'fast-check';
import * as Y from 'yjs';
import { todoRows } from '../../src/app/views/home/todoRows.ts';
import { openRow } from '../../src/cases/caseJournal.ts';
import { createCaseState } from '../../src/cases/caseState.ts';
import { listCases } from '../../src/cases/listCases.ts';
import type { OpenRecord, ReadRecord } from '../../src/cases/replica.ts';
import { createReplica } from '../../src/cases/replica.ts';
import { damages, makeSoundCase, openDamaged } from '../../src/cases/testDamage.ts';
import { readyForVersions } from '../../src/cases/versionFold.ts';
import type { CaseState } from '../../src/meeting/workspace.ts';
import { addNote } from '../../src/plan/commands/addRows.ts';
import { encodeState } from '../../src/plan/document.ts';
import { isReadOnly } from '../../src/plan/documentRead.ts';
import { compareCards, isCardOverdue, selectCard } from '../../src/process/caseCard.ts';
import { splitEnvelope } from '../../src/protocol/envelope.ts';
import { bodySteps } from '../../src/protocol/limits.ts';
import { decodeBody, encodeBody } from '../../src/protocol/record.ts';
import { bytesToText, textToBytes } from '../../src/shared/bytes.ts';
import { createMemory, memoryJournal } from '../../src/storage/memoryJournal.ts';
import { sealCard } from '../../src/vault/sealLocal.ts';
import { unwrap } from '../../src/vault/testing.ts';
import type { Chance } from '../crash/chance.ts';
import { damageBytes, damageJson, hostileValue } from './hostile.ts';
import { readEverything } from './readEverything.ts';

/** Puts one damaged input in, and throws when the program does not stand it. */
export type Fuzzer = (chance: Chance) => Promise<void> | void;

const claim = (holds: boolean, words: string): void => {
  if (!holds) throw new Error(words);
};

export const createCaseFuzzers = async () => {
  const sound = await makeSoundCase();
  const { keys, made, rows } = sound;
  const opened = await Promise.all(
    rows.map((row, place) => openRow(keys, { ...row, caseId: keys.caseId, n: place + 1 })),
  );
  const records = opened.filter((record) => record.kind === 'open');
  const facts = records.filter(({ body }) => body.kind === 'fact');
  const documents = records.filter(({ body }) => body.kind !== 'fact');
  await readyForVersions([
    { fact: { ...made.first.workspace().state.log[0]?.fact, type: 'version.frozen' } as never },
  ]);

  const pick = <T>(all: readonly T[], chance: Chance): T => {
    const one = all[chance.below(all.length)];
    if (one === undefined) throw new Error('Nothing to pick.');
    return one;
  };

  const fold = (
    all: readonly ReadRecord[],
  ): { readonly state: CaseState; readonly replica: ReturnType<typeof createReplica> } => {
    const replica = createReplica();
    replica.take(all);
    const state = createCaseState(keys.caseId)({
      document: replica.document,
      facts: replica.facts(),
      setAside: replica.setAside(),
      gaps: replica.gaps(),
      copied: replica.doubles().size > 0,
    });
    return { state, replica };
  };

  const header = ({ body }: OpenRecord): Record<string, unknown> => {
    const { payload: _payload, ...head } = body;
    return head;
  };

  /** As `encodeBody`, but of whatever is given. */
  const pack = (head: unknown, payload: Uint8Array, chance: Chance): Uint8Array<ArrayBuffer> => {
    const bytes = textToBytes(JSON.stringify(head) ?? '');
    const used = bytes.length + payload.length;
    const body = new Uint8Array(bodySteps.find((step) => step >= used + 8) ?? used + 8);
    const view = new DataView(body.buffer);
    view.setUint32(0, chance.below(12) === 0 ? chance.below(2 ** 32) : 4 + used);
    view.setUint32(4, chance.below(12) === 0 ? chance.below(2 ** 32) : bytes.length);
    body.set(bytes, 8);
    body.set(payload, 8 + bytes.length);
    return chance.below(6) === 0 ? damageBytes(body, chance) : body;
  };

  const bodies: Fuzzer = (chance) => {
    const record = pick(records, chance);
    const decoded = decodeBody(
      pack(damageJson(header(record), chance), record.body.payload, chance),
    );
    if (!decoded.ok) return;
    const again = encodeBody(decoded.value);
    claim(again.ok, 'a body that was read cannot be written');
    fold([
      ...records.filter((each) => each !== record),
      { kind: 'open', n: 900, id: 'x', body: decoded.value },
    ]);
  };

  const envelopes: Fuzzer = (chance) => {
    const bytes = damageBytes(pick(rows, chance).bytes, chance);
    if (chance.below(3) === 0 && bytes.length > 0) bytes[0] = chance.below(4);
    splitEnvelope(bytes);
  };

  const damagedFact = (
    chance: Chance,
  ): { readonly record: OpenRecord; readonly payload: Uint8Array<ArrayBuffer> } => {
    const record = pick(facts, chance);
    const text = bytesToText(record.body.payload);
    if (chance.below(10) === 0) {
      const wild = text.replace(
        /\d+/,
        pick(
          [
            '1e999',
            '-0',
            '1.5e-320',
            '9'.repeat(400),
            `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
          ],
          chance,
        ),
      );
      return { record, payload: textToBytes(wild) };
    }
    if (chance.below(10) === 0)
      return { record, payload: damageBytes(record.body.payload, chance) };
    const json: unknown = JSON.parse(text);
    return { record, payload: textToBytes(JSON.stringify(damageJson(json, chance)) ?? '') };
  };

  const factsFuzzer: Fuzzer = (chance) => {
    const damaged = Array.from({ length: 1 + chance.below(3) }, () => damagedFact(chance));
    const touched = new Set(damaged.map(({ record }) => record.id));
    const all: readonly ReadRecord[] = [
      ...records.filter(({ id }) => !touched.has(id)),
      ...damaged.map(({ record, payload }, place) => ({
        kind: 'open' as const,
        n: 900 + place,
        id: `damaged ${place}`,
        body: { ...record.body, payload },
      })),
    ];
    const { state } = fold(all);
    readEverything(state);
    const here = new Set(state.log.map(({ fact }) => fact.id));
    for (const record of facts) {
      if (touched.has(record.id)) continue;
      const { id }: { id: string } = JSON.parse(bytesToText(record.body.payload));
      claim(here.has(id), 'a sound fact is not shown');
    }
    claim(state.plan.name.value === 'Lars', 'the plan is not shown');
  };

  /** What somebody with the keys writes who means harm, or whose program is not ours. */
  const hostileUpdate = (chance: Chance, before: Uint8Array): Uint8Array<ArrayBuffer> => {
    const y = new Y.Doc({ guid: 'x' });
    Y.applyUpdate(y, before);
    const [start, names] = [Y.encodeStateVector(y), ['items', 'registers', 'meta']];
    const item = (): string =>
      pick([...y.getMap('items').keys(), 'plan', 'ny', '__proto__', ''], chance);
    const field = (): string =>
      pick(
        [
          'text',
          'there',
          'order',
          'shown',
          'doers',
          'meetingDate',
          'status',
          'timing',
          'kind',
          'toString',
          'decision',
          'subgoalId',
        ],
        chance,
      );
    const plain = (): unknown => {
      const value = hostileValue(chance);
      try {
        return JSON.parse(JSON.stringify(value) ?? 'null');
      } catch {
        return null;
      }
    };
    const change = (): void => {
      const map = y.getMap<unknown>(pick(names, chance));
      switch (chance.below(8)) {
        case 0:
          y.getMap<unknown>('items').set(
            pick(['ny', 'ny2', item()], chance),
            damageJson(
              {
                kind: pick(['note', 'intervention', 'subgoal', 'participant'], chance),
                at: 1,
                by: { name: 'x' },
              },
              chance,
            ),
          );
          break;
        case 1:
        case 2: {
          const target = item();
          const name = field();
          if (target === 'plan' && name === 'name') break;
          y.getMap<unknown>('registers').set(
            `${target}|${name}|${chance.below(1e6)}`,
            damageJson(
              { value: plain(), by: { name: 'x', function: '', unit: '' }, at: 1 },
              chance,
            ),
          );
          break;
        }
        case 3:
          map.set(pick(['a', 'a|b', '|||', '__proto__|x|y', 'plan||'], chance), plain());
          break;
        case 4:
          map.set(
            `t${chance.below(9)}`,
            pick([new Y.Map(), new Y.Array(), new Y.Text('x')], chance),
          );
          break;
        case 5:
          y.getText(`t/${item()}/${field()}`).insert(
            0,
            pick(['\u202e', '\ud800', 'x'.repeat(30_000), '\u0000'], chance),
          );
          break;
        case 6:
          y.getArray(`t/${chance.below(9)}/text`).push([plain()]);
          break;
        default:
          if (chance.below(5) === 0) y.getMap('meta').set('schema', plain());
      }
    };
    for (let turn = chance.below(6); turn >= 0; turn -= 1) {
      try {
        y.transact(change);
      } catch {
        // Yjs itself would not write it.
      }
    }
    const update = new Uint8Array(Y.encodeStateAsUpdate(y, start));
    y.destroy();
    return chance.below(4) === 0 ? damageBytes(update, chance) : update;
  };

  const whole = encodeState(fold(records).replica.document);
  const last = Math.max(...records.map(({ body }) => body.seq));

  const documentsFuzzer: Fuzzer = (chance) => {
    const payload = hostileUpdate(chance, whole);
    const base = pick(documents, chance);
    const { state, replica } = fold([
      ...records,
      {
        kind: 'open',
        n: 900,
        id: 'hostile',
        body: { ...base.body, kind: 'doc', seq: last + 1, payload },
      },
    ]);
    readEverything(state);
    const isApplied = replica.setAside().length === 0;
    claim(state.plan.name.value === 'Lars' || isApplied, 'the plan is not shown');
    if (isReadOnly(replica.document)) return;
    const context = { by: { name: '', function: '', unit: '' }, at: 1, newId: () => 'nyrad' };
    const added = addNote(replica.document, context, { text: 'Går att skriva' });
    claim(added.ok || added.error.kind !== 'readOnly', 'nothing can be written');
  };

  const snapshots: Fuzzer = (chance) => {
    const snapshot = pick(
      records.filter(({ body }) => body.kind === 'snapshot'),
      chance,
    );
    const damaged = damageBytes(snapshot.body.payload, chance);
    const { state } = fold([
      ...records.filter((record) => record !== snapshot),
      { ...snapshot, body: { ...snapshot.body, payload: damaged } },
    ]);
    readEverything(state);
    claim(state.log.length === facts.length, 'a fact is not shown');
  };

  const recordsFuzzer: Fuzzer = async (chance) => {
    const [what = []] = fc.sample(damages, { numRuns: 1, seed: chance.below(2 ** 31) });
    const result = await openDamaged(sound, what);
    if (result.left === 0) return;
    if (!result.opened.ok) throw new Error(`not opened: ${result.opened.error.kind}`);
    const workspace = result.opened.value.workspace();
    readEverything(workspace.state);
    const written = await workspace.edit((doc, ctx) =>
      addNote(doc, ctx, { text: 'Går att skriva' }),
    );
    claim(written.ok, 'nothing can be written');
    result.opened.value.abandon();
  };

  const card = selectCard(made.first.workspace().state);
  const cards: Fuzzer = async (chance) => {
    const memory = createMemory();
    const sealed = await sealCard(
      keys,
      damageJson(
        {
          ...card,
          todo: [
            { id: 'x', kind: 'after', red: true, way: 'efter', due: null, who: '', line: null },
          ],
        },
        chance,
      ),
    );
    const bytes = sealed.ok ? sealed.value : new Uint8Array(3);
    memory.cases.set(keys.caseId, {
      rows: rows.map((row, place) => ({ ...row, caseId: keys.caseId, n: place + 1 })),
      heads: sound.heads,
      card: chance.below(5) === 0 ? damageBytes(bytes, chance) : bytes,
      last: rows.length,
      queue: Promise.resolve(),
    });
    const listed = unwrap(
      await listCases({ ...made.deps, journal: memoryJournal(memory) }, made.session),
    );
    for (const entry of listed) {
      if (entry.caseId !== keys.caseId) continue;
      claim(entry.card !== null, 'a case has no card');
      if (entry.card === null) continue;
      isCardOverdue(entry.card, '2026-06-01');
      compareCards(entry.card, card);
      todoRows(entry.card.todo, '2026-06-01');
      claim(
        [entry.card.nextDate, entry.card.nextTime].every(
          (each) => each === null || typeof each === 'string',
        ),
        'a card is not sound',
      );
      claim(
        typeof entry.card.nextPlace === 'string' && typeof entry.card.step === 'string',
        'a card is not sound',
      );
    }
  };

  return {
    bodies,
    envelopes,
    facts: factsFuzzer,
    documents: documentsFuzzer,
    snapshots,
    records: recordsFuzzer,
    cards,
  } satisfies Readonly<Record<string, Fuzzer>>;
};
