/**
 * Reads a whole device from its rows with the program's own code, outside of the browser: whether every plan opens, and
 * what stands in it. What the person sees is looked at in the browser beside it.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openCase } from '../../src/cases/openCase.ts';
import { createTestTimers } from '../../src/cases/testTimers.ts';
import type { Part } from '../../src/meeting/parts.ts';
import { createStorage } from '../../src/storage/createStorage.ts';
import { memoryMarker } from '../../src/storage/vaultMarker.ts';
import { secretOf } from '../../src/vault/secret.ts';
import { unlockWithPassword } from '../../src/vault/unlock.ts';
import { type DeviceRows, layFromJson } from './deviceRows.ts';
import { rememberedArgon2 } from './rememberedArgon2.ts';

export interface ReadCase {
  readonly caseId: string;
  /** All of the plan, as text to search. */
  readonly plan: string;
  readonly log: string;
  readonly part: Part | null;
  /** Number and hash of each version that is sound. */
  readonly versions: readonly { readonly n: number; readonly hash: string }[];
  /** Damaged versions, gaps, records set aside: none, or something was lost. */
  readonly flaws: number;
  readonly records: number;
}

/** Every plan of every vault here that this password opens. Throws when one does not open. */
export const readDevice = async (
  rows: DeviceRows,
  password: string,
): Promise<ReadonlyMap<string, ReadCase>> => {
  const indexedDB = new IDBFactory();
  await layFromJson(JSON.stringify(rows), indexedDB);
  const storage = createStorage({
    indexedDB,
    IDBKeyRange,
    marker: memoryMarker(),
    // A machine that does much else is no failure of the database.
    patience: { open: 120_000, work: 120_000, long: 180_000 },
    lock: { hold: async (_id, _wait, work) => ({ ok: true, value: await work() }) },
  });
  const time = createTestTimers(Date.now());
  const clock = { now: time.now, monotonic: time.now };
  const random = {
    bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  };
  const found = new Map<string, ReadCase>();
  try {
    const vaults = await storage.vaults.listVaults();
    if (!vaults.ok) throw new Error(`The vaults cannot be read: ${vaults.error.kind}`);
    for (const { vaultId } of vaults.value) {
      const deps = { clock, random, argon2: rememberedArgon2, store: storage.vaults };
      const session = await unlockWithPassword(deps, vaultId, secretOf(password));
      if (!session.ok && session.error.kind === 'wrongPassword') continue;
      if (!session.ok) throw new Error(`A vault does not open: ${session.error.kind}`);
      const cases = await session.value.listCases();
      if (!cases.ok) throw new Error(`The plans cannot be listed: ${cases.error.kind}`);
      for (const caseId of cases.value) {
        const opened = await openCase(
          {
            clock,
            random,
            timers: time.timers,
            journal: storage.journal,
            locks: null,
            author: () => ({ name: '', function: '', unit: '' }),
          },
          session.value,
          caseId,
          { log: false },
        );
        if (!opened.ok) throw new Error(`A plan cannot be opened: ${opened.error.kind}`);
        const { state } = opened.value.workspace();
        const { current } = state.meeting;
        found.set(caseId, {
          caseId,
          plan: JSON.stringify(state.plan),
          log: JSON.stringify(state.log),
          part: current.part,
          versions: state.versions.flatMap((version) =>
            version.sound ? [{ n: version.n, hash: version.hash }] : [],
          ),
          flaws:
            state.setAsideRecords.length +
            state.missingRecords.length +
            state.versions.filter(({ sound }) => !sound).length,
          records: rowsOf(rows, caseId),
        });
        opened.value.abandon();
      }
    }
  } finally {
    storage.close();
  }
  return found;
};

/** How many records of a plan lie in the journal. */
export const rowsOf = (rows: DeviceRows, caseId: string): number =>
  (rows.stores.find(({ name }) => name === 'records')?.rows ?? []).filter(
    (row) => (row as { caseId?: unknown }).caseId === caseId,
  ).length;
