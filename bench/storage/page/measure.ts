/** What is measured inside the browser: writing and opening a case on a real disk, through all layers but the views. */
import type { CaseDeps } from '../../../src/cases/caseDeps.ts';
import { compactCase } from '../../../src/cases/compactCase.ts';
import { createCase } from '../../../src/cases/createCase.ts';
import { listCases } from '../../../src/cases/listCases.ts';
import { type OpenCase, openCase } from '../../../src/cases/openCase.ts';
import { browserTimers } from '../../../src/cases/timers.ts';
import type { CommandError } from '../../../src/plan/commandError.ts';
import { addLongTermGoal } from '../../../src/plan/commands/addRows.ts';
import { setPlanField } from '../../../src/plan/commands/wholePlan.ts';
import type { Result } from '../../../src/shared/result.ts';
import { createStorage } from '../../../src/storage/createStorage.ts';
import { argon2Here } from '../../../src/vault/argon2.ts';
import { createVault } from '../../../src/vault/createVault.ts';
import { secretOf } from '../../../src/vault/secret.ts';
import type { VaultSession } from '../../../src/vault/vaultSession.ts';

const must = <T>(result: Result<T, { readonly kind: string }>): T => {
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

const by = { name: 'Karin', function: 'samordnare', unit: 'Åby' };
const deps: CaseDeps & { readonly store: ReturnType<typeof createStorage> } = (() => {
  const store = createStorage();
  return {
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    random: { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) },
    timers: browserTimers,
    journal: store.journal,
    locks: navigator.locks,
    author: () => by,
    store,
  };
})();

let session: VaultSession;
let opened: OpenCase;

const important = { item: 'plan', field: 'important' };

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await work();
  return performance.now() - before;
};

const newCase = async (name: string): Promise<OpenCase> =>
  must(
    await createCase(deps, session, (doc, ctx) =>
      setPlanField(doc, ctx, { field: 'name', value: name }),
    ),
  );

const measure = {
  setUp: async (): Promise<void> => {
    must(await deps.store.open());
    const made = await createVault(
      {
        ...deps,
        argon2: argon2Here,
        store: deps.store.vaults,
        passwordCost: { memoryKiB: 64, iterations: 1, parallelism: 1 },
      },
      { shortName: 'K', password: secretOf('lingon tunnbröd kåta fjällvind') },
    );
    session = must(made).session;
    opened = await newCase('Lars');
  },
  /** Milliseconds from command to durable sealed record. */
  commands: async (count: number): Promise<readonly number[]> => {
    const times: number[] = [];
    for (let n = 0; n < count; n += 1) {
      times.push(
        await timed(() =>
          opened
            .workspace()
            .edit<unknown, CommandError>((doc, ctx) =>
              n % 10 === 0
                ? addLongTermGoal(doc, ctx, { text: `Mål ${n}` })
                : setPlanField(doc, ctx, { field: 'meetingPlace', value: `Plats ${n}` }),
            ),
        ),
      );
    }
    return times;
  },
  /** As `floor`: the same strict database with nothing but a row of the same size. */
  floor: (count: number): Promise<readonly number[]> =>
    new Promise((done, fail) => {
      const asked = indexedDB.open('floor', 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore('rows', { autoIncrement: true });
      asked.onerror = () => fail(asked.error);
      asked.onsuccess = () => {
        const times: number[] = [];
        const next = (): void => {
          const before = performance.now();
          const put = asked.result.transaction('rows', 'readwrite', { durability: 'strict' });
          put.objectStore('rows').add(new Uint8Array(1_089));
          put.oncomplete = () => {
            times.push(performance.now() - before);
            if (times.length < count) next();
            else done(times);
          };
        };
        next();
      };
    }),
  /** Types until the case has about this many records of typing. */
  typeRecords: async (count: number): Promise<void> => {
    opened = await newCase('Amina');
    for (let n = 0; n < count; n += 1) {
      opened
        .workspace()
        .typing(important)
        .splice({ index: n * 5, remove: 0, insert: 'abcd ' });
      await opened.workspace().flush();
    }
    must(await opened.close());
  },
  open: async (): Promise<number> => {
    let again: OpenCase | null = null;
    const time = await timed(async () => {
      again = must(await openCase(deps, session, opened.caseId, { log: false }));
      void again.workspace().state.plan.important.text;
    });
    await (again as OpenCase | null)?.close();
    return time;
  },
  compact: async (): Promise<number> => {
    const keys = must(await session.openCase(opened.caseId));
    return timed(async () => must(await compactCase(deps, keys, 10)));
  },
  manyCases: async (count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) must(await (await newCase(`Namn ${n}`)).close());
  },
  list: (): Promise<number> => timed(async () => must(await listCases(deps, session))),
};

export type Measure = typeof measure;

Object.assign(globalThis, { measure });
