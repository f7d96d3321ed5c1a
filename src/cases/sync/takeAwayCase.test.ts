/** A whole plan that is taken away on one device goes from the server and from one's other devices. */
import { describe, expect, test } from 'vitest';
import { addNote } from '../../plan/commands/addRows.ts';
import { unwrap } from '../../vault/testing.ts';
import { openCase } from '../openCase.ts';
import { createEngine } from './engine.ts';
import { noteGoneRead, readGoneHere } from './goneCases.ts';
import { removeDevice } from './removeMember.ts';
import { toText } from './ringFacts.ts';
import { makeRing, welcomeMember } from './rings.ts';
import { takeAwayCase } from './takeAwayCase.ts';
import { createTestServer } from './testRelay.ts';
import { createTestDevice, joinRing, makeSharedCase } from './testSync.ts';

const setUp = async () => {
  const server = createTestServer();
  const one = await createTestDevice(server.relay, 'Plattan i väskan');
  const two = await createTestDevice(server.relay, 'Datorn');
  const late = await createTestDevice(server.relay, 'Gamla plattan');
  const { first, ringId } = await makeSharedCase(one, two, late);
  for (const { engine } of [one, two, late, one]) await engine.pass();
  await first.close();
  const { caseId } = first;
  const { channelId } = unwrap(await one.session.openCase(caseId));
  const casesOf = async ({ session }: typeof one) => unwrap(await session.listCases());
  return { server, one, two, late, caseId, channelId, casesOf, ringId };
};

describe('a plan that is taken away', () => {
  test('is ended on the server, goes from the other devices, and that is told there once', async () => {
    const { server, one, two, caseId, channelId, casesOf } = await setUp();
    unwrap(await takeAwayCase(one.engineDeps, caseId, false));
    expect(await casesOf(one)).toEqual([]);
    expect((await one.engine.pass()).endings).toEqual({ share: 0, case: 0 });
    expect(server.channels.get(channelId)).toMatchObject({ ended: true, log: [] });
    for (const { engine } of [two, one, two]) await engine.pass();
    expect([await casesOf(one), await casesOf(two)]).toEqual([[], []]);
    expect(two.memory.cases.has(caseId)).toBe(false);
    expect(await readGoneHere(one.session)).toEqual([]);
    const [told] = await readGoneHere(two.session);
    expect(told).toMatchObject({ caseId, name: 'Lars', from: 'Plattan i väskan' });
    await noteGoneRead(two.session, caseId);
    await two.engine.pass();
    expect(await readGoneHere(two.session)).toEqual([]);
  });

  test('is ended later where there was no internet, and is said to wait until then', async () => {
    const { server, one, caseId, channelId } = await setUp();
    const offline = createEngine({
      ...one.engineDeps,
      relay: { ...server.relay, end: async () => ({ ok: false, error: { kind: 'offline' } }) },
    });
    unwrap(await takeAwayCase(one.engineDeps, caseId, false));
    expect((await offline.pass()).endings).toEqual({ share: 0, case: 1 });
    expect(server.channels.get(channelId)?.ended).toBe(false);
    expect((await one.engine.pass()).endings).toEqual({ share: 0, case: 0 });
    expect(server.channels.get(channelId)?.ended).toBe(true);
  });

  test('stays where something was written that was not known there', async () => {
    const { one, two, caseId, casesOf } = await setUp();
    const there = unwrap(await openCase(two.caseDeps, two.session, caseId));
    unwrap(await there.workspace().edit((doc, ctx) => addNote(doc, ctx, { text: 'Nytt' })));
    await there.close();
    unwrap(await takeAwayCase(one.engineDeps, caseId, false));
    await one.engine.pass();
    const pass = await two.engine.pass();
    expect(await casesOf(two)).toEqual([caseId]);
    expect(pass.cases.get(caseId)?.trouble).toBe('ended');
    await one.engine.pass();
    expect(await casesOf(one)).toEqual([]);
  });

  test('does not come back by a device that hears of it only in a new ring', async () => {
    const { one, two, late, caseId, casesOf, ringId } = await setUp();
    const { publicKey } = late.session;
    unwrap(await welcomeMember(one.engineDeps, ringId, publicKey, 'Gamla plattan'));
    unwrap(await takeAwayCase(one.engineDeps, caseId, false));
    unwrap(await removeDevice(one.engineDeps, toText(two.session.publicKey)));
    for (const { engine } of [one, late, one, late, one]) await engine.pass();
    expect([await casesOf(one), await casesOf(late)]).toEqual([[], []]);
  });

  test('is only this person’s way to it where a colleague on the device has it too', async () => {
    const { server, one, caseId, channelId } = await setUp();
    unwrap(await takeAwayCase(one.engineDeps, caseId, true));
    await one.engine.pass();
    expect(server.channels.get(channelId)?.ended).toBe(false);
  });

  test('that a colleague was invited to goes on for the one whose it is', async () => {
    const { server, one, caseId, channelId } = await setUp();
    const guest = await createTestDevice(server.relay, 'Kollegan');
    const writers = unwrap(await makeRing(one.engineDeps, { use: 'writers', caseId, isOwn: true }));
    await joinRing(one, guest, writers.caseId);
    // As if the ring had been theirs from the beginning: that is nothing anybody believes.
    const long = { ...guest.engineDeps, clock: { now: () => 0, monotonic: () => 0 } };
    unwrap(await welcomeMember(long, writers.caseId, guest.session.publicKey, 'Kollegan'));
    for (const { engine } of [one, guest, one, guest]) await engine.pass();
    unwrap(await openCase(guest.caseDeps, guest.session, caseId, { log: false }));
    unwrap(await takeAwayCase(guest.engineDeps, caseId, false));
    for (const { engine } of [guest, one]) await engine.pass();
    expect(server.channels.get(channelId)?.ended).toBe(false);
    expect(unwrap(await one.session.listCases())).toEqual([caseId]);
  });
});
