/** What standIns.ts promises, and how the wraps are made anew with a new root. */
import type { Bytes } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { openBox } from './box.ts';
import type { CaseKeys } from './caseKeys.ts';
import type { VaultError } from './errors.ts';
import { type CasePlace, sealTo } from './gift.ts';
import { rootLength } from './lengths.ts';
import { packJson, unpackJson } from './paddedJson.ts';
import { sealContext } from './primitives.ts';
import {
  readName,
  standInName,
  standInPrefix,
  standInsOf,
  takenOverName,
  takenOverPrefix,
} from './standInNames.ts';
import { packStandIn, unpackStandIn } from './standInRow.ts';
import type { OfferedCase, StandIns, TakenOver } from './standIns.ts';
import type { VaultKeys } from './vaultKeys.ts';
import { type AccessRow, hasAlready, type SealedRow, type VaultStore } from './vaultStore.ts';

/** What the session lends. */
export interface StandInTools {
  readonly vaultId: string;
  readonly keys: () => VaultKeys | null;
  readonly findRoot: (
    caseId: string,
  ) => Promise<Result<{ readonly epoch: number; readonly root: Bytes }, VaultError>>;
  readonly adopt: (
    place: CasePlace,
    root: Bytes,
  ) => Promise<Result<{ readonly keys: CaseKeys; readonly access: AccessRow }, VaultError>>;
}

export const createStandIns = (
  deps: RandomDep & { readonly store: VaultStore },
  { vaultId, keys, findRoot, adopt }: StandInTools,
): StandIns => {
  const { store } = deps;
  const locked = { kind: 'locked' } as const;

  const chosenBy = async (owner: string, caseId: string) => {
    const rows = await store.listSealed(standInsOf(caseId));
    if (!rows.ok) return rows;
    return ok(rows.value.filter((row) => row.vaultId === owner));
  };

  /** Only while the owner has the case, or is given it anew by who removed something, with the keys that were sealed. */
  const isCurrent = async (owner: string, caseId: string, epoch: number): Promise<boolean> => {
    const theirs = await store.getAccess(owner, caseId);
    return theirs.ok && theirs.value?.epoch === epoch;
  };

  /** By owner and case: one reading for each owner, however many cases there are. */
  const readEpochs = async (owners: readonly string[]): Promise<ReadonlyMap<string, number>> => {
    const epochs = new Map<string, number>();
    for (const owner of new Set(owners)) {
      const rows = await store.listAccess(owner);
      for (const { caseId, epoch } of rows.ok ? rows.value : []) {
        epochs.set(`${owner} ${caseId}`, epoch);
      }
    }
    return epochs;
  };

  return {
    chooseStandIn: async (caseId, to) => {
      if (keys() === null) return err(locked);
      const before = await chosenBy(vaultId, caseId);
      if (!before.ok) return before;
      if (to === null) return store.changeSealed({ remove: before.value });
      const [colleague, theirs, access] = await Promise.all([
        store.getVault(to.vaultId),
        store.getAccess(to.vaultId, caseId),
        findRoot(caseId),
      ]);
      if (!colleague.ok) return colleague;
      if (!theirs.ok) return theirs;
      if (colleague.value === null || to.vaultId === vaultId) return err({ kind: 'missing' });
      if (hasAlready(theirs.value)) return err({ kind: 'alreadyHas' });
      if (!access.ok) return access;
      const { epoch, root } = access.value;
      const place = { caseId, epoch };
      const box = await sealTo(
        deps,
        colleague.value,
        root,
        rootContext(vaultId, to.vaultId, place),
      );
      root.fill(0);
      if (!box.ok) return box;
      let label: Bytes | null = null;
      if (to.label !== null) {
        const packed = packJson(to.label);
        if (!packed.ok) return packed;
        const sealed = await sealTo(
          deps,
          colleague.value,
          packed.value,
          labelContext(to.vaultId, caseId),
        );
        if (!sealed.ok) return sealed;
        label = sealed.value;
      }
      return store.changeSealed({
        remove: before.value,
        put: [
          {
            vaultId,
            name: standInName(caseId, to.vaultId),
            bytes: packStandIn({ epoch, root: box.value, label }),
          },
        ],
      });
    },

    standInOf: async (caseId) => {
      if (keys() === null) return err(locked);
      const chosen = await chosenBy(vaultId, caseId);
      if (!chosen.ok) return chosen;
      for (const row of chosen.value) {
        const place = readName(row.name);
        const there = place === null ? null : await store.getVault(place.vaultId);
        if (place === null || !there?.ok || there.value === null) continue;
        const has = await store.getAccess(place.vaultId, caseId);
        const epoch = unpackStandIn(row.bytes)?.epoch ?? 0;
        if (has.ok && has.value === null && (await isCurrent(vaultId, caseId, epoch))) {
          return ok(place.vaultId);
        }
      }
      return ok(null);
    },

    standingInFor: async () => {
      const open = keys();
      if (open === null) return err(locked);
      const [rows, mine] = await Promise.all([
        store.listSealed(standInPrefix),
        store.listAccess(vaultId),
      ]);
      if (!rows.ok) return rows;
      if (!mine.ok) return mine;
      const have = new Set(mine.value.map(({ caseId }) => caseId));
      const epochOf = await readEpochs(rows.value.map((row) => row.vaultId));
      const offered: OfferedCase[] = [];
      for (const row of rows.value) {
        const place = readName(row.name);
        const found = unpackStandIn(row.bytes);
        if (place?.vaultId !== vaultId || found === null || have.has(place.caseId)) continue;
        if (epochOf.get(`${row.vaultId} ${place.caseId}`) !== found.epoch) continue;
        // Two owners may have chosen the same colleague: one offer is enough.
        have.add(place.caseId);
        const { caseId } = place;
        offered.push({
          caseId,
          from: row.vaultId,
          label: await openLabel(open, vaultId, caseId, found.label),
        });
      }
      return ok(offered);
    },

    beginTakeOver: async ({ caseId, from }) => {
      const open = keys();
      if (open === null) return err(locked);
      const name = standInName(caseId, vaultId);
      const [row, owner, standIns] = await Promise.all([
        store.getSealed(from, name),
        store.getVault(from),
        store.listSealed(standInsOf(caseId)),
      ]);
      if (!row.ok) return row;
      if (!owner.ok) return owner;
      if (!standIns.ok) return standIns;
      if (row.value === null) return err({ kind: 'missing' });
      const found = unpackStandIn(row.value);
      if (found === null) return err({ kind: 'damaged' });
      const place = { caseId, epoch: found.epoch };
      if (!(await isCurrent(from, caseId, found.epoch))) return err({ kind: 'missing' });
      const root = await openBox(open.box, found.root, rootContext(from, vaultId, place));
      if (root?.length !== rootLength) return err({ kind: 'damaged' });
      const adopted = await adopt(place, root);
      if (!adopted.ok) return adopted;
      return ok({
        keys: adopted.value.keys,
        finish: async (told) => {
          const packed = packJson(told);
          if (!packed.ok) return packed;
          const context = toldContext(from, vaultId, caseId);
          const box =
            owner.value === null ? null : await sealTo(deps, owner.value, packed.value, context);
          if (box?.ok === false) return box;
          return store.changeSealed({
            remove: standIns.value.filter((each) => each.name === name),
            put:
              box === null
                ? []
                : [{ vaultId: from, name: takenOverName(caseId, vaultId), bytes: box.value }],
            access: [adopted.value.access],
          });
        },
      });
    },

    takenOver: async () => {
      const open = keys();
      if (open === null) return err(locked);
      const rows = await store.listSealed(takenOverPrefix);
      if (!rows.ok) return rows;
      const taken: TakenOver[] = [];
      for (const { vaultId: owner, name, bytes } of rows.value) {
        const place = readName(name);
        if (owner !== vaultId || place === null) continue;
        const { caseId, vaultId: by } = place;
        const plain = await openBox(open.box, bytes, toldContext(vaultId, by, caseId));
        const told = plain === null ? null : unpackJson(plain);
        taken.push({ caseId, by, told: told?.ok ? told.value : null });
      }
      return ok(taken);
    },

    forgetTakenOver: ({ caseId, by }) =>
      store.changeSealed({ remove: [{ vaultId, name: takenOverName(caseId, by) }] }),
  };
};

/** A new root for a case: those who were chosen, by whomever, are chosen still. */
export const renewStandIns = async (
  deps: RandomDep & { readonly store: VaultStore },
  place: CasePlace,
  root: Bytes,
): Promise<Result<readonly SealedRow[], VaultError>> => {
  const [rows, vaults] = await Promise.all([
    deps.store.listSealed(standInsOf(place.caseId)),
    deps.store.listVaults(),
  ]);
  if (!rows.ok) return rows;
  if (!vaults.ok) return vaults;
  const renewed: SealedRow[] = [];
  for (const row of rows.value) {
    const to = readName(row.name)?.vaultId;
    const colleague = vaults.value.find((each) => each.vaultId === to);
    const found = unpackStandIn(row.bytes);
    if (colleague === undefined || found === null) continue;
    const context = rootContext(row.vaultId, colleague.vaultId, place);
    const box = await sealTo(deps, colleague, root, context);
    if (!box.ok) return box;
    const bytes = packStandIn({ epoch: place.epoch, root: box.value, label: found.label });
    renewed.push({ ...row, bytes });
  }
  return ok(renewed);
};

const openLabel = async (
  open: VaultKeys,
  vaultId: string,
  caseId: string,
  label: Bytes | null,
): Promise<string | null> => {
  const plain =
    label === null ? null : await openBox(open.box, label, labelContext(vaultId, caseId));
  const read = plain === null ? null : unpackJson(plain);
  return read?.ok && typeof read.value === 'string' ? read.value : null;
};

const rootContext = (from: string, to: string, { caseId, epoch }: CasePlace): Bytes =>
  sealContext('sip/1/stand-in', from, to, caseId, epoch);

/** Without owner and epoch: it is carried over unread when the root is renewed. */
const labelContext = (to: string, caseId: string): Bytes =>
  sealContext('sip/1/stand-in-label', to, caseId);

const toldContext = (owner: string, by: string, caseId: string): Bytes =>
  sealContext('sip/1/taken-over', owner, by, caseId);
