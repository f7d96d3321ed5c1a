import { expect, it } from 'vitest';
import { base64UrlToBytes, bytesToBase64Url } from '../../shared/bytes.ts';
import { readPairingCode } from '../../vault/pairingCode.ts';
import { createPairingSigner } from '../../vault/pairingSigner.ts';
import { unwrap } from '../../vault/testing.ts';
import { makeRing } from '../sync/rings.ts';
import type { TestDevice } from '../sync/testSync.ts';
import { openMeetingPoint } from './meetingPoint.ts';
import { type PairingMessage, signedRoot } from './pairingMessages.ts';
import { deps, shown, world } from './testPairing.ts';

/** What somebody who has seen the code would have the other keep: a ring of their own. */
const rootOfOwn = async (thief: TestDevice, heard: readonly Said[]): Promise<PairingMessage> => {
  const [offer] = heard;
  const hello = heard.find(({ message }) => message.is === 'hello');
  if (hello?.message.is !== 'hello' || offer === undefined) throw new Error('no hello');
  const ring = unwrap(await makeRing(thief.engineDeps, { use: 'devices', caseId: null }));
  const key = base64UrlToBytes(hello.message.key) ?? new Uint8Array();
  const box = bytesToBase64Url(unwrap(await thief.session.boxRoot(ring.caseId, key)));
  const said = JSON.stringify({ box, caseId: null, details: null });
  const signer = unwrap(await createPairingSigner(thief.engineDeps));
  const signature = await signer.sign(signedRoot(offer.id, hello.id, said));
  return { is: 'root', said, signature: bytesToBase64Url(signature) };
};

interface Said {
  readonly id: string;
  readonly message: PairingMessage;
}

it('keeps no keys of one who has only seen the code, whatever a person here has said', async () => {
  const { server, one, two, thief, give, join, until } = await world();
  const giving = give();
  await until(() => giving.get().is === 'showing');
  const { qr } = shown(giving);
  const joining = join(qr);
  const code = unwrap(readPairingCode(qr));
  const point = unwrap(await openMeetingPoint(deps(thief, server.relay), code));
  await until(() => joining.get().is === 'comparing');
  unwrap(await point.say(await rootOfOwn(thief, unwrap(await point.hear()))));
  joining.confirm();
  await until(() => joining.get().is === 'waiting');
  await until(() => giving.get().is === 'comparing');
  for (let turn = 0; turn < 5; turn += 1) await two.time.pass(1_000);
  expect(unwrap(await two.session.listRoots())).toEqual([]);
  giving.confirm();
  await until(() => joining.get().is === 'done');
  const [given] = unwrap(await one.session.listRoots());
  expect(unwrap(await two.session.listRoots()).map(({ caseId }) => caseId)).toEqual([
    given?.caseId,
  ]);
});

it('keeps nothing, and is given nothing, before a person on each of the two has said yes', async () => {
  const { one, two, give, join, until } = await world();
  const giving = give();
  await until(() => giving.get().is === 'showing');
  giving.confirm();
  const joining = join(shown(giving).typed);
  joining.confirm();
  await until(() => giving.get().is === 'comparing' && joining.get().is === 'comparing');
  giving.confirm();
  await until(() => giving.get().is === 'giving');
  for (let turn = 0; turn < 5; turn += 1) await one.time.pass(1_000);
  expect(unwrap(await one.session.listRoots())).toEqual([]);
  joining.cancel();
  await until(() => giving.get().is === 'stopped');
  expect(giving.get()).toMatchObject({ why: 'cancelledThere' });
  expect(unwrap(await two.session.listRoots())).toEqual([]);
});

it('joins nothing under the number of something that is here', async () => {
  const { one, two, give, join, until } = await world();
  const own = unwrap(await two.session.createCase());
  const giving = give({
    use: 'writers',
    caseId: own.caseId,
    organisation: 'Åby kommun',
    details: null,
    ring: async () => {
      const made = await makeRing(one.engineDeps, {
        use: 'writers',
        caseId: own.caseId,
        isOwn: true,
      });
      return made.ok ? { ok: true, value: made.value.caseId } : made;
    },
  });
  await until(() => giving.get().is === 'showing');
  const joining = join(shown(giving).qr, { organisation: 'Åby kommun' });
  await until(() => giving.get().is === 'comparing' && joining.get().is === 'comparing');
  giving.confirm();
  joining.confirm();
  await until(() => joining.get().is === 'stopped');
  expect(joining.get()).toMatchObject({ why: 'alreadyHere' });
  expect(unwrap(await two.session.listRoots()).map(({ caseId }) => caseId)).toEqual([own.caseId]);
});

it('reads no more than so much of one who has seen the code', async () => {
  const { server, two, thief, give, until } = await world();
  const giving = give();
  await until(() => giving.get().is === 'showing');
  const code = unwrap(readPairingCode(shown(giving).qr));
  const point = unwrap(await openMeetingPoint(deps(thief, server.relay), code));
  for (let n = 0; n < 600; n += 1) unwrap(await point.say({ is: 'number', number: `${n}` }));
  const reader = unwrap(await openMeetingPoint(deps(two, server.relay), code));
  for (let time = 0; time < 3; time += 1) expect(unwrap(await reader.hear())).toHaveLength(500);
  giving.cancel();
});
