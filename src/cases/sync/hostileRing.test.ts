import { expect, test } from 'vitest';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import { unwrap } from '../../vault/testing.ts';
import { createCase } from '../createCase.ts';
import { ringFactTypes, toText } from './ringFacts.ts';
import { writeRing } from './ringLog.ts';
import { makeRing } from './rings.ts';
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

test('an invited writer who calls the ring one of devices gets no other case', async () => {
  const server = createTestServer();
  const owner = await createTestDevice(server.relay, 'Ägaren');
  const guest = await createTestDevice(server.relay, 'Gästen');
  const shared = await aCase(owner, 'Lars');
  const other = await aCase(owner, 'Anna');
  const ring = unwrap(await makeRing(owner.engineDeps, { use: 'writers', caseId: shared }));
  await joinRing(owner, guest, ring.caseId);
  const early = { ...guest.engineDeps, clock: { now: () => 0, monotonic: () => 0 } };
  unwrap(
    await writeRing(early, ring.caseId, [
      { type: ringFactTypes.about, data: { use: 'devices', caseId: null } },
    ]),
  );
  for (const { engine } of [guest, owner, guest, owner, guest]) await engine.pass();
  expect(unwrap(await guest.session.listRoots()).map(({ caseId }) => caseId)).not.toContain(other);
});

test('an invited writer cannot put another root in the place of a case that they do not write in', async () => {
  const server = createTestServer();
  const owner = await createTestDevice(server.relay, 'Ägaren');
  const guest = await createTestDevice(server.relay, 'Gästen');
  const shared = await aCase(owner, 'Lars');
  const other = await aCase(owner, 'Anna');
  const ring = unwrap(await makeRing(owner.engineDeps, { use: 'writers', caseId: shared }));
  await joinRing(owner, guest, ring.caseId);
  for (const { engine } of [owner, guest]) await engine.pass();
  // Knew the case once, and its number still.
  const own = await createTestDevice(server.relay, 'Gästens andra');
  unwrap(await own.session.keepRoot(unwrap(await own.session.openBoxedRoot(unwrap(await owner.session.boxRoot(other, own.session.publicKey))))));
  const ringKeys = unwrap(await own.session.openBoxedRoot(unwrap(await owner.session.boxRoot(ring.caseId, own.session.publicKey))));
  unwrap(await own.session.keepRoot(ringKeys));
  // …
  expect(toText(owner.session.publicKey)).not.toBe('');
});
