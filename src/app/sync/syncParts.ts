/** What syncing does for an unlocked vault. Loaded after unlocking. */
import type { OpenCase } from '../../cases/openCase.ts';
import { type Giving, startGiving } from '../../cases/pairing/giveAccess.ts';
import { type Joined, type Joining, startJoining } from '../../cases/pairing/joinDevice.ts';
import type { Relay } from '../../cases/sync/relay.ts';
import { relayOverPort } from '../../cases/sync/relayOverPort.ts';
import { readRing } from '../../cases/sync/ringLog.ts';
import { makeRing, type RingDeps } from '../../cases/sync/rings.ts';
import { type ConnectedPort, createSyncWork } from '../../cases/sync/syncWork.ts';
import { translate } from '../../i18n/i18n.ts';
import { type Bytes, textToBytes } from '../../shared/bytes.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { createBrowserSync } from '../../sync/browserSync.ts';
import { type PairingCodeError, readPairingCode } from '../../vault/pairingCode.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import { readOrganisation, readPerson } from '../session/details.ts';
import type { AppSession } from '../session/sessionTypes.ts';
import { deviceKind } from './deviceKind.ts';
import type { AppSync, AppSyncState } from './syncTypes.ts';
import { readSyncValues, type SyncValues, writeSyncValues } from './syncValues.ts';

export interface SyncParts
  extends Pick<AppSync, 'renameDevice' | 'keepCredential' | 'fetched' | 'removeDevice'> {
  readonly retry: () => void;
  readonly giveDevice: () => Promise<Giving>;
  readonly giveCase: (opened: OpenCase) => Promise<Giving>;
  readonly join: (typed: string) => Promise<Joining | PairingCodeError>;
  readonly stop: () => void;
}

export const beginSync = async (
  session: AppSession,
  vault: VaultSession,
  show: (change: Partial<AppSyncState>) => void,
): Promise<SyncParts> => {
  const { clock, random, timers, locks, storage } = session.deps;
  const side = session.deps.syncSide ?? storage;
  let values = await readSyncValues(vault);
  let closed = false;

  const present = (): void => show({ deviceName: deviceName(), invited: new Set(values.invited) });
  const deviceName = (): string =>
    values.deviceName ||
    translate(deviceKind(globalThis.navigator.userAgent, globalThis.navigator.maxTouchPoints));
  const credential = (): Bytes => textToBytes(values.credential);
  const change = async (next: Partial<SyncValues>): Promise<boolean> => {
    const wanted = { ...values, ...next };
    if (!(await writeSyncValues(vault, wanted))) return false;
    values = wanted;
    if (!closed) present();
    return true;
  };

  const connect = async (): Promise<ConnectedPort> => {
    const client = createBrowserSync({ clock, random, timers });
    client.start();
    return client;
  };

  const work = createSyncWork({
    clock,
    random,
    timers,
    locks,
    session: vault,
    journal: side.journal,
    removal: side.removal,
    deviceName,
    connect,
    credential,
  });
  const unsubscribe = work.subscribe(() => {
    if (!closed) show({ sync: work.get() });
  });
  present();
  work.start();

  const ringDeps: RingDeps = {
    clock,
    random,
    journal: side.journal,
    session: vault,
    deviceName,
  };

  /** The ring among one's own devices, or of a case; made when there is none. */
  const ringFor = async (caseId: string | null): Promise<Result<string, unknown>> => {
    const roots = await vault.listRoots();
    if (!roots.ok) return roots;
    for (const root of roots.value.filter(({ isRing, isComing }) => isRing && !isComing)) {
      const read = await readRing(ringDeps, root.caseId);
      const about = read.ok ? read.value.ring.about : null;
      if (about === null || (read.ok && read.value.ring.moved !== null)) continue;
      if (about.use === (caseId === null ? 'devices' : 'writers') && about.caseId === caseId) {
        return ok(root.caseId);
      }
    }
    const made = await makeRing(
      ringDeps,
      caseId === null ? { use: 'devices', caseId } : { use: 'writers', caseId },
    );
    return made.ok ? ok(made.value.caseId) : err(made.error);
  };

  /** A connection of its own, that ends with the pairing. */
  const whilePairing = async <T extends Giving | Joining>(
    start: (to: { readonly relay: Relay; readonly serverName: string }) => T,
  ): Promise<T> => {
    const port = await connect();
    const pairing = start({
      relay: relayOverPort(port, credential),
      serverName: port.serverName,
    });
    const end = pairing.subscribe(() => {
      const { is } = pairing.get();
      if (is !== 'done' && is !== 'stopped') return;
      end();
      work.wake();
      // The channel that they met in is deleted first.
      timers.after(10_000, port.stop);
    });
    return pairing;
  };

  const pairingDeps = { clock, random, timers, session: vault };
  const person = (): string => session.author().name;
  const organisation = (): string => session.get().organisation.name;

  const keepJoined = async ({ use, caseId, details }: Joined): Promise<boolean> => {
    if (use === 'writers' && caseId !== null) {
      return change({ invited: [...new Set([...values.invited, caseId])] });
    }
    const own = session.get();
    if (own.person.name !== '' || typeof details !== 'object' || details === null) return true;
    const given: Readonly<Record<string, unknown>> = { ...details };
    await session.saveDetails(readPerson(given['person']), readOrganisation(given['organisation']));
    return true;
  };

  return {
    retry: work.retry,
    renameDevice: async (name) => {
      const renamed = await change({ deviceName: name.trim() });
      if (renamed) work.wake();
      return renamed;
    },
    keepCredential: async (text) => {
      const kept = await change({ credential: text });
      if (kept) work.retry();
      return kept;
    },
    giveDevice: () =>
      whilePairing((to) =>
        startGiving(
          { ...pairingDeps, ...to },
          {
            use: 'devices',
            name: deviceName(),
            organisation: '',
            caseId: null,
            details: { person: session.get().person, organisation: session.get().organisation },
            ring: () => ringFor(null),
          },
        ),
      ),
    giveCase: ({ caseId }) =>
      whilePairing((to) =>
        startGiving(
          { ...pairingDeps, ...to },
          {
            use: 'writers',
            name: person(),
            organisation: organisation(),
            caseId,
            details: null,
            ring: () => ringFor(caseId),
          },
        ),
      ),
    join: async (typed) => {
      const code = readPairingCode(typed);
      if (!code.ok) return code.error;
      return whilePairing((to) =>
        startJoining(
          { ...pairingDeps, ...to },
          {
            code: code.value,
            nameFor: (use) => (use === 'devices' ? deviceName() : person()),
            organisation: organisation(),
            onKept: keepJoined,
          },
        ),
      );
    },
    fetched: async () => {
      const roots = await vault.listRoots();
      if (!roots.ok) return null;
      const cases = roots.value.filter(({ isRing }) => !isRing);
      const coming = cases.filter(({ isComing }) => isComing).length;
      const ringsComing = roots.value.some(({ isRing, isComing }) => isRing && isComing);
      return {
        done: cases.length - coming,
        all: cases.length,
        whole: coming === 0 && !ringsComing,
      };
    },
    removeDevice: async () => false,
    stop: () => {
      closed = true;
      unsubscribe();
      work.stop();
    },
  };
};
