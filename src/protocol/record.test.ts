import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bytes, bytesToBase64Url, textToBytes } from '../shared/bytes.ts';
import { associatedData, joinEnvelope, splitEnvelope } from './envelope.ts';
import { bodySteps, envelopeBytes, maxRecordBytes, maxReplaced, maxSeenDevices } from './limits.ts';
import { decodeBody, encodeBody, isDeviceId, isRecordId, type RecordBody } from './record.ts';

const idOf = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => bytesToBase64Url(bytes));

const deviceA = bytesToBase64Url(new Uint8Array(16).fill(1));
const deviceB = bytesToBase64Url(new Uint8Array(16).fill(2));
const record = bytesToBase64Url(new Uint8Array(32).fill(3));

const simple: RecordBody = {
  device: deviceA,
  seq: 1,
  prev: null,
  seen: { [deviceB]: 7 },
  kind: 'doc',
  at: 1_790_000_000_000,
  payload: textToBytes('Lars'),
};

const bodies: fc.Arbitrary<RecordBody> = fc
  .record({
    device: idOf(16),
    seq: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    prev: idOf(32),
    seen: fc.dictionary(idOf(16), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), {
      maxKeys: 5,
    }),
    kind: fc.constantFrom('doc' as const, 'fact' as const, 'snapshot' as const),
    at: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
    payload: fc.uint8Array({ maxLength: 3_000 }),
    replaces: fc.array(idOf(32), { maxLength: 5 }),
    facts: fc.dictionary(idOf(16), fc.constantFrom([], [1, 1], [2, 5, 7, 7]), { maxKeys: 4 }),
  })
  .map(({ replaces, facts, payload, ...body }) => ({
    ...body,
    payload: new Uint8Array(payload),
    prev: body.seq === 1 ? null : body.prev,
    seen: { ...body.seen },
    ...(body.kind === 'snapshot' ? { replaces, facts } : {}),
    ...(body.kind === 'fact' && body.seq > 2 ? { unseen: [1, body.seq - 1] as const } : {}),
  }));

const encoded = (body: RecordBody): Bytes => {
  const bytes = encodeBody(body);
  if (!bytes.ok) throw new Error(JSON.stringify(bytes.error));
  return bytes.value;
};

/** A padded body around any header text, as a stranger could send it. */
const withHeader = (header: string): Bytes => {
  const head = textToBytes(header);
  const bytes = new Uint8Array(1_024);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 4 + head.length);
  view.setUint32(4, head.length);
  bytes.set(head, 8);
  return bytes;
};

describe('a body', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(decodeBody(encoded(body))).toEqual({ ok: true, value: body });
      }),
      { numRuns: 300 },
    );
  });

  test('has one of six lengths', () => {
    expect(bodySteps.map((step) => step + envelopeBytes)).toEqual([
      321,
      1_089,
      4_161,
      16_449,
      65_601,
      maxRecordBytes,
    ]);
    for (const length of [0, 100, 200, 900, 5_000, 60_000, 200_000]) {
      expect(bodySteps).toContain(encoded({ ...simple, payload: new Uint8Array(length) }).length);
    }
  });

  test('of one meaning is always the same bytes, whatever the order of its fields', () => {
    const { payload, at, kind, ...rest } = simple;
    expect(encoded({ at, payload, ...rest, kind })).toEqual(encoded(simple));
  });

  test('that would not be read back is not written', () => {
    const wrong: [string, Partial<RecordBody>][] = [
      ['device', { device: 'Lars' }],
      ['seq', { seq: 0 }],
      ['seq', { seq: 1.5 }],
      ['prev', { seq: 2, prev: null }],
      ['prev', { prev: record }],
      ['seen', { seen: { [deviceA]: 3 } }],
      ['seen', { seen: { [deviceB]: 0 } }],
      ['seen', { seen: { __proto__x: 1 } }],
      ['at', { at: -1 }],
      ['at', { at: Number.NaN }],
      ['replaces', { replaces: [] }],
      ['unseen', { seq: 9, prev: record, unseen: [1, 2] }],
      ['unseen', { seq: 9, prev: record, kind: 'fact', unseen: [0, 2] }],
      ['unseen', { seq: 9, prev: record, kind: 'fact', unseen: [3, 2] }],
      ['unseen', { seq: 9, prev: record, kind: 'fact', unseen: [3, 9] }],
      ['facts', { facts: {} }],
      ['facts', { kind: 'snapshot', facts: { x: [1, 1] } }],
      ['facts', { kind: 'snapshot', facts: { [simple.device]: [1] } }],
      ['facts', { kind: 'snapshot', facts: { [simple.device]: [3, 2] } }],
      ['facts', { kind: 'snapshot', facts: { [simple.device]: [1, 2, 3, 4] } }],
      ['replaces', { kind: 'snapshot', replaces: ['x'] }],
      [
        'replaces',
        { kind: 'snapshot', replaces: Array.from({ length: maxReplaced + 1 }, () => record) },
      ],
    ];
    for (const [field, own] of wrong) {
      expect(encodeBody({ ...simple, ...own })).toEqual({
        ok: false,
        error: { kind: 'badHeader', field },
      });
    }
  });

  test('over the limit is refused with its size', () => {
    expect(encodeBody({ ...simple, payload: new Uint8Array(maxRecordBytes) })).toMatchObject({
      ok: false,
      error: { kind: 'tooLarge', bytes: maxRecordBytes },
    });
    expect(encodeBody({ ...simple, payload: new Uint8Array(262_050) })).toMatchObject({
      ok: false,
      error: { kind: 'tooLarge' },
    });
  });

  test('can list as many replaced records as the limit says, beside a plan of 60 kB', () => {
    const replaces = Array.from({ length: maxReplaced }, () => record);
    const payload = new Uint8Array(60_000);
    expect(encodeBody({ ...simple, kind: 'snapshot', payload, replaces }).ok).toBe(true);
  });
});

describe('reading strange bytes', () => {
  test('never throws, and never takes them for a body', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bodySteps.slice(0, 3)),
        fc.uint8Array({ maxLength: 300 }),
        (step, start) => {
          const bytes = new Uint8Array(step);
          bytes.set(start.slice(0, step));
          expect(decodeBody(bytes).ok).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('never throws on a body with one changed byte', () => {
    const bytes = encoded(simple);
    fc.assert(
      fc.property(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, change) => {
          const changed = bytes.slice();
          changed[at] = (changed[at] ?? 0) ^ change;
          const read = decodeBody(changed);
          expect(read).not.toEqual({ ok: true, value: simple });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('refuses wrong sizes, lengths that lead outside, and padding that is not zero', () => {
    expect(decodeBody(new Uint8Array(255))).toMatchObject({ error: { kind: 'wrongSize' } });
    expect(decodeBody(new Uint8Array())).toMatchObject({ error: { kind: 'wrongSize' } });
    const outside = encoded(simple);
    new DataView(outside.buffer).setUint32(4, 0xffff_ffff);
    expect(decodeBody(outside)).toMatchObject({ error: { kind: 'badLength' } });
    const long = encoded(simple);
    new DataView(long.buffer).setUint32(0, 0xffff_ffff);
    expect(decodeBody(long)).toMatchObject({ error: { kind: 'badLength' } });
    const padded = encoded(simple);
    padded[padded.length - 1] = 1;
    expect(decodeBody(padded)).toMatchObject({ error: { kind: 'badPadding' } });
  });

  test.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['null', 'null'],
    ['an empty object', '{}'],
    [
      'a prototype',
      `{"device":"${deviceA}","seq":1,"prev":null,"seen":{"__proto__":1},"kind":"doc","at":1}`,
    ],
    [
      'a kind that is not known',
      `{"device":"${deviceA}","seq":1,"prev":null,"seen":{},"kind":"x","at":1}`,
    ],
    ['seen as a list', `{"device":"${deviceA}","seq":1,"prev":null,"seen":[],"kind":"doc","at":1}`],
  ])('refuses a header that is %s', (_name, header) => {
    expect(decodeBody(withHeader(header))).toMatchObject({ error: { kind: 'badHeader' } });
  });

  test('passes over names in the header that it does not know', () => {
    const { payload, ...header } = simple;
    const read = decodeBody(withHeader(JSON.stringify({ ...header, later: [1, 2] })));
    expect(read).toEqual({ ok: true, value: { ...header, payload: new Uint8Array() } });
    expect(payload.length).toBe(4);
  });

  test('refuses more seen devices than the limit', () => {
    const seen = Object.fromEntries(
      Array.from({ length: maxSeenDevices + 1 }, (_, index) => {
        const bytes = new Uint8Array(16);
        new DataView(bytes.buffer).setUint32(0, index + 1);
        return [bytesToBase64Url(bytes), 1];
      }),
    );
    expect(encodeBody({ ...simple, seen })).toMatchObject({ error: { field: 'seen' } });
  });
});

describe('ids', () => {
  test('have one spelling', () => {
    expect(isDeviceId(deviceA)).toBe(true);
    expect(isDeviceId(`${deviceA.slice(0, -1)}R`)).toBe(false);
    expect(isRecordId(record)).toBe(true);
    expect(isRecordId(`${record.slice(0, -1)}N`)).toBe(false);
    fc.assert(
      fc.property(
        fc.tuple(idOf(16), idOf(32)),
        ([device, id]) => isDeviceId(device) && isRecordId(id),
      ),
    );
  });
});

describe('an envelope', () => {
  test('is taken apart as it was put together', () => {
    const channel = new Uint8Array(32).fill(9);
    const nonce = new Uint8Array(12).fill(8);
    const associated = associatedData(channel, 0xffff_ffff);
    const sealed = new Uint8Array(256 + 16).fill(7);
    expect(splitEnvelope(joinEnvelope(associated, nonce, sealed))).toEqual({
      ok: true,
      value: { channelId: channel, epoch: 0xffff_ffff, nonce, sealed, associated },
    });
  });
});
