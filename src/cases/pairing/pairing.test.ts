import { describe, expect, it } from 'vitest';
import { readPairingCode } from '../../vault/pairingCode.ts';
import { unwrap } from '../../vault/testing.ts';
import type { Relay } from '../sync/relay.ts';
import { makeRing } from '../sync/rings.ts';
import { createTestServer } from '../sync/testRelay.ts';
import { createTestDevice, type TestDevice } from '../sync/testSync.ts';
import { codeLivesMs, type Giving, type GivingInput, startGiving } from './giveAccess.ts';
import { type Joined, type Joining, type JoiningInput, startJoining } from './joinDevice.ts';

const deps = (device: TestDevice, relay: Relay) => ({
  clock: { now: device.time.now, monotonic: device.time.now },
  timers: device.time.timers,
  random: device.engineDeps.random,
  session: device.session,
  relay,
  serverName: 'sip.example',
});

const world = async () => {
  const server = createTestServer();
  const [one, two] = await Promise.all([
    createTestDevice(server.relay, 'Platta 1'),
    createTestDevice(server.relay, 'Platta 2'),
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
  const devices = [one, two];
  /** Lets time go on, a second at a time, until it is so; before each, `calm` turns of its own for what is under way. */
  const until = async (isSo: () => boolean, calm = 25): Promise<void> => {
    for (let turn = 0; turn < 900 && !isSo(); turn += 1) {
      for (let quiet = 0; quiet < calm && !isSo(); quiet += 1)
        await new Promise((resolve) => setTimeout(resolve, 0));
      for (const { time } of devices) await time.pass(1_000);
    }
    expect(isSo()).toBe(true);
  };
  return { server, one, two, devices, give, join, until, kept };
};

const shown = (giving: Giving) => {
  const state = giving.get();
  if (state.is !== 'showing') throw new Error(state.is);
  return { qr: state.qr, typed: state.groups.join(' ') };
};

const checkOf = (side: Giving | Joining): number => {
  const state = side.get();
  if (state.is !== 'comparing') throw new Error(state.is);
  return state.check;
};

describe('pairing', () => {
  it.each(['qr', 'typed'] as const)('lets the other in by the %s form', async (form) => {
    const { one, two, give, join, until, kept, server } = await world();
    const giving = give();
    await until(() => giving.get().is === 'showing');
    const joining = join(shown(giving)[form]);
    await until(() => giving.get().is === 'comparing' && joining.get().is === 'comparing');
    expect(checkOf(giving)).toBe(checkOf(joining));
    expect(kept).toEqual([]);
    giving.confirm();
    await until(() => giving.get().is === 'done' && joining.get().is === 'done');
    expect(kept).toMatchObject([{ use: 'devices', details: { person: { name: 'Karin' } } }]);
    expect(unwrap(await two.session.listRoots())).toMatchObject([
      { caseId: unwrap(await one.session.listRoots())[0]?.caseId, isRing: true, isComing: true },
    ]);
    await until(() => [...server.channels.values()].every(({ ended }) => ended));
  });

  it('hands nothing over before a person has said that the words are the same', async () => {
    const { two, give, join, until } = await world();
    const giving = give();
    await until(() => giving.get().is === 'showing');
    const joining = join(shown(giving).qr);
    await until(() => joining.get().is === 'comparing');
    giving.cancel();
    await until(() => joining.get().is === 'stopped');
    expect(joining.get()).toMatchObject({ why: 'cancelledThere' });
    expect(unwrap(await two.session.listRoots())).toEqual([]);
  });

  it('lets in only the first who comes with a code, and tells the second', async () => {
    const { server, devices, give, join, until } = await world();
    const third = await createTestDevice(server.relay, 'Platta 3');
    devices.push(third);
    const giving = give();
    await until(() => giving.get().is === 'showing');
    const { qr } = shown(giving);
    const first = join(qr);
    await until(() => first.get().is === 'comparing');
    const second = join(qr, {}, third);
    await until(() => second.get().is === 'stopped');
    expect(second.get()).toMatchObject({ why: 'used' });
  });

  it('is over after ten minutes, and the code opens nothing then', async () => {
    const { one, give, join, until } = await world();
    const giving = give();
    await until(() => giving.get().is === 'showing');
    const { typed } = shown(giving);
    const began = one.time.now();
    await until(() => giving.get().is === 'stopped', 1);
    expect(giving.get()).toMatchObject({ why: 'expired' });
    expect(one.time.now() - began).toBeLessThanOrEqual(codeLivesMs + 2_000);
    const joining = join(typed);
    await until(() => joining.get().is === 'stopped');
    expect(joining.get()).toMatchObject({ why: 'unknownCode' });
  });

  it('tells who gives when the other breaks off', async () => {
    const { give, join, until } = await world();
    const giving = give();
    await until(() => giving.get().is === 'showing');
    const joining = join(shown(giving).typed);
    await until(() => giving.get().is === 'comparing');
    joining.cancel();
    await until(() => giving.get().is === 'stopped');
    expect(giving.get()).toMatchObject({ why: 'cancelledThere' });
  });

  it('does not pair a vault with itself', async () => {
    const { one, give, join, until } = await world();
    const giving = give();
    await until(() => giving.get().is === 'showing');
    const joining = join(shown(giving).typed, {}, one);
    await until(() => giving.get().is === 'stopped' && joining.get().is === 'stopped');
    expect([giving.get(), joining.get()]).toMatchObject([{ why: 'self' }, { why: 'self' }]);
  });

  it('says that there is no internet when there is none, after trying for a while', async () => {
    const { one, until } = await world();
    const offline: Relay = {
      end: async () => ({ ok: false, error: { kind: 'offline' } }),
      link: () => ({
        open: async () => ({ ok: false, error: { kind: 'offline' } }),
        append: async () => ({ ok: false, error: { kind: 'offline' } }),
        read: async () => ({ ok: false, error: { kind: 'offline' } }),
        snapshot: async () => ({ ok: false, error: { kind: 'offline' } }),
        signal: async () => ({ ok: false, error: { kind: 'offline' } }),
        follow: () => () => undefined,
      }),
    };
    const giving = startGiving(deps(one, offline), {
      use: 'devices',
      name: '',
      organisation: '',
      caseId: null,
      details: null,
      ring: async () => ({ ok: true, value: '' }),
    });
    await until(() => giving.get().is === 'stopped');
    expect(giving.get()).toMatchObject({ why: 'offline' });
  });
});

describe('a colleague for one case', () => {
  const forCase = (organisation: string): Partial<GivingInput> => ({
    use: 'writers',
    caseId: 'AAAAAAAAAAAAAAAAAAAAAA',
    organisation,
    details: null,
  });

  it('is let in when both work for the same organisation', async () => {
    const { give, join, until, kept } = await world();
    const giving = give(forCase('Åby kommun'));
    await until(() => giving.get().is === 'showing');
    const joining = join(shown(giving).qr, { organisation: ' åby  kommun' });
    await until(() => giving.get().is === 'comparing');
    giving.confirm();
    await until(() => joining.get().is === 'done');
    expect(kept).toMatchObject([{ use: 'writers', caseId: 'AAAAAAAAAAAAAAAAAAAAAA' }]);
  });

  it.each([
    ['Region Norr', 'otherOrganisation'],
    ['', 'noOrganisation'],
  ])('is refused from "%s", and nothing is given', async (organisation, why) => {
    const { two, give, join, until } = await world();
    const giving = give(forCase('Åby kommun'));
    await until(() => giving.get().is === 'showing');
    const joining = join(shown(giving).qr, { organisation });
    await until(() => joining.get().is === 'stopped');
    expect(joining.get()).toMatchObject({ why });
    expect(unwrap(await two.session.listRoots())).toEqual([]);
    if (why === 'otherOrganisation') {
      await until(() => giving.get().is === 'stopped');
      expect(giving.get()).toMatchObject({ why });
    }
  });
});
