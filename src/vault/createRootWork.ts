/** What can be done with roots on their way between devices. Loaded when it is asked for. */
import { type Bytes, bytesToBase64Url, concatBytes } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import { createId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { openBox } from './box.ts';
import { type CaseKeys, caseSecrets, idBytes } from './caseKeys.ts';
import type { AccessPlace, OpenedAccess } from './createAccessWork.ts';
import type { CurveKeys } from './curveKeys.ts';
import type { VaultError } from './errors.ts';
import { sealGift, sealTo } from './gift.ts';
import { rootLength } from './lengths.ts';
import { seal, sealContext, unseal } from './primitives.ts';
import type { ComingRoot, RootWork } from './rootWork.ts';
import { type AccessRow, marksGone, type VaultStore } from './vaultStore.ts';

/** What an open session lends. */
export interface RootInside {
  readonly vaultId: string;
  /** Null once it is locked. */
  readonly box: () => CurveKeys | null;
  readonly findAccess: (caseId: string) => Promise<Result<OpenedAccess, VaultError>>;
  /** A row of this vault's own with a new device id, and its keys. Wipes the root. */
  readonly ownRow: (
    place: AccessPlace,
    root: Bytes,
  ) => Promise<Result<{ readonly keys: CaseKeys; readonly access: AccessRow }, VaultError>>;
}

/** isRing (1) ‖ epoch (u32) ‖ id (16) ‖ root (32) */
const idAt = 5;
const rootAt = 21;
/** A root that says more was made to have every epoch before it looked for. */
const highestEpoch = 10_000;
const packedLength = rootAt + rootLength;

export const createRootWork = (
  deps: RandomDep & { readonly store: VaultStore },
  { vaultId, box, findAccess, ownRow }: RootInside,
): RootWork => {
  const { store } = deps;

  const pack = async (caseId: string): Promise<Result<Bytes, VaultError>> => {
    const access = await findAccess(caseId);
    if (!access.ok) return access;
    const { root, row } = access.value;
    const head = new Uint8Array(idAt);
    head[0] = row.ring === true ? 1 : 0;
    new DataView(head.buffer).setUint32(1, row.epoch);
    const packed = concatBytes(head, idBytes(caseId), root);
    root.fill(0);
    return ok(packed);
  };

  const unpack = async (packed: Bytes | null): Promise<Result<ComingRoot, VaultError>> => {
    if (packed?.length !== packedLength) return err({ kind: 'damaged' });
    const isRing = packed[0] === 1;
    const epoch = new DataView(packed.buffer, packed.byteOffset).getUint32(1);
    const caseId = bytesToBase64Url(packed.slice(idAt, rootAt));
    const root = packed.slice(rootAt);
    packed.fill(0);
    if (epoch < 1 || epoch > highestEpoch) return err({ kind: 'damaged' });
    const gifts = await giftsOf({ caseId, epoch }, root);
    if (!gifts.ok) return gifts;
    const made = await ownRow({ caseId, epoch, coming: true, ...(isRing && { ring: true }) }, root);
    return made.ok ? ok({ ...made.value, isRing, gifts: gifts.value }) : made;
  };

  /** One journal on a device: who has the case here gets the new root with it. */
  const giftsOf = async (
    place: { readonly caseId: string; readonly epoch: number },
    root: Bytes,
  ): Promise<Result<readonly AccessRow[], VaultError>> => {
    const [having, vaults] = await Promise.all([
      store.listCaseAccess(place.caseId),
      store.listVaults(),
    ]);
    if (!having.ok) return having;
    if (!vaults.ok) return vaults;
    const others = new Set(having.value.map((row) => row.vaultId));
    others.delete(vaultId);
    const gifts: AccessRow[] = [];
    for (const colleague of vaults.value) {
      if (!others.has(colleague.vaultId)) continue;
      const gift = await sealGift(deps, vaultId, place, colleague, root);
      if (!gift.ok) return gift;
      gifts.push(gift.value);
    }
    return ok(gifts);
  };

  return {
    createRing: async () => {
      const place = { caseId: createId(deps), epoch: 1, ring: true } as const;
      const made = await ownRow(place, deps.random.bytes(rootLength));
      if (!made.ok) return made;
      const saved = await store.putAccess([made.value.access]);
      return saved.ok ? ok(made.value.keys) : saved;
    },

    listRoots: async () => {
      const rows = await store.listAccess(vaultId);
      if (!rows.ok) return rows;
      return ok(
        rows.value
          .filter(({ state }) => state === 'own')
          .map(({ caseId, epoch, ring, coming }) => ({
            caseId,
            epoch,
            isRing: ring === true,
            isComing: coming === true,
          })),
      );
    },

    sealRoot: async (ring, caseId) => {
      const secrets = caseSecrets(ring);
      if (secrets === null) return err({ kind: 'locked' });
      const packed = await pack(caseId);
      if (!packed.ok) return packed;
      const sealed = await seal(deps, secrets.content, packed.value, rootContext(ring));
      packed.value.fill(0);
      return ok(sealed);
    },

    openRoot: async (ring, sealed) => {
      const secrets = caseSecrets(ring);
      if (secrets === null) return err({ kind: 'locked' });
      return unpack(await unseal(secrets.content, sealed, rootContext(ring)));
    },

    boxRoot: async (caseId, publicKey) => {
      const packed = await pack(caseId);
      if (!packed.ok) return packed;
      const boxed = await sealTo(deps, { publicKey }, packed.value, boxContext);
      packed.value.fill(0);
      return boxed;
    },

    openBoxedRoot: async (boxed) => {
      const keys = box();
      if (keys === null) return err({ kind: 'locked' });
      return unpack(await openBox(keys, boxed, boxContext));
    },

    keepRoot: ({ access }) => store.putAccess([access]),

    rootArrived: async (caseId) => {
      const found = await store.getAccess(vaultId, caseId);
      if (!found.ok) return found;
      if (found.value === null) return err({ kind: 'missing' });
      return store.putAccess([marksGone(found.value)]);
    },
  };
};

const rootContext = ({ caseId, epoch }: CaseKeys): Bytes =>
  sealContext('sip/1/root', caseId, epoch);

const boxContext = sealContext('sip/1/root-box');
