import { expect, test } from 'vitest';
import { addNote } from '../../plan/commands/addRows.ts';
import { unwrap } from '../../vault/testing.ts';
import { openCase } from '../openCase.ts';
import { removeDevice } from './removeMember.ts';
import { toText } from './ringFacts.ts';
import { createTestServer } from './testRelay.ts';
import { createTestDevice, makeSharedCase } from './testSync.ts';

test('gives those who stay the new roots, and the removed device nothing more', async () => {
  const server = createTestServer();
  const one = await createTestDevice(server.relay, 'Ett');
  const two = await createTestDevice(server.relay, 'Två');
  const lost = await createTestDevice(server.relay, 'Borttappad');
  const { first } = await makeSharedCase(one, two, lost);
  for (const { engine } of [one, two, lost, one]) await engine.pass();
  expect(unwrap(await lost.session.listCases())).toEqual([first.caseId]);
  await first.close();

  expect(unwrap(await removeDevice(one.engineDeps, toText(lost.session.publicKey)))).toEqual({
    left: [],
  });
  const again = unwrap(await openCase(one.caseDeps, one.session, first.caseId, { log: false }));
  unwrap(await again.workspace().edit((doc, ctx) => addNote(doc, ctx, { text: 'Efteråt' })));
  for (const { engine } of [one, two, lost, one, two, lost]) await engine.pass();

  const there = unwrap(await openCase(two.caseDeps, two.session, first.caseId, { log: false }));
  expect(there.workspace().state.plan.notes.map(({ text }) => text)).toEqual(['Efteråt']);
  const kept = unwrap(await openCase(lost.caseDeps, lost.session, first.caseId, { log: false }));
  expect(kept.workspace().state.plan.notes).toEqual([]);
  expect(unwrap(await lost.session.listRoots()).map(({ epoch }) => epoch)).toEqual([1, 1]);
  const { devices } = await one.engine.pass();
  expect((await lost.engine.pass()).removedHere).toBe(true);
  expect((await two.engine.pass()).removedHere).toBe(false);
  expect(devices.map(({ name }) => name).sort()).toEqual(['Ett', 'Två']);
});
