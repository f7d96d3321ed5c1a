/** A case that another device writes anew while it is open here goes on, with what was under the fingers. */
import { expect, test } from 'vitest';
import { unwrap } from '../vault/testing.ts';
import { type OpenCase, openCase } from './openCase.ts';
import { reopenCase } from './reopenCase.ts';
import { rewriteCase } from './rewriteCase.ts';
import { readLate } from './sync/lateRecords.ts';
import { removeDevice } from './sync/removeMember.ts';
import { toText } from './sync/ringFacts.ts';
import { createTestServer } from './sync/testRelay.ts';
import { createTestDevice, makeSharedCase, type TestDevice } from './sync/testSync.ts';

const important = { item: 'plan', field: 'important' };

const setUp = async () => {
  const { relay } = createTestServer();
  const one = await createTestDevice(relay, 'Ett');
  const two = await createTestDevice(relay, 'Två');
  const lost = await createTestDevice(relay, 'Borttappad');
  const { first } = await makeSharedCase(one, two, lost);
  for (const { engine } of [one, two, lost, one]) await engine.pass();
  const { caseId } = first;
  const open = async ({ caseDeps, session }: TestDevice): Promise<OpenCase> =>
    unwrap(await openCase(caseDeps, session, caseId, { log: false }));
  const second = await open(two);
  type(second, 'Sova');
  unwrap(await second.workspace().flush());
  for (const { engine } of [two, one]) await engine.pass();
  return { one, two, lost, first, second, open };
};

const type = (opened: OpenCase, insert: string): void => {
  const typing = opened.workspace().typing(important);
  typing.splice({ index: typing.value.length, remove: 0, insert });
};
const words = (opened: OpenCase): string => opened.workspace().typing(important).value;

/** Other windows hear of it in a moment of their own. */
const heard = (opened: OpenCase): Promise<void> => opened.catchUp();

test('under new keys it goes on with the words that were being written', async () => {
  const { one, two, lost, first, second, open } = await setUp();
  await first.close();
  unwrap(await removeDevice(one.engineDeps, toText(lost.session.publicKey)));
  await one.engine.pass();
  type(second, ' bättre');
  await two.engine.pass();
  await heard(second);
  expect(second.isRewritten()).toBe(true);
  type(second, ' om natten');
  const { opened, isLaidApart } = unwrap(await reopenCase(two.caseDeps, two.session, second));
  expect([words(opened), isLaidApart]).toEqual(['Sova bättre om natten', false]);
  unwrap(await opened.workspace().flush());
  expect(opened.workspace().save.kind).toBe('saved');
  expect(unwrap(await readLate(two.session, first.caseId))).toEqual([]);
  for (const { engine } of [two, one]) await engine.pass();
  expect(words(await open(one))).toBe('Sova bättre om natten');
});

test('after a removal the words that were being written lie before a person, and nothing removed is back', async () => {
  const { one, two, first, second } = await setUp();
  await first.catchUp();
  unwrap(
    await rewriteCase(one.caseDeps, one.session, one.engineDeps.removal, first, {
      scope: { scope: 'part', choice: 'individual' },
      keepsItem: () => true,
      keepsField: ({ field }) => field !== 'important',
      keepsFact: () => true,
    }),
  );
  await one.engine.pass();
  type(second, ' bättre');
  await two.engine.pass();
  await heard(second);
  const { opened, isLaidApart } = unwrap(await reopenCase(two.caseDeps, two.session, second));
  expect([words(opened), isLaidApart]).toEqual(['', true]);
  const late = unwrap(await readLate(two.session, first.caseId));
  expect(late).toMatchObject([{ kind: 'words', words: [' bättre'] }]);
  expect(opened.workspace().save.kind).toBe('saved');
});

test('stays as it is, with its words, while the new one cannot be opened', async () => {
  const { one, two, lost, first, second } = await setUp();
  await first.close();
  unwrap(await removeDevice(one.engineDeps, toText(lost.session.publicKey)));
  await one.engine.pass();
  type(second, ' bättre');
  await two.engine.pass();
  await heard(second);
  const locked = {
    ...two.session,
    openCase: async () => ({ ok: false, error: { kind: 'slow' } }) as const,
  };
  expect((await reopenCase(two.caseDeps, locked, second)).ok).toBe(false);
  expect(words(second)).toBe('Sova bättre');
  const { opened } = unwrap(await reopenCase(two.caseDeps, two.session, second));
  expect(words(opened)).toBe('Sova bättre');
});
