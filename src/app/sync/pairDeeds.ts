/** What a person does to let a device or a colleague in, joined to this window's session. Loaded when it is gone to. */
import { writerInvited } from '../../cases/caseFacts.ts';
import type { OpenCase } from '../../cases/openCase.ts';
import { type Giving, startGiving } from '../../cases/pairing/giveAccess.ts';
import { type Joined, type Joining, startJoining } from '../../cases/pairing/joinDevice.ts';
import { findRings } from '../../cases/sync/findRings.ts';
import type { Relay } from '../../cases/sync/relay.ts';
import { relayOverPort } from '../../cases/sync/relayOverPort.ts';
import { removeDevice, removeWriter } from '../../cases/sync/removeMember.ts';
import { toBytes } from '../../cases/sync/ringFacts.ts';
import { makeRing, type RingDeps, welcomeMember } from '../../cases/sync/rings.ts';
import type { RingUse } from '../../cases/sync/ringUse.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type PairingCodeError, readPairingCode } from '../../vault/pairingCode.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import { readOrganisation, readPerson } from '../session/details.ts';
import { addInvited } from '../session/invited.ts';
import type { AppSession } from '../session/sessionTypes.ts';
import { freeName } from './freeName.ts';

/** Null where nothing is synced, or it was locked meanwhile. */
export const giveDevice = (session: AppSession): Promise<Giving | null> =>
  whilePairing(session, (vault, to) =>
    startGiving(
      { ...pairingDeps(session, vault), ...to },
      {
        use: 'devices',
        name: session.sync.deviceName(),
        organisation: '',
        caseId: null,
        details: {
          person: session.get().person,
          organisation: session.get().organisation,
          names: ownNames(session),
        },
        ring: ({ name, member }) =>
          letIntoRing(session, vault, null, { name: freeName(name, ownNames(session)), member }),
      },
    ),
  );

/** What this person's devices are called, this one among them. */
const ownNames = ({ sync }: AppSession): readonly string[] => [
  ...new Set([sync.deviceName(), ...sync.get().devices.map(({ name }) => name)]),
];

/** To one colleague in one case. Logged in the case before anything is given. */
export const giveCase = (session: AppSession, opened: OpenCase): Promise<Giving | null> =>
  whilePairing(session, (vault, to) =>
    startGiving(
      { ...pairingDeps(session, vault), ...to },
      {
        use: 'writers',
        name: session.author().name,
        organisation: session.get().organisation.name,
        caseId: opened.caseId,
        details: null,
        ring: async ({ name, organisation, member }) => {
          const logged = await opened
            .workspace()
            .record((ctx) =>
              writerInvited(ctx, { name, function: '', unit: '', organisation, member }),
            );
          return logged.ok ? letIntoRing(session, vault, opened.caseId, { name, member }) : logged;
        },
      },
    ),
  );

export const joinWith = async (
  session: AppSession,
  typed: string,
): Promise<Joining | PairingCodeError | null> => {
  const code = readPairingCode(typed);
  if (!code.ok) return code.error;
  return whilePairing(session, (vault, to) =>
    startJoining(
      { ...pairingDeps(session, vault), ...to, journal: journalOf(session) },
      {
        code: code.value,
        nameFor: (use) => (use === 'devices' ? session.sync.deviceName() : session.author().name),
        organisation: session.get().organisation.name,
        onKept: (joined) => keepJoined(session, vault, joined),
      },
    ),
  );
};

/** How much of what another device has is here. */
export interface Fetched {
  readonly done: number;
  readonly all: number;
  /** All that was told of is here as a whole. */
  readonly whole: boolean;
}

export const readFetched = async (session: AppSession): Promise<Fetched | null> => {
  const roots = await session.get().vault?.listRoots();
  if (roots?.ok !== true) return null;
  const cases = roots.value.filter(({ isRing }) => !isRing);
  const coming = cases.filter(({ isComing }) => isComing).length;
  const ringsComing = roots.value.some(({ isRing, isComing }) => isRing && isComing);
  return { done: cases.length - coming, all: cases.length, whole: coming === 0 && !ringsComing };
};

/** New keys for all cases; the others go on. False: nothing is changed, or it is not done yet. */
export const removeDeviceHere = async (session: AppSession, member: string): Promise<boolean> => {
  const { vault } = session.get();
  const { syncing } = session.deps;
  // What is open would be written under the old keys.
  if (vault === null || syncing === undefined || !(await session.keepOpen(null))) return false;
  const { removal, serverName } = syncing;
  const removed = await removeDevice(
    { ...ringDepsOf(session, vault), removal, serverName, author: session.author },
    member,
  );
  session.sync.wake();
  return removed.ok;
};

/** A colleague, out of one case. The case is closed: it is opened anew under its new keys. */
export const removeWriterHere = async (
  session: AppSession,
  opened: OpenCase,
  member: string,
): Promise<boolean> => {
  const { vault } = session.get();
  const { syncing } = session.deps;
  if (vault === null || syncing === undefined) return false;
  const { removal, serverName } = syncing;
  const deps = { ...ringDepsOf(session, vault), removal, serverName, author: session.author };
  const removed = await removeWriter(deps, opened, member);
  await session.keepOpen(null);
  session.sync.wake();
  return removed.ok;
};

const pairingDeps = ({ deps }: AppSession, vault: VaultSession) => ({
  clock: deps.clock,
  random: deps.random,
  timers: deps.timers,
  session: vault,
});

/** Holds the connection as long as the pairing lasts. */
const whilePairing = async <T extends Giving | Joining>(
  session: AppSession,
  start: (vault: VaultSession, to: { readonly relay: Relay; readonly serverName: string }) => T,
): Promise<T | null> => {
  const { vault } = session.get();
  const port = vault === null ? null : await session.sync.connect();
  if (vault === null || port === null) return null;
  const relay = relayOverPort(port, session.sync.credential);
  const pairing = start(vault, { relay, serverName: port.serverName });
  const end = pairing.subscribe(() => {
    const { is } = pairing.get();
    if (is !== 'done' && is !== 'stopped') return;
    end();
    session.sync.wake();
    // The channel that they met in is deleted first.
    session.deps.timers.after(10_000, port.stop);
  });
  return pairing;
};

const journalOf = ({ deps }: Pick<AppSession, 'deps'>) =>
  deps.syncing?.journal ?? deps.storage.journal;

const ringDepsOf = ({ deps, sync }: AppSession, vault: VaultSession): RingDeps => ({
  clock: deps.clock,
  random: deps.random,
  journal: journalOf({ deps }),
  session: vault,
  deviceName: sync.deviceName,
});

/** The ring among one's own devices, or of a case; made when there is none. */
const ringFor = async (
  session: AppSession,
  vault: VaultSession,
  caseId: string | null,
): Promise<Result<string, unknown>> => {
  const ringDeps = ringDepsOf(session, vault);
  const about: RingUse =
    caseId === null ? { use: 'devices', caseId } : { use: 'writers', caseId, isOwn: true };
  const rings = await findRings(ringDeps);
  if (!rings.ok) return rings;
  const found = rings.value.find(
    ({ ring }) =>
      ring.about?.use === about.use && ring.about.caseId === caseId && ring.moved === null,
  );
  if (found !== undefined) return ok(found.ringId);
  const made = await makeRing(ringDeps, about);
  return made.ok ? ok(made.value.caseId) : err(made.error);
};

/** The ring, in which the one who comes is known from now on: should it move before they have said anything, they stay in it. */
const letIntoRing = async (
  session: AppSession,
  vault: VaultSession,
  caseId: string | null,
  { name, member }: { readonly name: string; readonly member: string },
): Promise<Result<string, unknown>> => {
  const ring = await ringFor(session, vault, caseId);
  if (!ring.ok) return ring;
  const known = await welcomeMember(ringDepsOf(session, vault), ring.value, toBytes(member), name);
  return known.ok ? ring : known;
};

/** Two that nobody has named are not called the same. It can be named anew at any time, so nothing hangs on its being kept. */
const nameApart = async ({ sync }: AppSession, names: unknown): Promise<void> => {
  const taken = Array.isArray(names) ? names.filter((each) => typeof each === 'string') : [];
  const name = freeName(sync.deviceName(), taken);
  if (!sync.isNamed() && name !== sync.deviceName()) await sync.setDeviceName(name);
};

const keepJoined = async (
  session: AppSession,
  vault: VaultSession,
  { use, caseId, details }: Joined,
): Promise<boolean> => {
  if (use === 'writers') return caseId !== null && addInvited(vault, caseId);
  if (typeof details !== 'object' || details === null) return true;
  const given: Readonly<Record<string, unknown>> = { ...details };
  await nameApart(session, given['names']);
  if (session.get().person.name !== '') return true;
  // One and the same person: what they wrote on the first device need not be written again.
  const saved = await session.saveDetails(
    readPerson(given['person']),
    readOrganisation(given['organisation']),
  );
  return saved.ok;
};
