/** Makes a session of an opened vault key. Everything that a session can do stands in vaultSession.ts. */
import { type Bytes, bytesToBase64Url, concatBytes } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import { createId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type CaseKeys, forgetCaseKeys, openCaseKeys, openLocalKey } from './caseKeys.ts';
import type { AccessPlace, OpenedAccess } from './createAccessWork.ts';
import type { VaultError } from './errors.ts';
import { lateAccessWork } from './lateAccessWork.ts';
import { lateRootWork } from './lateRootWork.ts';
import { lateStandIns } from './lateStandIns.ts';
import { deviceLength, rootLength } from './lengths.ts';
import { packJson, unpackJson } from './paddedJson.ts';
import { seal, sealContext, unseal } from './primitives.ts';
import { openCardWith } from './sealLocal.ts';
import type { VaultKeys } from './vaultKeys.ts';
import type { VaultSession } from './vaultSession.ts';
import { type AccessRow, marksOf, type VaultStore } from './vaultStore.ts';

export interface SessionInput {
  readonly vaultId: string;
  readonly shortName: string;
  readonly keys: VaultKeys;
}

export const createSession = (
  deps: RandomDep & { readonly store: VaultStore },
  { vaultId, shortName, keys }: SessionInput,
): VaultSession => {
  const { store } = deps;
  let open: VaultKeys | null = keys;
  const cases = new Set<CaseKeys>();

  const remember = (result: Result<CaseKeys, VaultError>): Result<CaseKeys, VaultError> => {
    if (!result.ok) return result;
    if (open === null) {
      // Locked while the keys were being derived.
      forgetCaseKeys(result.value);
      return err({ kind: 'locked' });
    }
    cases.add(result.value);
    return result;
  };

  const openAccess = async (row: AccessRow): Promise<Result<OpenedAccess, VaultError>> => {
    if (open === null) return err({ kind: 'locked' });
    const plain = await unseal(open.access, row.sealed, accessContext(row));
    if (plain?.length !== rootLength + deviceLength) return err({ kind: 'damaged' });
    const opened = { row, root: plain.slice(0, rootLength), device: plain.slice(rootLength) };
    plain.fill(0);
    return ok(opened);
  };

  const findAccess = async (caseId: string): Promise<Result<OpenedAccess, VaultError>> => {
    if (open === null) return err({ kind: 'locked' });
    const found = await store.getAccess(vaultId, caseId);
    if (!found.ok) return found;
    if (found.value?.state !== 'own') return err({ kind: 'missing' });
    return openAccess(found.value);
  };

  const ownRow = async (
    key: CryptoKey,
    place: AccessPlace,
    root: Bytes,
    device: Bytes,
  ): Promise<AccessRow> => {
    const { caseId, epoch } = place;
    const row = { vaultId, caseId, epoch, state: 'own' as const, ...marksOf(place) };
    const plain = concatBytes(root, device);
    const sealed = await seal(deps, key, plain, accessContext(row));
    plain.fill(0);
    return { ...row, sealed };
  };

  const toKeys = async (
    { caseId, epoch, restored, coming }: Omit<AccessPlace, 'ring'> & Pick<AccessRow, 'restored'>,
    root: Bytes,
    device: Bytes,
  ): Promise<Result<CaseKeys, VaultError>> =>
    remember(
      await openCaseKeys(deps, {
        caseId,
        epoch,
        root,
        device: bytesToBase64Url(device),
        ...(restored === true && { restored }),
        ...(coming === true && { coming }),
      }),
    );

  /** A new device id, on disk before anything can be written with it. */
  const renewAccess = async (
    row: AccessRow,
    root: Bytes,
  ): Promise<Result<CaseKeys, VaultError>> => {
    if (open === null) return err({ kind: 'locked' });
    const device = deps.random.bytes(deviceLength);
    const saved = await store.putAccess([await ownRow(open.access, row, root, device)]);
    return saved.ok ? toKeys(row, root, device) : saved;
  };

  const standIns = lateStandIns(deps, {
    vaultId,
    keys: () => open,
    findRoot: async (caseId) => {
      const found = await findAccess(caseId);
      return found.ok ? ok({ epoch: found.value.row.epoch, root: found.value.root }) : found;
    },
    adopt: async (place, root) => {
      if (open === null) return err({ kind: 'locked' });
      const device = deps.random.bytes(deviceLength);
      const access = await ownRow(open.access, place, root, device);
      const adopted = await toKeys(place, root, device);
      return adopted.ok ? ok({ keys: adopted.value, access }) : adopted;
    },
  });

  const seldom = lateAccessWork(deps, {
    vaultId,
    keys: () => open,
    findAccess,
    openAccess,
    ownRow,
    toKeys,
  });

  const sealValue: VaultSession['sealValue'] = async (name, value) => {
    if (open === null) return err({ kind: 'locked' });
    const packed = packJson(value);
    if (!packed.ok) return packed;
    const bytes = await seal(deps, open.values, packed.value, valueContext(vaultId, name));
    return ok({ vaultId, name, bytes });
  };

  const roots = lateRootWork(deps, {
    vaultId,
    box: () => open?.box ?? null,
    findAccess,
    ownRow: async (place, root) => {
      if (open === null) return err({ kind: 'locked' });
      const device = deps.random.bytes(deviceLength);
      const access = await ownRow(open.access, place, root, device);
      const made = await toKeys(place, root, device);
      return made.ok ? ok({ keys: made.value, access }) : made;
    },
  });

  return {
    ...standIns,
    ...seldom,
    ...roots,
    vaultId,
    shortName,
    publicKey: keys.box.publicKey,

    createCase: async () => {
      if (open === null) return err({ kind: 'locked' });
      const place = { caseId: createId(deps), epoch: 1 };
      const root = deps.random.bytes(rootLength);
      const device = deps.random.bytes(deviceLength);
      const row = await ownRow(open.access, place, root, device);
      const saved = await store.putAccess([row]);
      return saved.ok ? toKeys(place, root, device) : saved;
    },

    openCase: async (caseId) => {
      const access = await findAccess(caseId);
      if (!access.ok) return access;
      const { row, root } = access.value;
      if (row.restored !== true) return toKeys(row, root, access.value.device);
      // The device that the backup was made on may still write under this id: never a number given twice.
      return renewAccess(row, root);
    },

    listCases: async () => {
      if (open === null) return err({ kind: 'locked' });
      const rows = await store.listAccess(vaultId);
      if (!rows.ok) return rows;
      return ok(rows.value.filter(isOwnCase).map((row) => row.caseId));
    },

    openCards: async (rows) => {
      if (open === null) return err({ kind: 'locked' });
      const listed = await store.listAccess(vaultId);
      if (!listed.ok) return listed;
      const access = new Map(listed.value.map((row) => [row.caseId, row]));
      // All at once: WebCrypto works on its own threads.
      return ok(
        await Promise.all(
          rows.map(async ({ caseId, bytes }) => {
            const row = access.get(caseId);
            const found = row?.state === 'own' ? await openAccess(row) : null;
            if (!found?.ok) return { caseId, card: null };
            const key = await openLocalKey(caseId, found.value.root);
            const card = await openCardWith(key, caseId, bytes);
            return { caseId, card: card.ok ? card.value : null };
          }),
        ),
      );
    },

    readValue: async (name) => {
      if (open === null) return err({ kind: 'locked' });
      const { values } = open;
      const found = await store.getSealed(vaultId, name);
      if (!found.ok) return found;
      if (found.value === null) return ok(null);
      const plain = await unseal(values, found.value, valueContext(vaultId, name));
      return plain === null ? err({ kind: 'damaged' }) : unpackJson(plain);
    },

    writeValue: async (name, value) => {
      const row = await sealValue(name, value);
      return row.ok ? store.putSealed(vaultId, name, row.value.bytes) : row;
    },

    sealValue,

    valueNames: async (prefix) => {
      const rows = await store.listSealed(prefix);
      if (!rows.ok) return rows;
      return ok(rows.value.flatMap((row) => (row.vaultId === vaultId ? [row.name] : [])));
    },

    forgetValue: (name) => store.changeSealed({ remove: [{ vaultId, name }] }),

    renewDevice: async (caseId) => {
      const access = await findAccess(caseId);
      return access.ok ? renewAccess(access.value.row, access.value.root) : access;
    },

    lock: () => {
      open = null;
      for (const held of cases) forgetCaseKeys(held);
      cases.clear();
    },
  };
};

/** One of which not all has come yet is not shown as one. */
const isOwnCase = ({ state, ring, coming }: AccessRow): boolean =>
  state === 'own' && ring !== true && coming !== true;

const accessContext = (row: Pick<AccessRow, 'vaultId' | 'caseId' | 'epoch'>): Bytes =>
  sealContext('sip/1/access', row.vaultId, row.caseId, row.epoch);

const valueContext = (vaultId: string, name: string): Bytes =>
  sealContext('sip/1/value', vaultId, name);
