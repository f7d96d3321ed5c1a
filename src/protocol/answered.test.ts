import { describe, expect, it } from 'vitest';
import { bytesToBase64Url } from '../shared/bytes.ts';
import type { AnsweredMessage } from '../shared/signalMessage.ts';
import { decodeAnswered, encodeAnswered } from './answered.ts';
import { signalBodyBytes } from './limits.ts';
import { padBody } from './paddedBody.ts';
import { decodeSignal } from './signal.ts';

const id = bytesToBase64Url(new Uint8Array(16).fill(7));
const message: AnsweredMessage = {
  is: 'answered',
  meeting: id,
  from: id,
  number: 1,
  at: 1,
  who: 'individual',
  answers: '530142',
};

const bytesOf = (header: Record<string, unknown>): Uint8Array<ArrayBuffer> => {
  const padded = padBody(header, new Uint8Array(), [signalBodyBytes]);
  if (!padded.ok) throw new Error(padded.error.kind);
  return padded.value;
};

describe('answers on their way', () => {
  it('are read as they were written, as long as a signal, and are no signal', () => {
    const bytes = encodeAnswered(message);
    if (!bytes.ok) throw new Error('Not written.');
    expect(bytes.value.length).toBe(signalBodyBytes);
    expect(decodeAnswered(bytes.value)).toEqual({ ok: true, value: message });
    expect(decodeSignal(bytes.value)).toMatchObject({ ok: false });
  });

  it.each([
    ['words', { answers: 'Karin' }],
    ['a seventh digit', { answers: '5301425' }],
    ['a face that is none', { answers: '630142' }],
    ['nothing answered', { answers: '000000' }],
    ['somebody else', { who: 'close' }],
    ['another meeting’s name', { meeting: 'Lars' }],
    ['a number that is none', { number: 0 }],
    ['more than its names', { more: 'ord' }],
  ])('are refused with %s', (_, change) => {
    expect(decodeAnswered(bytesOf({ ...message, ...change }))).toMatchObject({ ok: false });
  });

  it('are refused in another order, or as a signal', () => {
    const { is, who, ...rest } = message;
    expect(decodeAnswered(bytesOf({ who, is, ...rest }))).toMatchObject({ ok: false });
    const signal = bytesOf({ is: 'sent', meeting: id, from: id, number: 1, at: 1 });
    expect(decodeAnswered(signal)).toMatchObject({ ok: false });
  });
});
