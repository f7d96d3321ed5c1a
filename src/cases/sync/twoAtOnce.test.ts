/** Two removals at once on two devices: nothing is lost, and it is told. */
import { expect, test } from 'vitest';
import { unwrap } from '../../vault/testing.ts';
import { openCase } from '../openCase.ts';
import { rewriteCase } from '../rewriteCase.ts';
import { removeDevice } from './removeMember.ts';
import { toText } from './ringFacts.ts';
import { createTestServer } from './testRelay.ts';
import { createTestDevice, joinRing, makeSharedCase, type TestDevice } from './testSync.ts';

const setUp = async () => {
  const { relay } = createTestServer();
  const one = await createTestDevice(relay, 'Ett');
  const two = await createTestDevice(relay, 'Två');
  const lost = await createTestDevice(relay, 'Borttappad');
  const { first } = await makeSharedCase(one, two, lost);
  for (const { engine } of [one, two, lost, one, two]) await engine.pass();
  await first.close();
  return { one, two, lost, caseId: first.caseId };
};

const writeAnew = async ({ caseDeps, session, engineDeps }: TestDevice, caseId: string) => {
  const opened = unwrap(await openCase(caseDeps, session, caseId, { log: false }));
  const done = await rewriteCase(caseDeps, session, engineDeps.removal, opened, {
    scope: { scope: 'part', choice: 'individual' },
    keepsItem: () => true,
    keepsField: () => true,
    keepsFact: () => true,
  });
  await unwrap(done).close();
};

test('of a case that was written anew on two devices at once, it is told that each goes on by itself', async () => {
  const { one, two, caseId } = await setUp();
  expect((await two.engine.pass()).cases.get(caseId)?.isSplit).toBe(false);
  await writeAnew(one, caseId);
  await writeAnew(two, caseId);
  await one.engine.pass();
  expect((await two.engine.pass()).cases.get(caseId)?.isSplit).toBe(true);
  await writeAnew(two, caseId);
  await two.engine.pass();
  await one.engine.pass();
  expect((await one.engine.pass()).cases.get(caseId)?.isSplit).toBe(false);
  expect((await two.engine.pass()).cases.get(caseId)?.isSplit).toBe(false);
});

test('where two took somebody out at once, it is told that they are to be paired again, until they are', async () => {
  const { one, two, lost } = await setUp();
  unwrap(await removeDevice(one.engineDeps, toText(lost.session.publicKey)));
  unwrap(await removeDevice(two.engineDeps, toText(lost.session.publicKey)));
  for (const { engine } of [one, two, one]) await engine.pass();
  expect((await two.engine.pass()).isDisputed).toBe(true);
  expect((await one.engine.pass()).isDisputed).toBe(true);
  const ring = unwrap(await one.session.listRoots())
    .filter(({ isRing }) => isRing)
    .at(-1);
  await joinRing(one, two, ring?.caseId ?? '');
  for (const { engine } of [two, one, two, one]) await engine.pass();
  expect((await one.engine.pass()).isDisputed).toBe(false);
});
