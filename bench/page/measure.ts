/** What is measured inside the browser. Each takes and gives plain values, so that it can be called from outside. */
import { compactCase } from '../../src/cases/compactCase.ts';
import { listCases } from '../../src/cases/listCases.ts';
import { type OpenCase, openCase } from '../../src/cases/openCase.ts';
import type { CommandError } from '../../src/plan/commandError.ts';
import { addLongTermGoal } from '../../src/plan/commands/addRows.ts';
import { setPlanField } from '../../src/plan/commands/wholePlan.ts';
import { argon2Here, argon2InWorker, defaultPasswordCost } from '../../src/vault/argon2.ts';
import { unlockWithPassword } from '../../src/vault/unlock.ts';
import type { VaultSession } from '../../src/vault/vaultSession.ts';
import { makeLongCase } from './longCase.ts';
import { caseDeps, newCase, newVault, okOf, password, storage, timed, vaultDeps } from './world.ts';

let session: VaultSession | null = null;
let lars: OpenCase | null = null;

const theSession = (): VaultSession => {
  if (session === null) throw new Error('Call setUp first.');
  return session;
};

const theCase = async (): Promise<OpenCase> => {
  lars ??= await newCase(theSession(), 'Lars');
  return lars;
};

const openStrict = (): Promise<IDBDatabase> =>
  new Promise((done, fail) => {
    const asked = indexedDB.open('floor', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('rows', { autoIncrement: true });
    asked.onerror = () => fail(asked.error);
    asked.onsuccess = () => done(asked.result);
  });

const putStrict = (db: IDBDatabase, bytes: number): Promise<void> =>
  new Promise((done, fail) => {
    const put = db.transaction('rows', 'readwrite', { durability: 'strict' });
    put.objectStore('rows').add(new Uint8Array(bytes));
    put.oncomplete = () => done();
    put.onabort = () => fail(put.error);
  });

const measure = {
  /** `dear`: with the real cost of a password. */
  setUp: async (dear: boolean): Promise<void> => {
    okOf(await storage.open());
    session = await newVault(dear);
  },

  /** Milliseconds from a command to its durable sealed record, one after the other. */
  commands: async (count: number): Promise<readonly number[]> => {
    const opened = await theCase();
    const times: number[] = [];
    for (let n = 0; n < count; n += 1) {
      times.push(
        await timed(async () =>
          okOf(
            await opened
              .workspace()
              .edit<unknown, CommandError>((doc, ctx) =>
                n % 10 === 0
                  ? addLongTermGoal(doc, ctx, { text: `Mål ${n}` })
                  : setPlanField(doc, ctx, { field: 'meetingPlace', value: `Plats ${n}` }),
              ),
          ),
        ),
      );
    }
    return times;
  },

  /** Milliseconds that a field is held up by one keystroke. */
  keystrokes: async (count: number): Promise<readonly number[]> => {
    const opened = await theCase();
    const times: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const before = performance.now();
      const field = opened.workspace().typing({ item: 'plan', field: 'important' });
      field.splice({ index: field.value.length, remove: 0, insert: n % 6 === 5 ? ' ' : 'a' });
      times.push(performance.now() - before);
      await new Promise((next) => setTimeout(next, 15));
    }
    okOf(await opened.workspace().flush());
    return times;
  },

  /** The floor: the same strict database, with nothing but a row of the size of a sealed record. */
  strictPuts: async (count: number): Promise<readonly number[]> => {
    const db = await openStrict();
    const times: number[] = [];
    for (let n = 0; n < count; n += 1) times.push(await timed(() => putStrict(db, 1_089)));
    db.close();
    return times;
  },

  makeLongCase: (count: number): Promise<string> => makeLongCase(theSession(), count),

  /** Milliseconds until the plan can be read. */
  openCase: async (caseId: string): Promise<number> => {
    let opened: OpenCase | null = null;
    const time = await timed(async () => {
      opened = okOf(await openCase(caseDeps, theSession(), caseId, { log: false }));
      if (opened.workspace().state.plan.important.text === '') throw new Error('It is empty.');
    });
    await (opened as OpenCase | null)?.close();
    return time;
  },

  /** The floor: the rows read from the database, and nothing done with them; and how many they are. */
  readRows: async (caseId: string): Promise<{ readonly time: number; readonly rows: number }> => {
    let rows = 0;
    const time = await timed(async () => {
      rows = okOf(await caseDeps.journal.readSince(caseId, 0)).rows.length;
    });
    return { time, rows };
  },

  compact: async (caseId: string): Promise<number> => {
    const keys = okOf(await theSession().openCase(caseId));
    return timed(async () => okOf(await compactCase(caseDeps, keys, 10)));
  },

  unlock: (hash: 'worker' | 'here'): Promise<number> =>
    timed(async () => {
      const deps = vaultDeps(true, hash);
      session = okOf(await unlockWithPassword(deps, theSession().vaultId, password()));
    }),

  /** The floor: the hash of the password alone. */
  hash: (where: 'worker' | 'here'): Promise<number> =>
    timed(async () => {
      const input = {
        ...defaultPasswordCost,
        password: new Uint8Array(32).fill(1),
        salt: new Uint8Array(16).fill(2),
      };
      okOf(await (where === 'worker' ? argon2InWorker(input) : argon2Here(input)));
    }),

  makeCases: async (count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) {
      const made = await newCase(theSession(), `Namn ${n}`);
      okOf(await made.close());
    }
  },

  /** Milliseconds from a vault just unlocked to every card read. */
  list: async (count: number): Promise<number> => {
    const { vaultId } = theSession();
    session = okOf(await unlockWithPassword(vaultDeps(false), vaultId, password()));
    let found = 0;
    const time = await timed(async () => {
      const listed = okOf(await listCases(caseDeps, theSession()));
      found = listed.filter(({ card }) => card !== null).length;
    });
    if (found !== count) throw new Error(`${found} of ${count} cases were listed.`);
    return time;
  },
};

export type Measure = typeof measure;

Object.assign(globalThis, { measure });
