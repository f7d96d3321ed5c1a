import { describe, expect, test } from 'vitest';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import { realRandom, unwrap } from '../../../vault/testing.ts';
import { createCase } from '../../createCase.ts';
import { openCase } from '../../openCase.ts';
import { createTestServer, type TestServer } from '../testRelay.ts';
import { createTestDevice, type TestDevice } from '../testSync.ts';
import { type OfferDeps, offerCase, offerDevice, takeCase, takeDevice } from './offers.ts';
import { type Pairing, pairingMs } from './pairing.ts';
import { createQrCode, createTypedCode, readPairingCode } from './pairingCode.ts';
import { sameOrganisation } from './sameOrganisation.ts';

const depsOf = (
  device: TestDevice,
  deviceName: string,
  organisation = 'Åby kommun',
): OfferDeps => ({
  ...device.engineDeps,
  timers: device.time.timers,
  serverName: 'server.test',
  me: {
    deviceName,
    person: { name: deviceName, function: 'samordnare', unit: 'Åby' },
    organisation: { name: organisation, key: null },
  },
});

/** Time passes for all of them until it is so. */
const until = async (isSo: () => boolean, ...devices: readonly TestDevice[]): Promise<void> => {
  for (let turn = 0; turn < 400 && !isSo(); turn += 1) {
    await new Promise((done) => setTimeout(done, 1));
    for (const { time } of devices) await time.pass(1_000);
  }
};

const offered = (server: TestServer, device: TestDevice): Promise<void> =>
  until(() => [...server.channels.values()].some(({ log }) => log.length > 0), device);

const isOver = (...sides: readonly Pairing[]): boolean =>
  sides.every((side) => side.state().is === 'done' || side.state().is === 'failed');

const isAsking = (...sides: readonly Pairing[]): boolean =>
  sides.every((side) => side.state().is === 'asking');

const start = async () => {
  const server = createTestServer();
  const one = await createTestDevice(server.relay, 'Ett');
  const two = await createTestDevice(server.relay, 'Två');
  const opened = unwrap(
    await createCase(one.caseDeps, one.session, (doc, ctx) =>
      setPlanField(doc, ctx, { field: 'name', value: 'Lars' }),
    ),
  );
  return { server, one, two, opened };
};

describe('pairing', () => {
  test.each(['qr', 'typed'] as const)('gives the second device all cases (%s)', async (form) => {
    const { server, one, two, opened } = await start();
    const offer = offerDevice(depsOf(one, 'Ett'), form);
    await offered(server, one);
    const taking = takeDevice(depsOf(two, 'Två'), offer.code);
    await until(() => isAsking(offer, taking), one, two);
    const [asked, shown] = [offer.state(), taking.state()];
    if (asked.is !== 'asking' || shown.is !== 'asking') throw new Error(`${asked.is} ${shown.is}`);
    expect(asked.check).toBe(shown.check);
    expect([asked.other.deviceName, shown.other.deviceName]).toEqual(['Två', 'Ett']);
    expect(unwrap(await two.session.listRoots())).toEqual([]);

    offer.confirm();
    await until(() => isOver(offer, taking), one, two);
    expect([offer.state().is, taking.state().is]).toEqual(['done', 'done']);
    // Nothing of the talk is left at the server.
    const isEmpty = (): boolean =>
      [...server.channels.values()].every(({ log }) => log.length === 0);
    await until(isEmpty, one);
    expect(isEmpty()).toBe(true);
    await one.engine.pass();
    await two.engine.pass();
    const there = unwrap(await openCase(two.caseDeps, two.session, opened.caseId));
    expect(there.workspace().state.plan.name.value).toBe('Lars');
  });

  test('gives nothing before a person has said that the check words agree', async () => {
    const { server, one, two } = await start();
    const offer = offerDevice(depsOf(one, 'Ett'), 'qr');
    await offered(server, one);
    const taking = takeDevice(depsOf(two, 'Två'), offer.code);
    await until(() => isAsking(offer, taking), one, two);
    offer.cancel();
    await until(() => isOver(offer, taking), one, two);
    expect(offer.state()).toEqual({ is: 'failed', why: 'cancelled' });
    expect(taking.state().is).toBe('failed');
    expect(unwrap(await two.session.listRoots())).toEqual([]);
  });

  test('gives nothing when two have answered: somebody else may have seen the code', async () => {
    const { server, one, two } = await start();
    const other = await createTestDevice(server.relay, 'Tre');
    const offer = offerDevice(depsOf(one, 'Ett'), 'qr');
    await offered(server, one);
    const taking = takeDevice(depsOf(two, 'Två'), offer.code);
    const another = takeDevice(depsOf(other, 'Tre'), offer.code);
    await until(() => isAsking(offer, taking, another), one, two, other);
    offer.confirm();
    await until(() => isOver(offer, taking, another), one, two, other);
    expect(offer.state()).toEqual({ is: 'failed', why: 'twoAnswered' });
    for (const { session } of [two, other]) expect(unwrap(await session.listRoots())).toEqual([]);
  });

  test('is over after ten minutes', async () => {
    const { server, one, two } = await start();
    const offer = offerDevice(depsOf(one, 'Ett'), 'qr');
    await offered(server, one);
    await one.time.pass(pairingMs);
    await until(() => isOver(offer), one);
    expect(offer.state()).toEqual({ is: 'failed', why: 'tooLate' });
    const taking = takeDevice(depsOf(two, 'Två'), offer.code);
    await until(() => isOver(taking), two);
    expect(taking.state()).toEqual({ is: 'failed', why: 'noOffer' });
  });

  test('lets a colleague of the same organisation write in one case, and logs it', async () => {
    const { server, one, two, opened } = await start();
    const secret = unwrap(
      await createCase(one.caseDeps, one.session, (doc, ctx) =>
        setPlanField(doc, ctx, { field: 'name', value: 'Amina' }),
      ),
    );
    const offer = offerCase(depsOf(one, 'Ett'), opened, 'qr');
    await offered(server, one);
    const taking = takeCase(depsOf(two, 'Två', ' åby  Kommun'), offer.code);
    await until(() => isAsking(offer, taking), one, two);
    offer.confirm();
    await until(() => isOver(offer, taking), one, two);
    expect(taking.state().is).toBe('done');
    for (const { engine } of [one, two, one, two]) await engine.pass();
    const there = unwrap(await openCase(two.caseDeps, two.session, opened.caseId));
    expect(there.workspace().state.log.map(({ fact }) => fact.type)).toContain('writer.invited');
    expect(unwrap(await two.session.listCases())).toEqual([opened.caseId]);
    expect(secret.caseId).not.toBe(opened.caseId);
  });

  test.each([
    ['Region Söder', 'otherOrganisation'],
    ['', 'organisationMissing'],
  ])('refuses a colleague of another organisation (%s)', async (organisation, why) => {
    const { server, one, two, opened } = await start();
    const offer = offerCase(depsOf(one, 'Ett'), opened, 'qr');
    await offered(server, one);
    const taking = takeCase(depsOf(two, 'Två', organisation), offer.code);
    await until(() => isOver(offer, taking), one, two);
    expect(offer.state()).toEqual({ is: 'failed', why });
    expect(taking.state()).toEqual({ is: 'failed', why });
    expect(unwrap(await two.session.listRoots())).toEqual([]);
    const log = opened.workspace().state.log.map(({ fact }) => fact.type);
    expect(log).not.toContain('writer.invited');
  });
});

test('reads a code as it is shown, forgives small slips, and refuses a wrong character', () => {
  const deps = { random: realRandom };
  const qr = createQrCode(deps);
  expect(readPairingCode(qr.text)).toEqual(qr.secret);
  for (let n = 0; n < 50; n += 1) {
    const { text, secret } = createTypedCode(deps);
    expect(text).toHaveLength(26);
    const slips = text.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    expect(readPairingCode(slips.replaceAll(/(.{5})/g, '$1-'))).toEqual(secret);
    const wrong = `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
    const read = readPairingCode(wrong);
    expect(read === null || read.join() !== secret.join()).toBe(true);
  }
});

test('holds two organisations apart by their keys, and by their names where a key is missing', () => {
  const named = (name: string, key: string | null = null) => ({ name, key });
  expect(sameOrganisation(named('A', 'k'), named('B', 'k'))).toBe('same');
  expect(sameOrganisation(named('A', 'k'), named('A', 'l'))).toBe('other');
  expect(sameOrganisation(named('Åby kommun'), named('ÅBY  KOMMUN '))).toBe('same');
  expect(sameOrganisation(named('Åby kommun', 'k'), named('Region Söder'))).toBe('other');
  expect(sameOrganisation(named(''), named('Åby kommun'))).toBe('unknown');
});
