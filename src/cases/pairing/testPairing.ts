/** Two devices that are paired, one who should not be let in, and the time that passes. For tests only. */
import { expect } from 'vitest';
import { readPairingCode } from '../../vault/pairingCode.ts';
import { unwrap } from '../../vault/testing.ts';
import type { Relay } from '../sync/relay.ts';
import { makeRing } from '../sync/rings.ts';
import { createTestServer } from '../sync/testRelay.ts';
import { createTestDevice, type TestDevice } from '../sync/testSync.ts';
import { type Giving, type GivingInput, startGiving } from './giveAccess.ts';
import { type Joined, type Joining, type JoiningInput, startJoining } from './joinDevice.ts';

export const deps = (device: TestDevice, relay: Relay) => ({
  clock: { now: device.time.now, monotonic: device.time.now },
  timers: device.time.timers,
  random: device.engineDeps.random,
  session: device.session,
  journal: device.engineDeps.journal,
  relay,
  serverName: 'sip.example',
});

export const world = async () => {
  const server = createTestServer();
  const [one, two, thief] = await Promise.all([
    createTestDevice(server.relay, 'Platta 1'),
    createTestDevice(server.relay, 'Platta 2'),
    createTestDevice(server.relay, 'Någon annans'),
  ]);
  const give = (change: Partial<GivingInput> = {}): Giving =>
    startGiving(deps(one, server.relay), {
      use: 'devices',
      name: 'Platta 1',
      organisation: '',
      caseId: null,
      details: { person: { name: 'Karin' } },
      ring: async () => {
        const made = await makeRing(one.engineDeps, { use: 'devices', caseId: null });
        return made.ok ? { ok: true, value: made.value.caseId } : made;
      },
      ...change,
    });
  const kept: Joined[] = [];
  const join = (text: string, change: Partial<JoiningInput> = {}, by = two): Joining =>
    startJoining(deps(by, server.relay), {
      code: unwrap(readPairingCode(text)),
      nameFor: () => 'Platta 2',
      organisation: '',
      onKept: async (joined) => {
        kept.push(joined);
        return true;
      },
      ...change,
    });
  const devices = [one, two, thief];
  /** Lets time go on, a second at a time, until it is so; before each, `calm` turns of its own for what is under way. */
  const until = async (isSo: () => boolean, calm = 25): Promise<void> => {
    for (let turn = 0; turn < 900 && !isSo(); turn += 1) {
      for (let quiet = 0; quiet < calm && !isSo(); quiet += 1)
        await new Promise((resolve) => setTimeout(resolve, 0));
      for (const { time } of devices) await time.pass(1_000);
    }
    expect(isSo()).toBe(true);
  };
  return { server, one, two, thief, devices, give, join, until, kept };
};

export const shown = (giving: Giving) => {
  const state = giving.get();
  if (state.is !== 'showing') throw new Error(state.is);
  return { qr: state.qr, typed: state.groups.join(' ') };
};

export const checkOf = (side: Giving | Joining): number => {
  const state = side.get();
  if (state.is !== 'comparing') throw new Error(state.is);
  return state.check;
};
