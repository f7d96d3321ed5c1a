/**
 * A device as it may lie before a kill, made by the program's own code in memory: one person with plans at every step of
 * the way. A browser would take minutes to come so far by hand.
 */
import { readFileSync } from 'node:fs';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createBackup } from '../../src/cases/backup/createBackup.ts';
import type { CaseDeps } from '../../src/cases/caseDeps.ts';
import { compactFrom } from '../../src/cases/compactFrom.ts';
import { createCase } from '../../src/cases/createCase.ts';
import type { OpenCase } from '../../src/cases/openCase.ts';
import { createTestTimers } from '../../src/cases/testTimers.ts';
import { recordConsent } from '../../src/consent/recordConsent.ts';
import { defaultShares } from '../../src/meeting/parts.ts';
import { addLongTermGoal, addNote } from '../../src/plan/commands/addRows.ts';
import { setPlanField } from '../../src/plan/commands/wholePlan.ts';
import type { Result } from '../../src/shared/result.ts';
import { createStorage } from '../../src/storage/createStorage.ts';
import { databaseName, schemaVersion } from '../../src/storage/schema.ts';
import { memoryMarker } from '../../src/storage/vaultMarker.ts';
import { createVault } from '../../src/vault/createVault.ts';
import { secretOf } from '../../src/vault/secret.ts';
import { karin } from '../app.ts';
import type { Chance } from './chance.ts';
import { type DeviceRows, readAsJson } from './deviceRows.ts';
import { rememberedArgon2 } from './rememberedArgon2.ts';

/** A plan of the world, and what must be read in it. */
export interface WorldCase {
  readonly caseId: string;
  readonly name: string;
  /** What stands in it for good. */
  readonly words: readonly string[];
  /** What was written at a meeting that ended without a SIP, and may be removed. */
  readonly notes: readonly string[];
}

export interface World {
  readonly rows: DeviceRows;
  /** In which the meeting is led. */
  readonly meeting: WorldCase;
  /** A plan that may be made ready. */
  readonly ready: WorldCase;
  /** With so many records that they are made one. */
  readonly long: readonly WorldCase[];
  /** Whose meeting ended without a SIP. */
  readonly withNotes: readonly WorldCase[];
  readonly toRemove: readonly WorldCase[];
  readonly all: readonly WorldCase[];
  /** A backup of all of it, under `filePassword`. */
  readonly backup: Uint8Array;
}

export interface WorldSize {
  readonly long: number;
  readonly withNotes: number;
  readonly toRemove: number;
}

export const filePassword = 'sommarhage trasmatta kaffe brygga';

const must = <T>(result: Result<T, { readonly kind: string }>): T => {
  if (!result.ok) throw new Error(`The world could not be made: ${result.error.kind}`);
  return result.value;
};

export const makeWorld = async (chance: Chance, size: WorldSize): Promise<World> => {
  // Yesterday: what the browser writes comes after it.
  const time = createTestTimers(Date.now() - 86_400_000);
  const indexedDB = new IDBFactory();
  const storage = createStorage({
    indexedDB,
    IDBKeyRange,
    marker: memoryMarker(),
    lock: { hold: async (_id, _wait, work) => ({ ok: true, value: await work() }) },
  });
  const clock = { now: time.now, monotonic: time.now };
  const random = {
    bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  };
  const vaultDeps = { clock, random, argon2: rememberedArgon2, store: storage.vaults };
  const { shortName, password, name, function: work, unit } = karin;
  const { session } = must(
    await createVault(vaultDeps, { shortName, password: secretOf(password) }),
  );
  const person = { name, function: work, unit, authority: 'region', phone: '' };
  must(await session.writeValue('person', person));
  const deps: CaseDeps = {
    clock,
    random,
    timers: time.timers,
    journal: storage.journal,
    locks: null,
    author: () => ({ name, function: work, unit }),
  };

  const begin = async (caseName: string): Promise<OpenCase> =>
    must(
      await createCase(deps, session, (doc, ctx) =>
        setPlanField(doc, ctx, { field: 'name', value: caseName }),
      ),
    );
  const finish = async (opened: OpenCase, rest: Omit<WorldCase, 'caseId'>): Promise<WorldCase> => {
    must(await opened.close());
    return { caseId: opened.caseId, ...rest };
  };
  const goal = async (opened: OpenCase): Promise<string> => {
    const text = `mål ${chance.letters(12)}`;
    must(await opened.workspace().edit((doc, ctx) => addLongTermGoal(doc, ctx, { text })));
    await time.pass(1_000);
    return text;
  };

  const withGoals = async (caseName: string): Promise<WorldCase> => {
    const opened = await begin(caseName);
    must(
      await opened
        .workspace()
        .record((ctx) => recordConsent(ctx, { which: 'make', answer: 'yes', form: 'muntligt' })),
    );
    const words = [await goal(opened), await goal(opened)];
    return finish(opened, { name: caseName, words, notes: [] });
  };

  const longOne = async (caseName: string): Promise<WorldCase> => {
    const opened = await begin(caseName);
    const words = chance.letters(compactFrom + 5);
    for (const [index, letter] of [...words].entries()) {
      const { typing, flush } = opened.workspace();
      typing({ item: 'plan', field: 'important' }).splice({ index, remove: 0, insert: letter });
      must(await flush());
    }
    return finish(opened, { name: caseName, words: [words], notes: [] });
  };

  const endedWithoutSip = async (caseName: string): Promise<WorldCase> => {
    const opened = await begin(caseName);
    const words = [await goal(opened)];
    await time.pass(60_000);
    must(
      await opened.workspace().send({
        type: 'meeting.started',
        minutes: 60,
        shares: defaultShares,
        seenBy: 'nej',
        interpreter: false,
      }),
    );
    await time.pass(60_000);
    const notes = [await goal(opened), `not ${chance.letters(12)}`];
    must(await opened.workspace().edit((doc, ctx) => addNote(doc, ctx, { text: notes[1] ?? '' })));
    must(await opened.workspace().send({ type: 'consent.opened' }));
    must(await opened.workspace().send({ type: 'consent.changed', change: { kind: 'none' } }));
    return finish(opened, { name: caseName, words, notes });
  };

  const inTurn = async (
    count: number,
    make: (caseName: string) => Promise<WorldCase>,
    caseName: string,
  ): Promise<readonly WorldCase[]> => {
    const made: WorldCase[] = [];
    for (let nth = 1; nth <= count; nth += 1) made.push(await make(`${caseName}${nth}`));
    return made;
  };

  const meeting = await withGoals('Lars');
  const ready = await withGoals('Amina');
  const long = await inTurn(size.long, longOne, 'Lång');
  const withNotes = await inTurn(size.withNotes, endedWithoutSip, 'Utan');
  const toRemove = await inTurn(size.toRemove, withGoals, 'Bort');
  const rows = JSON.parse(await readAsJson(indexedDB)) as DeviceRows;
  const store = await storage.backup();
  if (store === null) throw new Error('The world could not be backed up.');
  const made = must(await createBackup(vaultDeps, store, secretOf(filePassword)));
  storage.close();
  return {
    rows,
    meeting,
    ready,
    long,
    withNotes,
    toRemove,
    all: [meeting, ready, ...long, ...withNotes, ...toRemove],
    backup: new Uint8Array(await made.file.arrayBuffer()),
  };
};

/**
 * The same rows as an older program left them: in the stores of the fixture of that version, or, before there was a
 * second version, in today's without the one that nothing is written to.
 */
export const asOlder = (rows: DeviceRows, version: number): DeviceRows => {
  if (version >= schemaVersion)
    return {
      version: schemaVersion * 10 - 5,
      stores: rows.stores.filter(({ name }) => name !== 'meetingSnapshots'),
    };
  const url = new URL(`../../src/storage/fixtures/database-${version}.json`, import.meta.url);
  const fixture = JSON.parse(readFileSync(url, 'utf8')) as DeviceRows;
  return {
    version: fixture.version,
    stores: fixture.stores.map((store) => ({
      ...store,
      rows: rows.stores.find(({ name }) => name === store.name)?.rows ?? [],
    })),
  };
};

/** What `asOlder` can make. */
export const olderVersions: readonly number[] = Array.from(
  { length: schemaVersion },
  (_, index) => index + 1,
);

export const newestDatabase: number = schemaVersion * 10;

if (databaseName !== 'sip') throw new Error('deviceRows.ts reads another database.');
