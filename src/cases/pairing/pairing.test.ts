import { describe, expect, it } from 'vitest';
import { unwrap } from '../../vault/testing.ts';
import type { Relay } from '../sync/relay.ts';
import { createTestDevice } from '../sync/testSync.ts';
import { codeLivesMs, type GivingInput, startGiving } from './giveAccess.ts';
import { checkOf, deps, shown, world } from './testPairing.ts';

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
    await until(() => giving.get().is === 'giving');
    expect(unwrap(await one.session.listRoots())).toEqual([]);
    joining.confirm();
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
    await until(() => giving.get().is === 'comparing' && joining.get().is === 'comparing');
    giving.confirm();
    joining.confirm();
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
