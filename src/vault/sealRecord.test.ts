import { inspect } from 'node:util';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { envelopeBytes, maxRecordBytes } from '../protocol/limits.ts';
import type { RecordBody } from '../protocol/record.ts';
import { bytesToHex } from '../shared/bytes.ts';
import type { CaseKeys } from './caseKeys.ts';
import { createMemorySession } from './memorySession.ts';
import { openCard, sealCard } from './sealLocal.ts';
import { openRecord, sealRecord } from './sealRecord.ts';
import { errorOf, realRandom, unwrap } from './testing.ts';
import type { VaultSession } from './vaultSession.ts';

let session: VaultSession;
let keys: CaseKeys;

beforeAll(async () => {
  session = unwrap(await createMemorySession({ random: realRandom }));
  keys = unwrap(await session.createCase());
});

const bodyOf = (payload: Uint8Array<ArrayBuffer>): RecordBody => ({
  device: keys.device,
  seq: 1,
  prev: null,
  seen: {},
  kind: 'doc',
  at: 1_790_000_000_000,
  payload,
});

describe('a sealed record', () => {
  test('opens to what was sealed, and has the same id on both sides', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (bytes) => {
        const body = bodyOf(new Uint8Array(bytes));
        const sealed = unwrap(await sealRecord(keys, body));
        const opened = unwrap(await openRecord(keys, sealed.bytes));
        expect(opened).toEqual({ id: sealed.id, body });
      }),
      { numRuns: 60 },
    );
  });

  test('is refused when any single bit has changed', async () => {
    const sealed = unwrap(await sealRecord(keys, bodyOf(new TextEncoder().encode('Lars'))));
    const flips = Array.from({ length: sealed.bytes.length * 8 }, async (_, bit) => {
      const changed = sealed.bytes.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return (await openRecord(keys, changed)).ok;
    });
    expect(flips.length).toBeGreaterThan(2_000);
    expect((await Promise.all(flips)).filter((opened) => opened)).toEqual([]);
  });

  test('is refused when it is cut short, has more at the end, or is over the limit', async () => {
    const { bytes } = unwrap(await sealRecord(keys, bodyOf(new Uint8Array(10))));
    const longer = new Uint8Array(bytes.length + 1);
    longer.set(bytes);
    for (const wrong of [new Uint8Array(), bytes.slice(0, 40), bytes.slice(0, -1), longer]) {
      expect(errorOf(await openRecord(keys, wrong)).kind).toBe('wrongSize');
    }
    const huge = new Uint8Array(maxRecordBytes + 1);
    expect(errorOf(await openRecord(keys, huge)).kind).toBe('tooLarge');
  });

  test('never grows over 256 kB: a larger payload is refused before it is sealed', async () => {
    const error = errorOf(await sealRecord(keys, bodyOf(new Uint8Array(maxRecordBytes))));
    expect(error.kind).toBe('tooLarge');
    const largest = unwrap(await sealRecord(keys, bodyOf(new Uint8Array(260_000))));
    expect(largest.bytes.length).toBe(maxRecordBytes);
  });

  test('of another case, epoch or version is told apart', async () => {
    const other = unwrap(await session.createCase());
    const { bytes } = unwrap(await sealRecord(keys, bodyOf(new Uint8Array(10))));
    expect(errorOf(await openRecord(other, bytes)).kind).toBe('otherChannel');
    const later = bytes.slice();
    later[36] = 2;
    expect(errorOf(await openRecord(keys, later))).toEqual({ kind: 'otherEpoch', epoch: 2 });
    const newer = bytes.slice();
    newer[0] = 2;
    expect(errorOf(await openRecord(keys, newer))).toEqual({ kind: 'unknownVersion', version: 2 });
  });

  test('with a wrong key is not opened', async () => {
    const other = unwrap(await session.createCase());
    const { bytes } = unwrap(
      await sealRecord(other, { ...bodyOf(new Uint8Array(9)), device: other.device }),
    );
    // The envelope of our channel around what another key has sealed.
    const { bytes: ours } = unwrap(await sealRecord(keys, bodyOf(new Uint8Array(9))));
    const forged = bytes.slice();
    forged.set(ours.slice(0, 37));
    expect(errorOf(await openRecord(keys, forged)).kind).toBe('cannotOpen');
  });

  test('shows nothing of what is in it, and only its step as length', async () => {
    const text = 'Lars bor på Storgatan';
    const { bytes } = unwrap(await sealRecord(keys, bodyOf(new TextEncoder().encode(text))));
    expect(bytesToHex(bytes)).not.toContain(bytesToHex(new TextEncoder().encode('Lars')));
    expect(bytes.length).toBe(256 + envelopeBytes);
  });
});

describe('keys of a case', () => {
  test('cannot be printed or serialised', () => {
    const trace = inspect(keys, { depth: 9, showHidden: true }) + JSON.stringify(keys);
    expect(trace).not.toMatch(/CryptoKey|Uint8Array|root/);
    expect(Object.keys(keys).sort()).toEqual(['caseId', 'channelId', 'device', 'epoch']);
  });

  test('open and seal nothing after the vault was locked', async () => {
    const own = unwrap(await createMemorySession({ random: realRandom }));
    const held = unwrap(await own.createCase());
    const { bytes } = unwrap(
      await sealRecord(held, { ...bodyOf(new Uint8Array(3)), device: held.device }),
    );
    own.lock();
    expect(errorOf(await openRecord(held, bytes)).kind).toBe('locked');
    expect(errorOf(await sealRecord(held, bodyOf(new Uint8Array(3)))).kind).toBe('locked');
    expect(errorOf(await own.openCase(held.caseId)).kind).toBe('locked');
    expect(errorOf(await own.readValue('person')).kind).toBe('locked');
  });
});

describe('what stays on the device', () => {
  test('opens for the same case only', async () => {
    const other = unwrap(await session.createCase());
    const card = unwrap(await sealCard(keys, { name: 'Lars' }));
    expect(unwrap(await openCard(keys, card))).toEqual({ name: 'Lars' });
    expect(errorOf(await openCard(other, card)).kind).toBe('damaged');
  });

  test('is opened in a list without opening the cases, and says where one does not open', async () => {
    const other = unwrap(await session.createCase());
    const rows = [
      { caseId: keys.caseId, bytes: unwrap(await sealCard(keys, { name: 'Lars' })) },
      { caseId: other.caseId, bytes: unwrap(await sealCard(keys, { name: 'fel' })) },
      { caseId: 'AAAAAAAAAAAAAAAAAAAAAA', bytes: new Uint8Array(5) },
    ];
    const cards = unwrap(await session.openCards(rows));
    expect(cards.map(({ card }) => card)).toEqual([{ name: 'Lars' }, null, null]);
  });
});
