/** What is seldom done with the keys of cases: given, taken in, mended and renewed. Loaded when it is asked for. */
import type { Bytes } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { CaseKeys } from './caseKeys.ts';
import { renewStandIns } from './createStandIns.ts';
import type { VaultError } from './errors.ts';
import { openGift, sealGift } from './gift.ts';
import { deviceLength, rootLength } from './lengths.ts';
import { standInName } from './standInNames.ts';
import type { VaultKeys } from './vaultKeys.ts';
import type { GivenCase, VaultSession } from './vaultSession.ts';
import { type AccessRow, hasAlready, marksOf, type VaultStore } from './vaultStore.ts';

export interface OpenedAccess {
  readonly row: AccessRow;
  readonly root: Bytes;
  readonly device: Bytes;
}

/** Which case, and what stands beside its keys. */
export type AccessPlace = Pick<AccessRow, 'caseId' | 'epoch' | 'coming' | 'ring'>;

/** What an open session has and does with access rows. */
export interface AccessInside {
  readonly vaultId: string;
  /** Null once it is locked. */
  readonly keys: () => VaultKeys | null;
  readonly findAccess: (caseId: string) => Promise<Result<OpenedAccess, VaultError>>;
  readonly openAccess: (row: AccessRow) => Promise<Result<OpenedAccess, VaultError>>;
  /** This vault's own row of a case, sealed. */
  readonly ownRow: (
    key: CryptoKey,
    place: AccessPlace,
    root: Bytes,
    device: Bytes,
  ) => Promise<AccessRow>;
  readonly toKeys: (
    place: { readonly caseId: string; readonly epoch: number },
    root: Bytes,
    device: Bytes,
  ) => Promise<Result<CaseKeys, VaultError>>;
}

export type AccessWork = Pick<
  VaultSession,
  'giveCase' | 'acceptGiven' | 'mendAccess' | 'renewAllDevices' | 'renewRoot'
>;

export const createAccessWork = (
  deps: RandomDep & { readonly store: VaultStore },
  { vaultId, keys, findAccess, openAccess, ownRow, toKeys }: AccessInside,
): AccessWork => {
  const { store } = deps;
  return {
    giveCase: async (caseId, to) => {
      const [colleague, theirs] = await Promise.all([
        store.getVault(to.vaultId),
        store.getAccess(to.vaultId, caseId),
      ]);
      if (!colleague.ok) return colleague;
      if (!theirs.ok) return theirs;
      if (colleague.value === null) return err({ kind: 'missing' });
      if (hasAlready(theirs.value)) return err({ kind: 'alreadyHas' });
      const access = await findAccess(caseId);
      if (!access.ok) return access;
      const { root, row } = access.value;
      const gift = await sealGift(deps, vaultId, row, colleague.value, root);
      root.fill(0);
      if (!gift.ok) return gift;
      // Whoever has the case needs not take it over.
      const chosen = { vaultId, name: standInName(caseId, to.vaultId) };
      return store.changeSealed({ remove: [chosen], access: [gift.value] });
    },

    mendAccess: async (rows) => {
      if (keys() === null) return err({ kind: 'locked' });
      const mended: AccessRow[] = [];
      for (const row of rows) {
        if (row.vaultId !== vaultId || row.state !== 'own') continue;
        const own = await findAccess(row.caseId);
        if (own.ok) own.value.root.fill(0);
        if (own.ok || own.error.kind !== 'damaged') continue;
        const here = await store.getAccess(vaultId, row.caseId);
        if (!here.ok) return here;
        // Of another epoch it opens nothing that is here.
        if (here.value?.epoch !== row.epoch) continue;
        const theirs = await openAccess(row);
        if (!theirs.ok) continue;
        theirs.value.root.fill(0);
        mended.push({ ...row, restored: true });
      }
      const saved = await store.putAccess(mended);
      return saved.ok ? ok(mended.length) : saved;
    },

    acceptGiven: async () => {
      const opened = keys();
      if (opened === null) return err({ kind: 'locked' });
      const { access: accessKey, box } = opened;
      const rows = await store.listAccess(vaultId);
      if (!rows.ok) return rows;
      const taken: AccessRow[] = [];
      const given: GivenCase[] = [];
      for (const row of rows.value) {
        if (row.state !== 'given') continue;
        const root = await openGift(box, row);
        if (root === null) continue;
        taken.push(await ownRow(accessKey, row, root, deps.random.bytes(deviceLength)));
        root.fill(0);
        given.push({ caseId: row.caseId, from: row.from ?? '' });
      }
      if (taken.length === 0) return ok([]);
      const saved = await store.putAccess(taken);
      return saved.ok ? ok(given) : saved;
    },

    renewAllDevices: async () => {
      const rows = await store.listAccess(vaultId);
      if (!rows.ok) return rows;
      const renewed: AccessRow[] = [];
      for (const row of rows.value) {
        if (row.state !== 'own') continue;
        const access = await openAccess(row);
        if (!access.ok) continue;
        const opened = keys();
        if (opened === null) return err({ kind: 'locked' });
        const { root } = access.value;
        renewed.push(await ownRow(opened.access, row, root, deps.random.bytes(deviceLength)));
        root.fill(0);
      }
      return store.putAccess(renewed);
    },

    renewRoot: async (caseId) => {
      const access = await findAccess(caseId);
      if (!access.ok) return access;
      access.value.root.fill(0);
      const [having, vaults] = await Promise.all([
        store.listCaseAccess(caseId),
        store.listVaults(),
      ]);
      if (!having.ok) return having;
      if (!vaults.ok) return vaults;
      const opened = keys();
      if (opened === null) return err({ kind: 'locked' });
      const place = { caseId, epoch: access.value.row.epoch + 1, ...marksOf(access.value.row) };
      const root = deps.random.bytes(rootLength);
      const device = deps.random.bytes(deviceLength);
      const rows = [await ownRow(opened.access, place, root, device)];
      const others = new Set(having.value.map((row) => row.vaultId));
      others.delete(vaultId);
      for (const colleague of vaults.value) {
        if (!others.has(colleague.vaultId)) continue;
        const gift = await sealGift(deps, vaultId, place, colleague, root);
        if (!gift.ok) return gift;
        rows.push(gift.value);
      }
      const chosen = await renewStandIns(deps, place, root);
      if (!chosen.ok) return chosen;
      const made = await toKeys(place, root, device);
      return made.ok ? ok({ keys: made.value, access: rows, standIns: chosen.value }) : made;
    },
  };
};
