import { expect, test } from 'vitest';
import { addNote } from '../../plan/commands/addRows.ts';
import { unwrap } from '../../vault/testing.ts';
import { compactCase } from '../compactCase.ts';
import { openCase } from '../openCase.ts';
import { rewriteCase } from '../rewriteCase.ts';
import { readSettledUpTo } from './channelState.ts';
import { createEngine } from './engine.ts';
import { createTestServer } from './testRelay.ts';
import { createTestDevice, makeSharedCase } from './testSync.ts';

const twoWithACase = async () => {
  const server = createTestServer();
  const one = await createTestDevice(server.relay, 'Platta 1');
  const two = await createTestDevice(server.relay, 'Platta 2');
  const { first } = await makeSharedCase(one, two);
  for (const { engine } of [one, two, one]) await engine.pass();
  const second = unwrap(await openCase(two.caseDeps, two.session, first.caseId));
  return { server, one, two, first, second, caseId: first.caseId };
};

const note = (opened: Awaited<ReturnType<typeof twoWithACase>>['first'], text: string) =>
  opened.workspace().edit((doc, ctx) => addNote(doc, ctx, { text }));

test('sends again what the server had and lost, though another device has filled its channel up since', async () => {
  const { server, one, two, first, second } = await twoWithACase();
  await note(second, 'Bara på platta 2');
  await two.engine.pass();
  for (let n = 0; n < 9; n += 1) await note(first, `rad ${n}`);
  server.channels.clear();
  await one.engine.pass();
  for (const { engine } of [two, one, two, one]) await engine.pass();
  await first.catchUp();
  await second.catchUp();
  const words = first.workspace().state.plan.notes.map(({ text }) => text);
  expect(words).toContain('Bara på platta 2');
  expect(second.workspace().state.plan.notes.map(({ text }) => text)).toEqual(words);
});

test('does not read a channel from its beginning when all of it is as it was', async () => {
  const { server, one, first } = await twoWithACase();
  await note(first, 'En rad');
  for (let n = 0; n < 3; n += 1) await one.engine.pass();
  const read: number[] = [];
  const { relay } = server;
  const watched = createEngine({
    ...one.engineDeps,
    relay: {
      ...relay,
      link: (keys) => {
        const link = relay.link(keys);
        const noted = (cursor: number) => {
          read.push(cursor);
          return link.read(cursor);
        };
        return { ...link, read: noted };
      },
    },
  });
  await watched.pass();
  expect(read.length).toBeGreaterThan(0);
  expect(read.every((cursor) => cursor > 0)).toBe(true);
});

test('a record stays one of its own until those who write in the plan have seen it, so that it can be read after a removal', async () => {
  const { one, two, first, second, caseId } = await twoWithACase();
  for (let n = 0; n < 4; n += 1) await note(second, `rad ${n}`);
  await two.engine.pass();
  const compact = async () =>
    compactCase(
      { ...two.caseDeps, settledUpTo: (id) => readSettledUpTo(two.session, id) },
      unwrap(await two.session.openCase(caseId)),
      2,
    );
  expect(await compact()).toEqual({ ok: false, error: { kind: 'notNeeded' } });
  await one.engine.pass();
  await first.catchUp();
  await note(first, 'sett');
  await one.engine.pass();
  await two.engine.pass();
  const done = unwrap(await compact());
  expect(done.replaced).toBeGreaterThanOrEqual(4);
});

test('notices it on a device that has only just gone over to the keys of another', async () => {
  const { server, one, two, first, caseId } = await twoWithACase();
  const again = unwrap(
    await rewriteCase(one.caseDeps, one.session, one.engineDeps.removal, first, {
      scope: { scope: 'part', choice: 'individual' },
      keepsItem: () => true,
      keepsField: () => true,
      keepsFact: () => true,
    }),
  );
  await note(again, 'Skrivet efteråt');
  await one.engine.pass();
  await two.engine.pass();
  const { channelId } = unwrap(await two.session.openCase(caseId));
  const hadBefore = server.channels.get(channelId)?.last ?? 0;
  server.channels.clear();
  const settledUpTo = (id: string) => readSettledUpTo(one.session, id);
  unwrap(
    await compactCase(
      { ...one.caseDeps, settledUpTo },
      unwrap(await one.session.openCase(caseId)),
      2,
    ),
  );
  await again.catchUp();
  await note(again, 'Skrivet sist');
  await one.engine.pass();
  // As many as before, and not the same.
  expect(server.channels.get(channelId)?.last).toBe(hadBefore);
  for (const { engine } of [two, one, two]) await engine.pass();
  const second = unwrap(await openCase(two.caseDeps, two.session, caseId));
  expect(second.workspace().state.plan.notes.map(({ text }) => text)).toContain('Skrivet sist');
});
