import fc from 'fast-check';
import { onLocalUpdate, type PlanDocument } from '../plan/document.ts';
import { readText, readWrites } from '../plan/documentRead.ts';
import { spliceText, write } from '../plan/documentWrite.ts';
import type { Bytes } from '../shared/bytes.ts';
import { createId } from '../shared/ids.ts';
import { err } from '../shared/result.ts';
import type { JournalPort } from '../storage/journalPort.ts';
import { createMemory, type Memory, memoryJournal } from '../storage/memoryJournal.ts';
import { createMemorySession } from '../vault/memorySession.ts';
import type { VaultSession } from '../vault/vaultSession.ts';
import { type CaseJournal, createCaseJournal, openRow } from './caseJournal.ts';
import { compactCase } from './compactCase.ts';
import type { NewEntry, PendingEntry } from './journalWriter.ts';
import { createReplica, type Replica } from './replica.ts';
import { testAuthor } from './testCase.ts';

/**
 * Windows on one case that write, read, fail, are killed and come back in any order, without timers: the schedule
 * decides. What was acknowledged is remembered beside them, and held against what every window reads in the end.
 * For tests only.
 */
export type Move =
  | 'set'
  | 'type'
  | 'happen'
  | 'write'
  | 'catchUp'
  | 'allAtOnce'
  | 'kill'
  | 'snapshot'
  | 'clock'
  /** The next write is refused, nothing of it is down. */
  | 'failBefore'
  /** The next write is down, but the window hears that it is not. */
  | 'failAfter';

export interface Step {
  readonly window: number;
  readonly move: Move;
}

const moves: readonly Move[] = [
  ...(['set', 'type', 'happen', 'write', 'catchUp', 'set', 'type', 'write'] as const),
  ...(['allAtOnce', 'kill', 'snapshot', 'clock', 'failBefore', 'failAfter'] as const),
];

export const schedules: fc.Arbitrary<readonly Step[]> = fc
  .integer({ min: 2, max: 4 })
  .chain((count) =>
    fc.array(fc.record({ window: fc.nat(count - 1), move: fc.constantFrom(...moves) }), {
      minLength: 1,
      maxLength: 30,
      size: 'max',
    }),
  );

/** One thing that a window did: acknowledged, on its way, or perhaps down although nobody was told. */
interface Deed {
  readonly kind: 'value' | 'letter' | 'fact';
  readonly name: string;
  /** Of a value: what its writer had before their eyes. */
  readonly saw: readonly string[];
}

interface Window {
  readonly journal: CaseJournal;
  readonly document: PlanDocument;
  readonly queue: PendingEntry[];
  readonly deeds: Deed[];
  readonly gathered: Bytes[];
}

type Fault = 'none' | 'before' | 'after';

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };

const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const failing = (inner: JournalPort, next: () => Fault): JournalPort => ({
  ...inner,
  append: async (caseId, since, prepare) => {
    const fault = next();
    if (fault === 'before') return err({ kind: 'busy' });
    const done = await inner.append(caseId, since, prepare);
    return fault === 'after' && done.ok ? err({ kind: 'busy' }) : done;
  },
});

const valuesOf = (document: PlanDocument): readonly string[] =>
  [...readWrites(document, 'plan', 'place').values()]
    .map((raw) => (typeof raw === 'object' && raw !== null && 'value' in raw ? raw.value : raw))
    .map(String)
    .sort();

const textOf = (document: PlanDocument): string =>
  readText(document, { item: 'plan', field: 'purpose' });

const factsOf = (replica: Replica): readonly string[] => replica.facts().map(({ fact }) => fact.id);

/** The session is shared by schedules: keys take longer to make than a schedule to run. */
export const createScheduleSession = async (): Promise<VaultSession> =>
  must(await createMemorySession({ random }));

/** Runs one schedule to its end and gives what each reader reads; throws nothing but bugs. */
export const runSchedule = async (session: VaultSession, steps: readonly Step[]) => {
  const keys = must(await session.createCase());
  const { caseId } = keys;
  const memory: Memory = createMemory();
  let now = 1_700_000_000_000;
  let made = 0;
  let fault: Fault = 'none';
  const clock = { now: () => now++, monotonic: () => now };
  const acknowledged: Deed[] = [];
  /** A write was tried and its window killed before it was told the outcome. */
  const perhaps: Deed[] = [];

  const openWindow = async (): Promise<Window> => {
    const journal = createCaseJournal(
      {
        clock,
        journal: failing(memoryJournal(memory), () => {
          const own = fault;
          fault = 'none';
          return own;
        }),
        prepareCard: () => Promise.resolve(null),
        onWritten: () => undefined,
        renewDevice: () => session.renewDevice(caseId),
      },
      keys,
    );
    must(await journal.catchUp());
    const gathered: Bytes[] = [];
    onLocalUpdate(journal.replica.document, (update) => gathered.push(update));
    return { journal, document: journal.replica.document, queue: [], deeds: [], gathered };
  };

  const context = () => ({ by: testAuthor, at: now, newId: () => createId({ random }) });

  const enqueue = (window: Window, entry: NewEntry): void => {
    window.queue.push({ ...entry, key: ++made });
  };

  const act = (window: Window, kind: Deed['kind']): void => {
    const { document, deeds, gathered } = window;
    made += 1;
    const name = kind === 'letter' ? String.fromCodePoint(0x4e00 + made) : `${kind}${made}`;
    const saw = kind === 'value' ? valuesOf(document) : [];
    deeds.push({ kind, name, saw });
    if (kind === 'fact') {
      const fact = { id: name, type: 'test.happened', at: now, by: testAuthor, data: {} };
      enqueue(window, { kind: 'fact', fact, shown: window.journal.shown() });
      return;
    }
    if (kind === 'value') {
      write(document, context(), (writer) => writer.setRegister('plan', 'place', name));
    } else {
      const index = made % (textOf(document).length + 1);
      spliceText(
        document,
        context(),
        { item: 'plan', field: 'purpose' },
        { index, remove: 0, insert: name },
      );
    }
    for (const update of gathered.splice(0)) enqueue(window, { kind: 'doc', update });
  };

  const save = async (window: Window): Promise<void> => {
    const [batch, deeds] = [[...window.queue], [...window.deeds]];
    if (batch.length === 0) return;
    const done = await window.journal.commit(batch);
    if (!done.ok) return;
    window.queue.splice(0, batch.length);
    acknowledged.push(...window.deeds.splice(0, deeds.length));
  };

  const windows: Window[] = [];
  for (let n = 0; n <= Math.max(...steps.map(({ window }) => window)); n += 1) {
    windows.push(await openWindow());
  }
  const counts = { kills: 0, snapshots: 0, faults: 0 };

  for (const { window: place, move } of steps) {
    const window = windows[place];
    if (window === undefined) continue;
    switch (move) {
      case 'set':
        act(window, 'value');
        break;
      case 'type':
        act(window, 'letter');
        break;
      case 'happen':
        act(window, 'fact');
        break;
      case 'write':
        await save(window);
        break;
      case 'catchUp':
        must(await window.journal.catchUp());
        break;
      case 'allAtOnce':
        await Promise.all(windows.map(save));
        break;
      case 'kill':
        counts.kills += 1;
        perhaps.push(...window.deeds);
        windows[place] = await openWindow();
        break;
      case 'snapshot': {
        const done = await compactCase({ clock, journal: memoryJournal(memory) }, keys, 2);
        if (done.ok) counts.snapshots += 1;
        break;
      }
      case 'clock':
        now += place % 2 === 0 ? -86_400_000 : 86_400_000;
        break;
      case 'failBefore':
      case 'failAfter':
        counts.faults += 1;
        fault = move === 'failBefore' ? 'before' : 'after';
        break;
    }
  }

  fault = 'none';
  for (const window of windows) await save(window);
  for (const window of windows) must(await window.journal.catchUp());
  const fresh = await openWindow();
  const { rows } = must(await memoryJournal(memory).readSince(caseId, 0));
  const records = await Promise.all(rows.map((row) => openRow(keys, row)));
  // Backwards, some of them twice, in three portions.
  const mixed = createReplica();
  for (const portion of [2, 0, 1]) {
    mixed.take(records.filter((_, index) => index % 3 === portion || index % 5 === 0).reverse());
  }
  const replicas = [...windows, fresh].map(({ journal }) => journal.replica).concat(mixed);
  return {
    acknowledged,
    perhaps,
    counts,
    unsaved: windows.flatMap(({ queue }) => queue).length,
    readings: replicas.map((replica) => ({
      values: valuesOf(replica.document),
      letters: [...textOf(replica.document)],
      text: textOf(replica.document),
      facts: factsOf(replica),
      aside: replica.setAside().length,
      gaps: replica.gaps().length,
      doubles: replica.doubles().size,
    })),
  };
};

export type Outcome = Awaited<ReturnType<typeof runSchedule>>;

/** What is wrong with an outcome, in words; empty when every promise held. */
export const brokenPromises = ({ acknowledged, perhaps, unsaved, readings }: Outcome): string[] => {
  const broken: string[] = [];
  const claim = (holds: boolean, words: string): void => {
    if (!holds) broken.push(words);
  };
  const [first] = readings;
  const named = (deeds: readonly Deed[], kind: Deed['kind']): readonly string[] =>
    deeds.filter((deed) => deed.kind === kind).map(({ name }) => name);
  const replaced = new Set([...acknowledged, ...perhaps].flatMap(({ saw }) => saw));
  claim(unsaved === 0, 'something was never written');
  for (const reading of readings) {
    claim(JSON.stringify(reading) === JSON.stringify(first), 'two readers read differently');
    claim(
      reading.aside + reading.gaps + reading.doubles === 0,
      'something is set aside or missing',
    );
    for (const name of named(acknowledged, 'value')) {
      claim(reading.values.includes(name) || replaced.has(name), `the value ${name} is lost`);
    }
    const sets = [
      ['letter', reading.letters],
      ['fact', reading.facts],
    ] as const;
    for (const [kind, all] of sets) {
      claim(new Set(all).size === all.length, `a ${kind} is there twice`);
      for (const name of named(acknowledged, kind)) {
        claim(all.includes(name), `the ${kind} ${name} is lost`);
      }
      const known = new Set([...named(acknowledged, kind), ...named(perhaps, kind)]);
      for (const name of all) claim(known.has(name), `the ${kind} ${name} comes from nowhere`);
    }
  }
  return broken;
};
