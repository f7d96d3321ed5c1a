import { beforeAll, describe, expect, test } from 'vitest';
import { bytesToHex, textToBytes } from '../shared/bytes.ts';
import type { SignalMessage } from '../shared/signalMessage.ts';
import type { CaseKeys } from './caseKeys.ts';
import { createMemorySession } from './memorySession.ts';
import { openRecord, sealRecord } from './sealRecord.ts';
import { openSignal, sealSignal } from './sealSignal.ts';
import { errorOf, realRandom, unwrap } from './testing.ts';
import type { VaultSession } from './vaultSession.ts';

let session: VaultSession;
let keys: CaseKeys;
let message: SignalMessage;

beforeAll(async () => {
  session = unwrap(await createMemorySession({ random: realRandom }));
  keys = unwrap(await session.createCase());
  message = {
    is: 'raised',
    meeting: keys.caseId,
    from: keys.device,
    number: 3,
    at: 1_790_000_000_000,
    card: 'intePrata',
    whose: null,
  };
});

describe('a sealed signal', () => {
  test('opens to what was sealed, and looks like every other from outside', async () => {
    const bytes = unwrap(await sealSignal(keys, message));
    expect(unwrap(await openSignal(keys, bytes))).toEqual(message);
    const { meeting, from, number, at } = message;
    const seen = unwrap(await sealSignal(keys, { is: 'seen', meeting, from, number, at }));
    expect([bytes.length, seen.length]).toEqual([321, 321]);
    expect(bytesToHex(bytes)).not.toContain(bytesToHex(textToBytes('intePrata')));
  });

  test('is never taken for a record, nor a record for a signal', async () => {
    const signal = unwrap(await sealSignal(keys, message));
    expect(errorOf(await openRecord(keys, signal)).kind).toBe('cannotOpen');
    const record = unwrap(
      await sealRecord(keys, {
        device: keys.device,
        seq: 1,
        prev: null,
        seen: {},
        kind: 'fact',
        at: 0,
        payload: textToBytes(JSON.stringify(message)),
      }),
    );
    expect(errorOf(await openSignal(keys, record.bytes)).kind).toBe('cannotOpen');
  });

  test('is refused when any single bit has changed', async () => {
    const sealed = unwrap(await sealSignal(keys, message));
    const flips = Array.from({ length: sealed.length * 8 }, async (_, bit) => {
      const changed = sealed.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return (await openSignal(keys, changed)).ok;
    });
    expect((await Promise.all(flips)).filter((opened) => opened)).toEqual([]);
  });

  test('of another case, epoch, version or size is told apart', async () => {
    const other = unwrap(await session.createCase());
    const bytes = unwrap(await sealSignal(keys, message));
    expect(errorOf(await openSignal(other, bytes)).kind).toBe('otherChannel');
    const later = bytes.slice();
    later[36] = 2;
    expect(errorOf(await openSignal(keys, later))).toEqual({ kind: 'otherEpoch', epoch: 2 });
    const newer = bytes.slice();
    newer[0] = 2;
    expect(errorOf(await openSignal(keys, newer))).toEqual({ kind: 'unknownVersion', version: 2 });
    expect(errorOf(await openSignal(keys, bytes.slice(1))).kind).toBe('wrongSize');
    expect(errorOf(await openSignal(keys, new Uint8Array(300_000))).kind).toBe('tooLarge');
  });

  test('is neither sealed nor opened when it does not hold, or the vault is locked', async () => {
    const wrong = { ...message, number: 0 };
    expect(errorOf(await sealSignal(keys, wrong))).toEqual({ kind: 'badHeader', field: 'number' });
    const own = unwrap(await createMemorySession({ random: realRandom }));
    const held = unwrap(await own.createCase());
    const bytes = unwrap(await sealSignal(held, message));
    own.lock();
    expect(errorOf(await sealSignal(held, message)).kind).toBe('locked');
    expect(errorOf(await openSignal(held, bytes)).kind).toBe('locked');
  });
});
