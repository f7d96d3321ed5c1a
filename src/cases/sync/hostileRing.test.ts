import { expect, test } from 'vitest';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import { unwrap } from '../../vault/testing.ts';
import { writerInvited } from '../caseFacts.ts';
import { createCase } from '../createCase.ts';
import { openCase } from '../openCase.ts';
import { removeWriter } from './removeMember.ts';
import { rerootCase } from './rerootCase.ts';
import { toText } from './ringFacts.ts';
import { makeRing, welcomeMember } from './rings.ts';
import { keepRingUse } from './ringUse.ts';
import { createTestServer } from './testRelay.ts';
import { createTestDevice, joinRing, type TestDevice } from './testSync.ts';

const aCase = async (device: TestDevice, name: string): Promise<string> => {
  const made = unwrap(
    await createCase(device.caseDeps, device.session, (doc, ctx) =>
      setPlanField(doc, ctx, { field: 'name', value: name }),
    ),
  );
  unwrap(await made.close());
  return made.caseId;
};

const idsOf = async ({ session }: TestDevice): Promise<readonly string[]> =>
  unwrap(await session.listRoots()).map(({ caseId }) => caseId);

/** What another program would take the ring for. */
const takeForDevices = async (device: TestDevice, ringId: string): Promise<void> =>
  unwrap(await keepRingUse(device.session, ringId, { use: 'devices', caseId: null }));

const world = async () => {
  const { relay } = createTestServer();
  const owner = await createTestDevice(relay, 'Ägaren');
  const guest = await createTestDevice(relay, 'Gästen');
  const shared = await aCase(owner, 'Lars');
  const other = await aCase(owner, 'Anna');
  const ring = unwrap(
    await makeRing(owner.engineDeps, { use: 'writers', caseId: shared, isOwn: true }),
  );
  await joinRing(owner, guest, ring.caseId);
  const both = async (): Promise<void> => {
    for (const { engine } of [guest, owner, guest, owner, guest]) await engine.pass();
  };
  return { relay, owner, guest, shared, other, ringId: ring.caseId, both };
};

test('an invited writer gets that case and no other, whatever their program calls the ring', async () => {
  const { owner, guest, shared, other, ringId, both } = await world();
  const theirs = await aCase(guest, 'En annan');
  await takeForDevices(guest, ringId);
  await both();
  expect(await idsOf(guest)).toContain(shared);
  expect(await idsOf(guest)).not.toContain(other);
  // Nor does the owner take in what it did not ask for.
  expect(await idsOf(owner)).not.toContain(theirs);
});

test('who is invited tells nothing of their own, whatever the inviting program calls the ring', async () => {
  const { owner, guest, shared, ringId, both } = await world();
  const theirs = await aCase(guest, 'En annan');
  await takeForDevices(owner, ringId);
  await both();
  expect(await idsOf(owner)).not.toContain(theirs);
  // And is told of one case only, though the other device tells all of its own.
  expect([...(await idsOf(guest))].sort()).toEqual([ringId, shared, theirs].sort());
});

test('who was taken out of one case cannot bring it back by the ring of another', async () => {
  const { owner, guest, other, ringId, both } = await world();
  const before = unwrap(
    await makeRing(owner.engineDeps, { use: 'writers', caseId: other, isOwn: true }),
  );
  await joinRing(owner, guest, before.caseId);
  await both();
  const opened = unwrap(await openCase(owner.caseDeps, owner.session, other));
  unwrap(await removeWriter(owner.engineDeps, opened, toText(guest.session.publicKey)));
  const epochAtOwner = async () =>
    unwrap(await owner.session.listRoots()).find(({ caseId }) => caseId === other)?.epoch;
  expect(await epochAtOwner()).toBe(2);
  for (let more = 0; more < 3; more += 1) unwrap(await rerootCase(guest.engineDeps, other));
  await takeForDevices(guest, ringId);
  await both();
  expect(await epochAtOwner()).toBe(2);
});

test('a second device learns from the first what a ring is for', async () => {
  const { relay, owner, guest, shared, other, both } = await world();
  const second = await createTestDevice(relay, 'Ägarens andra');
  const devices = unwrap(await makeRing(owner.engineDeps, { use: 'devices', caseId: null }));
  await joinRing(owner, second, devices.caseId);
  await both();
  for (const { engine } of [owner, second, guest, owner, second, guest]) await engine.pass();
  expect(await idsOf(second)).toEqual(expect.arrayContaining([shared, other]));
  expect((await second.engine.pass()).writers.get(shared)?.length).toBe(3);
  expect(await idsOf(guest)).not.toContain(other);
});

test('who is taken out does not stay by another key that they let in', async () => {
  const { relay, owner, guest, shared, ringId, both } = await world();
  const hidden = await createTestDevice(relay, 'Gästens gömda');
  const opened = unwrap(await openCase(owner.caseDeps, owner.session, shared));
  const member = toText(guest.session.publicKey);
  const invited = { name: 'Gästen', function: '', unit: '', organisation: '', member };
  unwrap(await opened.workspace().record((ctx) => writerInvited(ctx, invited)));
  await both();
  unwrap(await welcomeMember(guest.engineDeps, ringId, hidden.session.publicKey, ''));
  await joinRing(guest, hidden, ringId);
  await both();
  await hidden.engine.pass();
  unwrap(await removeWriter(owner.engineDeps, opened, member));
  await both();
  for (const { engine } of [hidden, owner, hidden]) await engine.pass();
  const epochOf = async ({ session }: TestDevice) =>
    unwrap(await session.listRoots()).find(({ caseId }) => caseId === shared)?.epoch;
  expect(await epochOf(owner)).toBe(2);
  expect([await epochOf(guest), await epochOf(hidden)]).toEqual([1, 1]);
});
