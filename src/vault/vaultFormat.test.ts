/**
 * The vectors of docs/vault-format.md: every way into a vault that was ever written down opens with our code, and with
 * a second implementation written from the document alone (node:crypto, none of our code).
 */
import {
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { textToRecoveryKey } from '../protocol/recoveryKey.ts';
import { type Bytes, bytesToHex } from '../shared/bytes.ts';
import { answerQuestion } from './answerRecovery.ts';
import { argon2Here } from './argon2.ts';
import { openBox } from './box.ts';
import { toCurveKeys } from './curveKeys.ts';
import {
  answerContext,
  keyFingerprint,
  questionCheck,
  questionToText,
  textToAnswer,
  textToQuestion,
} from './recoveryTexts.ts';
import { parseReserveCode } from './reserveCode.ts';
import { secretOf } from './secret.ts';
import { realRandom, unwrap } from './testing.ts';
import { openVaultKeys } from './vaultKeys.ts';
import { unwrapByPasskey, unwrapByPassword, unwrapByReserve, wrapContext } from './wrapVaultKey.ts';

const hex = v.pipe(
  v.string(),
  v.regex(/^(?:[0-9a-f]{2})+$/),
  v.transform((text): Bytes => Uint8Array.from(Buffer.from(text, 'hex'))),
);

const shape = v.object({
  vaultId: v.string(),
  vaultKey: hex,
  publicKey: hex,
  password: v.object({
    text: v.string(),
    salt: hex,
    memoryKiB: v.number(),
    iterations: v.number(),
    parallelism: v.number(),
    wrapped: hex,
  }),
  reserve: v.object({ code: v.string(), salt: hex, wrapped: hex }),
  passkey: v.object({ secret: hex, wrapped: hex }),
  recovery: v.object({
    privateKey: hex,
    publicKey: hex,
    text: v.string(),
    number: v.string(),
    box: hex,
  }),
  question: v.object({
    devicePrivateKey: hex,
    devicePublicKey: hex,
    check: v.string(),
    text: v.string(),
  }),
  answer: v.object({ text: v.string() }),
});

const document = readFileSync(new URL('../../docs/vault-format.md', import.meta.url), 'utf8');
const [, block = ''] = document.match(/```json\n([\s\S]*?)\n```/) ?? [];
const vector = v.parse(shape, JSON.parse(block));
const { vaultId, vaultKey, recovery, question, answer } = vector;

describe('with our code', () => {
  test('password, reserve code and passkey give the vault key', async () => {
    const { text, ...wrap } = vector.password;
    const byPassword = unwrapByPassword({ argon2: argon2Here }, vaultId, wrap, secretOf(text));
    expect(unwrap(await byPassword)).toEqual(vaultKey);
    const code = unwrap(parseReserveCode(secretOf(vector.reserve.code)));
    expect(await unwrapByReserve(vaultId, vector.reserve, code)).toEqual(vaultKey);
    const { secret, wrapped } = vector.passkey;
    expect(await unwrapByPasskey(vaultId, wrapped, secret.slice())).toEqual(vaultKey);
    const keys = unwrap(await openVaultKeys(vaultId, vaultKey.slice()));
    expect(keys.box.publicKey).toEqual(vector.publicKey);
  });

  test('a question is read, answered and the answer opened', async () => {
    expect(textToRecoveryKey(recovery.text)).toEqual(recovery.publicKey);
    expect(await keyFingerprint(recovery.publicKey)).toBe(recovery.number);
    const asked = unwrap(textToQuestion(question.text));
    expect(asked).toEqual({
      vaultId,
      organisationKey: recovery.publicKey,
      deviceKey: question.devicePublicKey,
      box: recovery.box,
    });
    expect(questionToText(asked)).toBe(question.text);
    expect(await questionCheck(asked)).toBe(question.check);
    const organisation = unwrap(await toCurveKeys('X25519', recovery.privateKey.slice()));
    const own = unwrap(await answerQuestion({ random: realRandom }, organisation, asked));
    const device = unwrap(await toCurveKeys('X25519', question.devicePrivateKey.slice()));
    const context = answerContext(vaultId, question.devicePublicKey);
    for (const text of [answer.text, own]) {
      const read = unwrap(textToAnswer(text));
      expect(await openBox(device, read.box, context)).toEqual(vaultKey);
    }
    const direct = await openBox(organisation, recovery.box, wrapContext('recovery', vaultId));
    expect(direct).toEqual(vaultKey);
  });
});

/** From the document alone. */
const derive = (input: Uint8Array, salt: Uint8Array, info: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', input, salt, info, 32));

const open = (key: Uint8Array, sealed: Uint8Array, context: readonly string[]): string => {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAAD(Buffer.from(JSON.stringify(context)));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString(
    'hex',
  );
};

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const base32 = (text: string): Buffer => {
  const bits = Array.from(text.replaceAll(/\s/g, ''), (each) =>
    crockford.indexOf(each).toString(2).padStart(5, '0'),
  ).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};

const between = (text: string, start: string): Buffer =>
  base32(text.slice(start.length, text.indexOf('SLUT')));

const openAlone = (privateKey: Uint8Array, box: Uint8Array, context: readonly string[]): string => {
  const prefix = Buffer.from('302e020100300506032b656e04220420', 'hex');
  const own = createPrivateKey({
    key: Buffer.concat([prefix, privateKey]),
    format: 'der',
    type: 'pkcs8',
  });
  const { x = '' } = createPublicKey(own).export({ format: 'jwk' });
  const theirs = createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(box.subarray(0, 32)).toString('base64url') },
    format: 'jwk',
  });
  const shared = diffieHellman({ privateKey: own, publicKey: theirs });
  const salt = Buffer.concat([box.subarray(0, 32), Buffer.from(x, 'base64url')]);
  return open(derive(shared, salt, 'sip/1/box'), box.subarray(32), context);
};

describe('with a second implementation', () => {
  const wanted = bytesToHex(vaultKey);
  const id = Buffer.from(vaultId, 'base64url');

  test('passkey and reserve code give the vault key', () => {
    const byPasskey = derive(vector.passkey.secret, id, 'sip/1/vault/passkey');
    const passkeyContext = ['sip/1/vault-key', 'passkey', vaultId];
    expect(open(byPasskey, vector.passkey.wrapped, passkeyContext)).toBe(wanted);
    // 128 bits, and 12 of a checksum behind.
    const code = base32(vector.reserve.code).subarray(0, 16);
    const byCode = derive(code, vector.reserve.salt, 'sip/1/vault/reserve');
    expect(open(byCode, vector.reserve.wrapped, ['sip/1/vault-key', 'reserve', vaultId])).toBe(
      wanted,
    );
  });

  test('the organisation’s key opens the question, and the device’s key the answer', () => {
    const asked = between(question.text, 'SIP-FRAGA-1');
    expect(asked).toHaveLength(16 + 32 + 32 + 92 + 4);
    expect(asked.subarray(0, 16).equals(id)).toBe(true);
    const box = asked.subarray(80, 172);
    const context = ['sip/1/vault-key', 'recovery', vaultId];
    expect(openAlone(recovery.privateKey, box, context)).toBe(wanted);
    const hash = createHash('sha256').update(asked.subarray(0, 172)).digest();
    const digits = (at: number): string => String(hash.readUInt32BE(at) % 10_000).padStart(4, '0');
    expect([0, 4, 8, 12].map(digits).join(' ')).toBe(question.check);
    const answered = between(answer.text, 'SIP-SVAR-1');
    const device = answered.subarray(16, 48).toString('base64url');
    const answerIn = ['sip/1/recovery-answer', vaultId, device];
    const opened = openAlone(question.devicePrivateKey, answered.subarray(48, 140), answerIn);
    expect(opened).toBe(wanted);
  });
});
