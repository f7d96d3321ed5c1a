/**
 * Syncing of the open vault in this window (`cases/sync/syncWork.ts`), begun after unlocking and stopped before locking. Its
 * code is loaded then, and its server asked only when there is another device or somebody invited.
 */
import { offState, type SyncState } from '../../cases/sync/syncState.ts';
import type { SyncWork } from '../../cases/sync/syncWork.ts';
import { translate } from '../../i18n/i18n.ts';
import { type Bytes, base64UrlToBytes, bytesToBase64Url } from '../../shared/bytes.ts';
import { createSharedPort } from '../../sync/sharedPort.ts';
import type { ConnectedPort } from '../../sync/syncPort.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import type { AppDeps } from '../deps.ts';
import { deviceKind } from './deviceKind.ts';

export interface AppSync {
  readonly get: () => SyncState;
  readonly subscribe: (listener: () => void) => () => void;
  /** **Försök igen** */
  readonly retry: () => void;
  /** After a pairing, and whatever else it cannot hear of by itself. */
  readonly wake: () => void;
  readonly tellHere: SyncWork['tellHere'];
  readonly onHere: SyncWork['onHere'];
  /** What its owner calls this device; until then the word that stands on the box. */
  readonly deviceName: () => string;
  /** False while it is called by the word on the box. */
  readonly isNamed: () => boolean;
  readonly setDeviceName: (name: string) => Promise<boolean>;
  /** An invitation or a proof of having signed in, for a server that asks for one; null takes it away. */
  readonly setCredential: (credential: Bytes | null) => Promise<boolean>;
  readonly credential: () => Bytes;
  /** The one connection of the open vault, begun where there is none; null where nothing is synced, or it is locked. */
  readonly connect: () => Promise<ConnectedPort | null>;
}

export interface AppSyncLife extends AppSync {
  readonly unlocked: (vault: VaultSession) => void;
  readonly locking: () => void;
}

const deviceNameValue = 'sync device name';
const credentialValue = 'sync credential';

export const createAppSync = (deps: AppDeps): AppSyncLife => {
  const listeners = new Set<() => void>();
  let work: SyncWork | null = null;
  let open: VaultSession | null = null;
  let connect: (() => Promise<ConnectedPort>) | null = null;
  let name = '';
  let credential: Bytes = new Uint8Array();

  const deviceName = (): string =>
    name || translate(deviceKind(navigator.userAgent, navigator.maxTouchPoints));

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  const begin = async (vault: VaultSession): Promise<void> => {
    const { syncing } = deps;
    if (syncing === undefined) return;
    // Of this vault alone: two are never told of over one connection.
    const shared = createSharedPort(syncing.connect);
    connect = shared;
    const [found, named, proof] = await Promise.all([
      import('../../cases/sync/syncWork.ts').catch(() => null),
      vault.readValue(deviceNameValue),
      vault.readValue(credentialValue),
    ]);
    if (open !== vault || found === null) return;
    name = named.ok && typeof named.value === 'string' ? named.value : '';
    credential = readCredential(proof.ok ? proof.value : null);
    work = found.createSyncWork({
      clock: deps.clock,
      random: deps.random,
      timers: deps.timers,
      locks: deps.locks,
      session: vault,
      journal: syncing.journal,
      removal: syncing.removal,
      connect: shared,
      serverName: syncing.serverName,
      deviceName,
      credential: () => credential,
    });
    work.subscribe(tell);
    work.start();
  };

  const write = async (value: string, content: string): Promise<boolean> => {
    const written = await open?.writeValue(value, content);
    work?.wake();
    tell();
    return written?.ok === true;
  };

  return {
    get: () => work?.get() ?? offState,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retry: () => work?.retry(),
    wake: () => work?.wake(),
    tellHere: (caseId, meeting) => work?.tellHere(caseId, meeting),
    onHere: (listener) => work?.onHere(listener) ?? (() => undefined),
    deviceName,
    isNamed: () => name !== '',
    setDeviceName: (next) => {
      name = next.trim().slice(0, 80);
      return write(deviceNameValue, name);
    },
    credential: () => credential,
    connect: async () => (await connect?.().catch(() => null)) ?? null,
    setCredential: (next) => {
      credential = next ?? new Uint8Array();
      return write(credentialValue, bytesToBase64Url(credential));
    },
    unlocked: (vault) => {
      if (open === vault) return;
      open = vault;
      void begin(vault);
    },
    locking: () => {
      open = null;
      connect = null;
      work?.stop();
      work = null;
      name = '';
      credential = new Uint8Array();
      tell();
    },
  };
};

const readCredential = (value: unknown): Bytes =>
  (typeof value === 'string' ? base64UrlToBytes(value) : null) ?? new Uint8Array();
