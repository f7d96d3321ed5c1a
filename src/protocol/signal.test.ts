import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bytes, bytesToBase64Url, textToBytes } from '../shared/bytes.ts';
import { type SignalMessage, signalCards } from '../shared/signalMessage.ts';
import { bodySteps, highestSignal } from './limits.ts';
import { padBody } from './paddedBody.ts';
import { decodeSignal, encodeSignal } from './signal.ts';

const id = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => bytesToBase64Url(bytes));

const name = {
  meeting: id,
  from: id,
  number: fc.integer({ min: 1, max: highestSignal }),
  at: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
};

const messages: fc.Arbitrary<SignalMessage> = fc.oneof(
  fc.record({
    is: fc.constant('raised' as const),
    ...name,
    card: fc.constantFrom(...signalCards),
    whose: fc.option(id),
  }),
  fc.record({ is: fc.constantFrom('sent' as const, 'seen' as const, 'gone' as const), ...name }),
);

const anId = bytesToBase64Url(new Uint8Array(16).fill(7));

const raised: SignalMessage = {
  is: 'raised',
  meeting: anId,
  from: anId,
  number: 1,
  at: 1_790_000_000_000,
  card: 'forstarInte',
  whose: null,
};

const encoded = (message: SignalMessage): Bytes => {
  const bytes = encodeSignal(message);
  if (!bytes.ok) throw new Error(JSON.stringify(bytes.error));
  return bytes.value;
};

/** What a stranger could send with the right key. */
const bodyOf = (header: unknown, payload = new Uint8Array()): Bytes => {
  const bytes = padBody(header as object, payload, [256]);
  if (!bytes.ok) throw new Error('does not fit');
  return bytes.value;
};

const ofText = (header: string): Bytes => {
  const bytes = new Uint8Array(256);
  const head = textToBytes(header);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 4 + head.length);
  view.setUint32(4, head.length);
  bytes.set(head, 8);
  return bytes;
};

const bad = (field: string) => ({ ok: false, error: { kind: 'badHeader', field } });

describe('a signal', () => {
  test('is read back as it was written, and is as long as every other', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const bytes = encoded(message);
        expect(bytes.length).toBe(bodySteps[0]);
        expect(decodeSignal(bytes)).toEqual({ ok: true, value: message });
      }),
      { numRuns: 500 },
    );
  });

  test('carries nothing but what it is made of, whatever else the object had', () => {
    const more = { ...raised, text: 'Lars', name: 'Lars' };
    expect(encoded(more)).toEqual(encoded(raised));
  });

  test.each([
    ['is', { is: 'asked' }],
    ['is', { is: null }],
    ['meeting', { meeting: 'Lars' }],
    ['meeting', { meeting: `${anId}A` }],
    ['from', { from: undefined }],
    ['from', { from: `${anId.slice(0, 21)}x` }],
    ['number', { number: 0 }],
    ['number', { number: 1.5 }],
    ['number', { number: highestSignal + 1 }],
    ['number', { number: '1' }],
    ['at', { at: -1 }],
    ['at', { at: Number.MAX_SAFE_INTEGER + 1 }],
    ['card', { card: 'Lars vill hem' }],
    ['card', { card: 'constructor' }],
    ['card', { card: ['paus'] }],
    ['whose', { whose: 'Lars' }],
    ['whose', { whose: undefined }],
    ['header', { text: 'Lars' }],
    ['header', { is: 'seen' }],
  ])('whose %s does not hold is refused by that name: %o', (field, own) => {
    expect(decodeSignal(bodyOf({ ...raised, ...own }))).toEqual(bad(field));
  });

  test('that would not be read back is not written', () => {
    expect(encodeSignal({ ...raised, number: 0 })).toEqual(bad('number'));
    expect(encodeSignal({ ...raised, whose: 'Lars' })).toEqual(bad('whose'));
  });

  test('is spelt in one way only', () => {
    const text = JSON.stringify(raised);
    expect(decodeSignal(ofText(text)).ok).toBe(true);
    expect(decodeSignal(ofText(`${text} `))).toEqual(bad('header'));
    expect(decodeSignal(ofText(text.replace('"number":1', '"number":1.0')))).toEqual(bad('header'));
    expect(decodeSignal(ofText(text.replace('forst', '\\u0066orst')))).toEqual(bad('header'));
    const { at, ...rest } = raised;
    expect(decodeSignal(bodyOf({ at, ...rest }))).toEqual(bad('header'));
    expect(decodeSignal(bodyOf(raised, textToBytes('Lars')))).toEqual(bad('header'));
    for (const no of ['', '[]', 'null', '"raised"', '{', '\ufeff{}'])
      expect(decodeSignal(ofText(no))).toEqual(bad('header'));
  });

  test('never throws on strange bytes, and takes none for a signal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (start) => {
        const bytes = new Uint8Array(256);
        bytes.set(start.slice(0, 256));
        expect(decodeSignal(bytes).ok).toBe(false);
        expect(decodeSignal(new Uint8Array(start)).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
    expect(decodeSignal(new Uint8Array(1_024))).toMatchObject({ error: { kind: 'wrongSize' } });
    const longer = encoded(raised);
    longer[255] = 1;
    expect(decodeSignal(longer)).toMatchObject({ error: { kind: 'badPadding' } });
    longer[0] = 255;
    expect(decodeSignal(longer)).toMatchObject({ error: { kind: 'badLength' } });
  });

  test('is another message or none when a byte has changed', () => {
    const bytes = encoded(raised);
    fc.assert(
      fc.property(fc.nat({ max: 255 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(decodeSignal(changed)).not.toEqual({ ok: true, value: raised });
      }),
      { numRuns: 2_000 },
    );
  });
});
