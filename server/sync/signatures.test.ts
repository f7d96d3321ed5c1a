import { describe, expect, it } from 'vitest';
import { createSignatures } from './signatures.ts';
import { createTestWriter, someBytes, type TestWriter } from './testing.ts';
import { loadVerifyEd25519, verifyByNode } from './verifyEd25519.ts';
import { createVerifyPool } from './verifyPool.ts';

const signedBy = (writer: TestWriter, length = 100) => {
  const body = someBytes(length);
  return {
    method: 'append' as const,
    channelId: writer.channelId,
    publicKey: writer.publicKey,
    body,
    signature: writer.sign('append', body, 'sync.example.se'),
    serverName: 'sync.example.se',
  };
};

describe('signatures', () => {
  it('are told right from wrong, each its own, however many come at once', async () => {
    const signatures = createSignatures(createVerifyPool(3));
    const writers = [createTestWriter(), createTestWriter()];
    const asked = Array.from({ length: 400 }, (_, index) => {
      const signed = signedBy(writers[index % 2] ?? createTestWriter(), 50 + index * 200);
      if (index % 3 === 0) return signed;
      if (index % 3 === 1) return { ...signed, serverName: 'elsewhere.example' };
      return { ...signed, method: 'publish' as const };
    });
    const answers = await Promise.all(asked.map((signed) => signatures.isRight(signed)));
    expect(answers).toEqual(asked.map((_, index) => index % 3 === 0));
    await signatures.close();
  });

  it('of keys that are no point, or of zeros, are wrong and no fault', async () => {
    const signatures = createSignatures(createVerifyPool(1));
    const signed = signedBy(createTestWriter());
    for (const publicKey of [new Uint8Array(32), new Uint8Array(32).fill(255), someBytes(32)])
      expect(await signatures.isRight({ ...signed, publicKey })).toBe(false);
    expect(await signatures.isRight({ ...signed, signature: new Uint8Array(64) })).toBe(false);
    expect(await signatures.isRight(signed)).toBe(true);
    await signatures.close();
  });

  it('mean the same to libsodium and to Node', async () => {
    const fast = await loadVerifyEd25519();
    expect(fast).not.toBe(verifyByNode);
    const writer = createTestWriter();
    for (let time = 0; time < 50; time += 1) {
      const body = someBytes(time);
      const { sign, publicKey } = writer;
      const signature = sign('end', body, 'a');
      const changed = signature.slice();
      changed[time] = (changed[time] ?? 0) ^ 4;
      for (const each of [signature, changed, someBytes(64)])
        expect(fast(publicKey, body, each)).toBe(verifyByNode(publicKey, body, each));
    }
  });

  it('are refused when the threads are gone, not left without an answer', async () => {
    const pool = createVerifyPool(1);
    const signatures = createSignatures(pool);
    await pool.close();
    await expect(signatures.isRight(signedBy(createTestWriter()))).rejects.toThrow('No thread');
  });
});
