/** An organisation's recovery key: opens where it was told that it may, here and for the one who asked, nowhere else. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  answerQuestion,
  changePassphrase,
  createRecoveryKey,
  openRecoveryKey,
  type SealedRecoveryKey,
} from './answerRecovery.ts';
import { sealToPublicKey } from './box.ts';
import { createVault } from './createVault.ts';
import type { CurveKeys } from './curveKeys.ts';
import { fakePasskeys } from './fakePasskeys.ts';
import { askForVault, makePasskey } from './passkeys.ts';
import { portableVault } from './portableVault.ts';
import {
  askRecovery,
  dropOrganisationKey,
  organisationKeyOf,
  recoverVault,
  sealForOrganisation,
} from './recovery.ts';
import {
  answerContext,
  answerToText,
  keyFingerprint,
  questionCheck,
  textToQuestion,
} from './recoveryTexts.ts';
import { type Secret, secretOf } from './secret.ts';
import { errorOf, testVaultDeps, unwrap } from './testing.ts';
import { unlockWithPassword } from './unlock.ts';
import { unlockWithReserveCode } from './unlockWithReserve.ts';
import type { RecoveryWrap } from './vaultStore.ts';

const password = secretOf('lingon kanot bastu vinter');
const newPassword = secretOf('helt andra ord än förut');
const passphrase = secretOf('nyckelskåpet längst ner till vänster');

let organisation: SealedRecoveryKey;
let organisationKeys: CurveKeys;
let other: CurveKeys;
let deps: ReturnType<typeof testVaultDeps>;
let vaultId: string;
let reserveCode: Secret;

const make = async () => {
  deps = testVaultDeps();
  const made = unwrap(
    await createVault(deps, { shortName: 'E', password, recoveryKey: organisation.publicKey }),
  );
  ({ reserveCode } = made);
  ({ vaultId } = made.session);
  await made.session.writeValue('person', { name: 'Eva Ek' });
};

const ask = async (anew = false) => unwrap(await askRecovery(deps, { vaultId, anew }));

/** What the one who keeps the key does with the text. */
const answerTo = async (text: string, keys = organisationKeys) =>
  answerQuestion(deps, keys, unwrap(textToQuestion(text)));

const recover = (answer: string) => recoverVault(deps, { vaultId, answer, newPassword });

beforeAll(async () => {
  const world = testVaultDeps();
  organisation = unwrap(await createRecoveryKey(world, passphrase));
  organisationKeys = unwrap(await openRecoveryKey(world, organisation, passphrase));
  const stranger = unwrap(await createRecoveryKey(world, passphrase));
  other = unwrap(await openRecoveryKey(world, stranger, passphrase));
});

beforeEach(async () => {
  await make();
});

describe('the way through', () => {
  test('password and code are gone: asked, answered, opened with a new password and a new code', async () => {
    const question = await ask();
    const answer = unwrap(await answerTo(question.text));
    const recovered = unwrap(await recover(answer));
    expect(unwrap(await recovered.session.readValue('person'))).toEqual({ name: 'Eva Ek' });
    expect((await unlockWithPassword(deps, vaultId, newPassword)).ok).toBe(true);
    expect(errorOf(await unlockWithPassword(deps, vaultId, password)).kind).toBe('wrongPassword');
    const byCode = (code: Secret) =>
      unlockWithReserveCode(deps, { vaultId, code, newPassword, newCode: false });
    expect(errorOf(await byCode(reserveCode)).kind).toBe('wrongPassword');
    expect((await byCode(recovered.reserveCode)).ok).toBe(true);
  });

  test('both ends say the same digits and name the same key', async () => {
    const { text, check, fingerprint } = await ask();
    const arrived = unwrap(textToQuestion(text));
    expect(await questionCheck(arrived)).toBe(check);
    expect(check).toMatch(/^(\d{4} ){3}\d{4}$/);
    expect(fingerprint).toBe(await keyFingerprint(organisation.publicKey));
    expect(fingerprint).toMatch(/^(?:[0-9A-Z]{4} ){3}[0-9A-Z]{4}$/);
  });

  test('gives every case a new device id, since the disk may be a copy', async () => {
    const session = unwrap(await unlockWithPassword(deps, vaultId, password));
    const { caseId, device } = unwrap(await session.createCase());
    const answer = unwrap(await answerTo((await ask()).text));
    const recovered = unwrap(await recover(answer));
    expect(unwrap(await recovered.session.openCase(caseId)).device).not.toBe(device);
  });

  test('takes away the passkey of whoever had the vault before', async () => {
    const passkeys = fakePasskeys();
    const made = unwrap(await makePasskey({ ...deps, passkeys }, { vaultId, label: 'SIP' }));
    unwrap(await made.keep(password));
    unwrap(await recover(unwrap(await answerTo((await ask()).text))));
    expect(errorOf(await askForVault({ ...deps, passkeys }, vaultId)).kind).toBe('noPasskey');
  });

  test('mail that quotes, breaks and dresses the text does no harm', async () => {
    const { text } = await ask();
    const quoted = `Hej!\n\n${text.replaceAll(/^/gm, '> ').toLowerCase()}\nHälsningar`;
    const answer = unwrap(await answerTo(quoted));
    expect((await recover(`Svar:\r\n\r\n${answer.replaceAll('\n', '\r\n  ')}`)).ok).toBe(true);
  });
});

describe('what opens nothing', () => {
  test('another key than the one that was asked', async () => {
    const { text } = await ask();
    expect(errorOf(await answerTo(text, other)).kind).toBe('otherKey');
  });

  test('a question that is made to look as if it asked another key', async () => {
    const question = unwrap(textToQuestion((await ask()).text));
    const forged = { ...question, organisationKey: other.publicKey };
    expect(errorOf(await answerQuestion(deps, other, forged)).kind).toBe('damaged');
    const moved = { ...question, vaultId: 'AAAAAAAAAAAAAAAAAAAAAA' };
    expect(errorOf(await answerQuestion(deps, organisationKeys, moved)).kind).toBe('damaged');
  });

  test('the answer on another device, or for another vault', async () => {
    const answer = unwrap(await answerTo((await ask()).text));
    const row = unwrap(await deps.store.getVault(vaultId));
    if (row === null) throw new Error('expected a vault');
    const copied = testVaultDeps();
    await copied.store.addVault(portableVault(row));
    unwrap(await askRecovery(copied, { vaultId, anew: false }));
    const there = await recoverVault(copied, { vaultId, answer, newPassword });
    expect(errorOf(there).kind).toBe('notForHere');
    const colleague = unwrap(
      await createVault(deps, { shortName: 'A', password, recoveryKey: organisation.publicKey }),
    ).session.vaultId;
    unwrap(await askRecovery(deps, { vaultId: colleague, anew: false }));
    const theirs = await recoverVault(deps, { vaultId: colleague, answer, newPassword });
    expect(errorOf(theirs).kind).toBe('notForHere');
    expect((await unlockWithPassword(deps, colleague, password)).ok).toBe(true);
  });

  test('the answer to an earlier question, and one that was used', async () => {
    const old = unwrap(await answerTo((await ask()).text));
    await ask(true);
    expect(errorOf(await recover(old)).kind).toBe('notForHere');
    const answer = unwrap(await answerTo((await ask()).text));
    unwrap(await recover(answer));
    expect(errorOf(await recover(answer)).kind).toBe('notForHere');
  });

  test('an answer that was asked for before the owner came back', async () => {
    const answer = unwrap(await answerTo((await ask()).text));
    unwrap(await unlockWithPassword(deps, vaultId, password));
    expect(errorOf(await recover(answer)).kind).toBe('notForHere');
  });

  test('another key that somebody sealed to this device', async () => {
    const question = unwrap(textToQuestion((await ask()).text));
    const { deviceKey } = question;
    const box = await sealToPublicKey(
      deps,
      deviceKey,
      crypto.getRandomValues(new Uint8Array(32)),
      answerContext(vaultId, deviceKey),
    );
    const answer = answerToText({ vaultId, deviceKey, box: unwrap(box) });
    expect(errorOf(await recover(answer)).kind).toBe('notForHere');
    expect((await unlockWithPassword(deps, vaultId, password)).ok).toBe(true);
  });

  test('a weak new password: nothing is changed, and the answer still holds', async () => {
    const answer = unwrap(await answerTo((await ask()).text));
    const weak = await recoverVault(deps, { vaultId, answer, newPassword: secretOf('1234') });
    expect(errorOf(weak).kind).toBe('weakPassword');
    expect((await recover(answer)).ok).toBe(true);
  });

  test('every single changed character of question and answer is found', async () => {
    const { text } = await ask();
    const answer = unwrap(await answerTo(text));
    const swap = (whole: string, at: number): string =>
      whole.slice(0, at) + (whole[at] === '7' ? '8' : '7') + whole.slice(at + 1);
    for (let at = 12; at < text.length - 6; at += 1) {
      if (text[at] !== '\n') expect(textToQuestion(swap(text, at)).ok).toBe(false);
    }
    for (let at = 11; at < answer.length - 6; at += 9) {
      if (answer[at] === '\n') continue;
      expect(errorOf(await recover(swap(answer, at)))).toEqual({
        kind: 'badAnswer',
        why: 'damaged',
      });
    }
    expect((await recover(answer)).ok).toBe(true);
  });

  test.each([
    ['', 'other'],
    ['Hej, här kommer svaret', 'other'],
    ['SIP-SVAR-1', 'damaged'],
    ['SIP-SVAR-1\nSLUT', 'damaged'],
    ['SIP-SVAR-1\nÅÄÖ\nSLUT', 'damaged'],
  ])('%j is no answer', async (text, why) => {
    await ask();
    expect(errorOf(await recover(text))).toEqual({ kind: 'badAnswer', why });
  });
});

describe('the key on a vault', () => {
  test('is offered later, and a newer one takes its place', async () => {
    unwrap(await dropOrganisationKey(deps, vaultId));
    expect(unwrap(await organisationKeyOf(deps, vaultId))).toBeNull();
    expect(errorOf(await askRecovery(deps, { vaultId, anew: false })).kind).toBe('noRecovery');
    const seal = (publicKey: SealedRecoveryKey['publicKey']) =>
      sealForOrganisation(deps, { vaultId, password, publicKey });
    unwrap(await seal(organisation.publicKey));
    const before = unwrap(await answerTo((await ask()).text));
    unwrap(await seal(other.publicKey));
    expect(unwrap(await organisationKeyOf(deps, vaultId))).toEqual(other.publicKey);
    expect(errorOf(await recover(before)).kind).toBe('notForHere');
    const { text } = await ask();
    expect(errorOf(await answerTo(text)).kind).toBe('otherKey');
    expect((await recover(unwrap(await answerTo(text, other)))).ok).toBe(true);
  });

  test('is not taken without the password, nor when it is none', async () => {
    const wrong = secretOf('fel ord helt och hållet');
    const { publicKey } = other;
    const refused = await sealForOrganisation(deps, { vaultId, password: wrong, publicKey });
    expect(errorOf(refused).kind).toBe('wrongPassword');
    const zero = { vaultId, password, publicKey: new Uint8Array(32) };
    expect(errorOf(await sealForOrganisation(deps, zero)).kind).toBe('badPublicKey');
    expect(unwrap(await organisationKeyOf(deps, vaultId))).toEqual(organisation.publicKey);
  });

  test.each<[string, unknown]>([
    ['text', { publicKey: 'key', box: 'box' }],
    ['short', { publicKey: new Uint8Array(32), box: new Uint8Array(3) }],
    ['empty', {}],
  ])('that is damaged (%s) gives an error, and the password opens', async (_what, recovery) => {
    await deps.store.updateVault(vaultId, (row) => ({
      ...row,
      recovery: recovery as RecoveryWrap,
    }));
    expect(errorOf(await askRecovery(deps, { vaultId, anew: false })).kind).toBe('damaged');
    expect((await unlockWithPassword(deps, vaultId, password)).ok).toBe(true);
  });
});

describe('the file of the organisation’s key', () => {
  test('opens with its passphrase only, and can get another', async () => {
    const next = secretOf('ett nytt skåp i ett annat rum');
    const wrong = await openRecoveryKey(deps, organisation, next);
    expect(errorOf(wrong).kind).toBe('wrongPassphrase');
    const changed = unwrap(await changePassphrase(deps, organisation, { old: passphrase, next }));
    const keys = unwrap(await openRecoveryKey(deps, changed, next));
    expect(keys.publicKey).toEqual(organisation.publicKey);
    expect(errorOf(await openRecoveryKey(deps, changed, passphrase)).kind).toBe('wrongPassphrase');
    const refused = await changePassphrase(deps, organisation, { old: next, next: passphrase });
    expect(errorOf(refused).kind).toBe('wrongPassphrase');
  });

  test('is not made with a weak passphrase, and not opened under another public key', async () => {
    expect(errorOf(await createRecoveryKey(deps, secretOf('1234'))).kind).toBe('weakPassword');
    const forged = { ...organisation, publicKey: other.publicKey };
    expect(errorOf(await openRecoveryKey(deps, forged, passphrase)).kind).toBe('wrongPassphrase');
  });
});
