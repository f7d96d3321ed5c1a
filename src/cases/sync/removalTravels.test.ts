import { expect, test } from 'vitest';
import { addNote } from '../../plan/commands/addRows.ts';
import { unwrap } from '../../vault/testing.ts';
import { openCase } from '../openCase.ts';
import { rewriteCase } from '../rewriteCase.ts';
import { readLate, takeInLate } from './lateRecords.ts';
import { createTestServer } from './testRelay.ts';
import { createTestDevice, makeSharedCase, type TestDevice } from './testSync.ts';

const scope = { scope: 'part', choice: 'individual' } as const;

const twoDevices = async () => {
  const server = createTestServer();
  const one = await createTestDevice(server.relay, 'Platta 1');
  const two = await createTestDevice(server.relay, 'Platta 2');
  const { first } = await makeSharedCase(one, two);
  unwrap(await first.workspace().edit((doc, ctx) => addNote(doc, ctx, { text: 'Bort med detta' })));
  await one.engine.pass();
  await two.engine.pass();
  const second = unwrap(await openCase(two.caseDeps, two.session, first.caseId));
  return { server, one, two, first, second };
};

const remove = (device: TestDevice, opened: Awaited<ReturnType<typeof twoDevices>>['first']) =>
  rewriteCase(device.caseDeps, device.session, device.engineDeps.removal, opened, {
    scope,
    keepsItem: ({ kind }) => kind !== 'note',
    keepsField: () => true,
    keepsFact: () => true,
  });

test('takes what was removed away from the other device and from the server', async () => {
  const { server, one, two, first } = await twoDevices();
  const { channelId } = unwrap(await one.session.openCase(first.caseId));
  const again = unwrap(await remove(one, first));
  await one.engine.pass();
  expect(server.channels.get(channelId)).toMatchObject({ ended: true, log: [] });
  await two.engine.pass();
  const second = unwrap(await openCase(two.caseDeps, two.session, again.caseId, { log: false }));
  const { plan, log } = second.workspace().state;
  expect([plan.name.value, plan.notes, plan.putAway]).toEqual(['Lars', [], []]);
  expect(log.map(({ fact }) => fact.type)).toContain('contents.removed');
  expect(unwrap(await two.session.openCase(first.caseId)).epoch).toBe(2);
  expect(unwrap(await readLate(two.session, first.caseId))).toEqual([]);
});

test('lays what was written meanwhile elsewhere before a person, who takes it in', async () => {
  const { one, two, first, second } = await twoDevices();
  unwrap(await second.workspace().edit((doc, ctx) => addNote(doc, ctx, { text: 'Skrivet sent' })));
  await second.close();
  unwrap(await remove(one, first));
  await one.engine.pass();
  await two.engine.pass();
  const opened = unwrap(await openCase(two.caseDeps, two.session, first.caseId, { log: false }));
  expect(opened.workspace().state.plan.notes).toEqual([]);
  const [late, ...more] = unwrap(await readLate(two.session, first.caseId));
  expect(more).toEqual([]);
  if (late?.kind !== 'words') throw new Error('Nothing came late.');
  expect(late.words).toContain('Skrivet sent');
  unwrap(await takeInLate(two.session, opened, late));
  expect(
    opened
      .workspace()
      .state.plan.notes.map(({ text }) => text)
      .join(),
  ).toContain('Skrivet sent');
  expect(unwrap(await readLate(two.session, first.caseId))).toEqual([]);
});
