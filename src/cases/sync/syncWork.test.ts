import { describe, expect, test } from 'vitest';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import { createTestClient, type TestClient } from '../../sync/testClient.ts';
import { createFakeServer, type FakeServer } from '../../sync/testing.ts';
import { unwrap } from '../../vault/testing.ts';
import { createCase } from '../createCase.ts';
import { type OpenCase, openCase } from '../openCase.ts';
import { hearStorage } from './heardStorage.ts';
import { makeRing } from './rings.ts';
import { createSyncWork, type SyncWork } from './syncWork.ts';
import { createTestServer } from './testRelay.ts';
import { createTestDevice, joinRing, type TestDevice } from './testSync.ts';

interface LiveDevice extends TestDevice {
  readonly work: SyncWork;
  readonly client: TestClient;
  readonly connections: () => number;
}

const live = async (server: FakeServer, name: string): Promise<LiveDevice> => {
  const device = await createTestDevice(createTestServer().relay, name);
  const client = createTestClient(server);
  const heard = hearStorage({
    journal: device.engineDeps.journal,
    removal: device.engineDeps.removal,
  });
  let connections = 0;
  const work = createSyncWork({
    ...device.engineDeps,
    ...heard.forSync,
    timers: device.time.timers,
    locks: null,
    credential: () => new Uint8Array(),
    connect: async () => {
      connections += 1;
      client.client.start();
      return client.client;
    },
  });
  const caseDeps = { ...device.caseDeps, journal: heard.journal };
  return { ...device, caseDeps, work, client, connections: () => connections };
};

const until = async (isSo: () => boolean, ...devices: readonly LiveDevice[]): Promise<void> => {
  for (let turn = 0; turn < 600 && !isSo(); turn += 1) {
    await new Promise((done) => setTimeout(done, 1));
    for (const { client, time } of devices) {
      await client.pass(500);
      await time.pass(500);
    }
  }
  expect(isSo()).toBe(true);
};

const start = async () => {
  const server = createFakeServer();
  const one = await live(server, 'Ett');
  const two = await live(server, 'Två');
  const first = unwrap(
    await createCase(one.caseDeps, one.session, (doc, ctx) =>
      setPlanField(doc, ctx, { field: 'name', value: 'Lars' }),
    ),
  );
  return { server, one, two, first };
};

const joined = async () => {
  const made = await start();
  const { one, two, first } = made;
  const ring = unwrap(await makeRing(one.engineDeps, { use: 'devices', caseId: null }));
  await joinRing(one, two, ring.caseId);
  one.work.start();
  two.work.start();
  const isWhole = (): boolean => two.work.get().cases.get(first.caseId)?.isComing === false;
  await until(isWhole, one, two);
  const second = unwrap(await openCase(two.caseDeps, two.session, first.caseId));
  return { ...made, second };
};

const place = (opened: OpenCase): string | null =>
  opened.workspace().state.plan.meeting.place.value;
const setPlace = (opened: OpenCase, value: string) =>
  opened.workspace().edit((doc, ctx) => setPlanField(doc, ctx, { field: 'meetingPlace', value }));

describe('syncing of an open vault', () => {
  test('asks no server when the vault has one device and nobody is invited', async () => {
    const { one } = await start();
    one.work.start();
    await new Promise((done) => setTimeout(done, 20));
    expect([one.connections(), one.work.get().phase]).toEqual([0, 'off']);
    one.work.stop();
  });

  test('shows on one device what was written on the other, without being asked', async () => {
    const { one, two, first, second } = await joined();
    unwrap(await setPlace(second, 'Biblioteket'));
    await until(() => place(first) === 'Biblioteket', one, two);
    unwrap(await setPlace(first, 'Hemma'));
    await until(() => place(second) === 'Hemma', one, two);
    expect(one.work.get().devices.map(({ name, isThis }) => [name, isThis])).toContainEqual([
      'Två',
      false,
    ]);
    for (const { work } of [one, two]) work.stop();
  });

  test('says what waits and since when while nobody gets through, and sends it by itself afterwards', async () => {
    const { server, one, two, first, second } = await joined();
    server.setReachable(false);
    const before = one.time.now();
    unwrap(await setPlace(first, 'Hemma'));
    const told = () => one.work.get().cases.get(first.caseId);
    await until(() => told()?.trouble === 'offline', one, two);
    expect(told()?.waits).toBeGreaterThan(0);
    expect(told()?.since).toBeGreaterThanOrEqual(before);
    expect(first.workspace().save.kind).toBe('saved');
    server.setReachable(true);
    one.work.retry();
    two.work.retry();
    await until(() => place(second) === 'Hemma', one, two);
    await until(() => told()?.waits === 0 && told()?.since === null, one, two);
    for (const { work } of [one, two]) work.stop();
  });

  test('sends all again to a server that has lost it', async () => {
    const { server, one, two, first, second } = await joined();
    const { channelId } = unwrap(await one.session.openCase(first.caseId));
    const had = server.channels.open.get(channelId)?.items.length ?? 0;
    expect(had).toBeGreaterThan(0);
    server.channels.open.clear();
    server.cut();
    unwrap(await setPlace(second, 'Hemma'));
    await until(() => place(first) === 'Hemma', one, two);
    expect(server.channels.open.get(channelId)?.items.length).toBeGreaterThan(had);
    for (const { work } of [one, two]) work.stop();
  });

  test('hears that the device of a meeting is there, and writes nothing of it', async () => {
    const { one, two, first, second } = await joined();
    await second.workspace().flush();
    const heard: string[] = [];
    two.work.onHere((caseId, device) => heard.push(`${caseId} ${device}`));
    const rows = two.memory.cases.get(first.caseId)?.last;
    one.work.tellHere(first.caseId, first.caseId);
    await until(() => heard.length > 0, one, two);
    expect(heard).toEqual([`${first.caseId} ${first.device()}`]);
    expect(two.memory.cases.get(first.caseId)?.last).toBe(rows);
    for (const { work } of [one, two]) work.stop();
  });
});
