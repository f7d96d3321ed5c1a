/** Whoever is taken out knew the keys of what is shared: it ends with them, and is given anew under others. */
import { describe, expect, test } from 'vitest';
import { base64UrlToBytes } from '../../shared/bytes.ts';
import { createTestClient } from '../../sync/testClient.ts';
import { createFakeServer, type FakeServer } from '../../sync/testing.ts';
import { openShareRoot } from '../../vault/shareKeys.ts';
import { realRandom, unwrap } from '../../vault/testing.ts';
import { type OpenCase, openCase } from '../openCase.ts';
import { foldShares, sharesToGiveAnew } from '../shares/foldShares.ts';
import { endShare, openShare } from '../shares/openShare.ts';
import { shareGone } from '../shares/shareFacts.ts';
import { atOnce, readWaitingEnds } from '../shares/waitingEnds.ts';
import { createShareTransport } from '../shares/wireShares.ts';
import { createEngine } from './engine.ts';
import { relayOverPort } from './relayOverPort.ts';
import { removeDevice, removeWriter } from './removeMember.ts';
import { toText } from './ringFacts.ts';
import { createTestDevice, makeSharedCase, type TestDevice } from './testSync.ts';

const onServer = async (server: FakeServer, name: string) => {
  const connection = createTestClient(server);
  connection.client.start();
  await connection.pass(1_000);
  const credential = () => new Uint8Array();
  const device = await createTestDevice(relayOverPort(connection.client, credential), name);
  const { clock, random } = device.engineDeps;
  const { timers } = device.time;
  const transport = createShareTransport({
    clock,
    random,
    timers,
    sync: connection.client,
    credential,
  });
  const engineDeps = { ...device.engineDeps, serverName: server.serverName };
  return { ...device, engineDeps, engine: createEngine(engineDeps), transport, connection };
};

const wanted = {
  receiver: { receiverKind: 'individual', participantId: null, name: 'Lars' },
  kind: 'follow',
  until: null,
  judged: '',
  versionId: null,
} as const;

const setUp = async () => {
  const server = createFakeServer();
  const one = await onServer(server, 'Ett');
  const two = await onServer(server, 'Två');
  const lost = await onServer(server, 'Borttappad');
  const { first } = await makeSharedCase(one, two, lost);
  unwrap(
    await openShare({ random: realRandom, transport: one.transport }, first, wanted, '2026-06-01'),
  );
  const [share] = sharesOf(first);
  if (share === undefined) throw new Error('Nothing is shared.');
  unwrap(await one.transport.publish(share.secret, 1, { part: 'behov' }));
  for (const { engine } of [one, two, lost, one]) await engine.pass();
  const channelId = await channelOf(share.secret);
  expect(server.channels.open.has(channelId)).toBe(true);
  await first.close();
  return { server, one, two, lost, first, share, channelId };
};

const sharesOf = (opened: OpenCase) => foldShares(opened.workspace().state.log);

const openOn = async ({ caseDeps, session }: TestDevice, caseId: string): Promise<OpenCase> =>
  unwrap(await openCase(caseDeps, session, caseId, { log: false }));

const channelOf = async (secret: string): Promise<string> => {
  const root = base64UrlToBytes(secret) ?? new Uint8Array();
  return unwrap(await openShareRoot({ random: realRandom }, root)).channelId;
};

describe('what is shared when somebody who knew its keys is taken out', () => {
  test('ends at once, the individual’s own too, so that a lost device neither reads nor publishes', async () => {
    const { server, one, two, lost, first, share, channelId } = await setUp();
    const kept = await openOn(lost, first.caseId);
    const secret = sharesOf(kept)[0]?.secret ?? '';
    expect((await lost.transport.publish(secret, 2, { part: 'falskt' })).ok).toBe(true);

    unwrap(await removeDevice(one.engineDeps, toText(lost.session.publicKey)));
    expect(await readWaitingEnds(one.session)).toEqual([{ caseId: first.caseId, until: atOnce }]);
    expect((await one.engine.pass()).endings).toEqual({ share: 0, case: 0 });
    expect(server.channels.open.has(channelId)).toBe(false);
    expect(await lost.transport.publish(secret, 3, { part: 'falskt' })).toMatchObject({
      error: 'ended',
    });
    for (const device of [one, two, one, two]) await device.engine.pass();
    for (const device of [one, two]) {
      const opened = await openOn(device, first.caseId);
      expect(sharesOf(opened)).toMatchObject([
        { shareId: share.shareId, ended: { why: 'newKeys' } },
      ]);
    }
  });

  test('is given anew under keys that the removed device does not know', async () => {
    const { one, lost, first } = await setUp();
    unwrap(await removeDevice(one.engineDeps, toText(lost.session.publicKey)));
    const opened = await openOn(one, first.caseId);
    const [old] = sharesToGiveAnew(sharesOf(opened));
    if (old === undefined) throw new Error('Nothing is to be given anew.');
    const deps = { random: realRandom, transport: one.transport };
    unwrap(await openShare(deps, opened, old, '2026-06-01'));
    const anew = sharesOf(opened).at(-1);
    expect(sharesToGiveAnew(sharesOf(opened))).toEqual([]);
    expect(unwrap(await one.transport.publish(anew?.secret ?? '', 1, { part: 'mal' }))).toBe(
      undefined,
    );
    await one.engine.pass();
    await lost.engine.pass();
    const secrets = sharesOf(await openOn(lost, first.caseId)).map(({ secret }) => secret);
    expect(secrets).not.toContain(anew?.secret);
  });

  test('is said to wait while there is no internet, and is ended first of all afterwards', async () => {
    const { server, one, lost, first, channelId } = await setUp();
    server.setReachable(false);
    one.connection.client.tryNow();
    await one.connection.pass(60_000);
    unwrap(await removeDevice(one.engineDeps, toText(lost.session.publicKey)));
    expect((await one.engine.pass()).endings).toEqual({ share: 1, case: 0 });
    expect(server.channels.open.has(channelId)).toBe(true);
    const waiting = sharesOf(await openOn(one, first.caseId));
    expect(waiting).toMatchObject([{ ended: { why: 'newKeys' }, isGone: false }]);
    server.setReachable(true);
    one.connection.client.tryNow();
    await one.connection.pass(60_000);
    expect((await one.engine.pass()).endings).toEqual({ share: 0, case: 0 });
    expect(server.channels.open.has(channelId)).toBe(false);
  });

  test('ends too where it was given on a device that had not heard of it', async () => {
    const { server, one, two, lost, first } = await setUp();
    const there = await openOn(two, first.caseId);
    const deps = { random: realRandom, transport: two.transport };
    unwrap(await openShare(deps, there, wanted, '2026-06-01'));
    const meanwhile = sharesOf(there).at(-1)?.secret ?? '';
    unwrap(await two.transport.publish(meanwhile, 1, { part: 'behov' }));
    await there.close();
    unwrap(await removeDevice(one.engineDeps, toText(lost.session.publicKey)));
    await one.engine.pass();
    await two.engine.pass();
    expect(server.channels.open.has(await channelOf(meanwhile))).toBe(false);
  });

  test('ends in the case that a colleague is taken out of, and stays ended when it had ended before', async () => {
    const { server, one, lost, first, share, channelId } = await setUp();
    const opened = await openOn(one, first.caseId);
    const deps = { random: realRandom, transport: one.transport };
    unwrap(await openShare(deps, opened, { ...wanted, kind: 'follow' }, '2026-06-01'));
    unwrap(await endShare(opened, share.shareId, { why: 'individual', reason: '' }));
    unwrap(await opened.workspace().record((ctx) => shareGone(ctx, share.shareId)));
    unwrap(await removeWriter(one.engineDeps, opened, toText(lost.session.publicKey)));
    await one.engine.pass();
    const why = sharesOf(await openOn(one, first.caseId)).map(({ ended }) => ended?.why);
    expect(why).toEqual(['individual', 'newKeys']);
    expect(server.channels.open.has(channelId)).toBe(true);
  });
});
