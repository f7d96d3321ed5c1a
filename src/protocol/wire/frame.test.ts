import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesToHex, concatBytes } from '../../shared/bytes.ts';
import { decodeFrame, encodeFrame, type Frame, frameToSign, isRecordOf } from './frame.ts';
import { decodePublication, encodePublication } from './publication.ts';
import { signedBytes, signedPart } from './signedBytes.ts';
import { damaged, someClientMessage, someFrame } from './testMessages.ts';
import { maxFrameBytes, maxFrameRecords, sealedRecordSteps } from './wireLimits.ts';

const filled = (length: number, value: number) => new Uint8Array(length).fill(value);

const recordOf = (length: number) => {
  const bytes = filled(length, 5);
  bytes[0] = 1;
  return bytes;
};

const frameOf = (...lengths: readonly number[]): Frame => ({
  publicKey: filled(32, 1),
  frameId: filled(16, 2),
  records: lengths.map(recordOf),
  signature: filled(64, 3),
});

describe('a frame', () => {
  test('is read as it was written, with what its signature is over', () => {
    fc.assert(
      fc.property(someFrame, (frame) => {
        const bytes = encodeFrame(frame);
        if (!bytes.ok) throw new Error(bytes.error.kind);
        const read = decodeFrame(bytes.value);
        expect(read).toEqual({
          ok: true,
          value: { ...frame, signedPart: bytes.value.slice(0, -64) },
        });
        expect(frameToSign(frame)).toEqual({ ok: true, value: bytes.value.slice(0, -64) });
      }),
    );
  });

  test('has one spelling: damaged bytes are refused, or are the one spelling of what they say', () => {
    const some = someFrame.chain((frame) => {
      const bytes = encodeFrame(frame);
      return damaged(bytes.ok ? bytes.value : filled(9, 9));
    });
    fc.assert(
      fc.property(some, (bytes) => {
        const read = decodeFrame(bytes);
        if (read.ok) expect(encodeFrame(read.value)).toEqual({ ok: true, value: bytes });
      }),
      { numRuns: 1_000 },
    );
  });

  test('holds one record at least and 64 at most, each of a known length and version', () => {
    const kindOf = (frame: Frame) => {
      const bytes = encodeFrame(frame);
      return bytes.ok ? 'ok' : bytes.error.kind;
    };
    expect(kindOf(frameOf())).toBe('malformed');
    for (const length of sealedRecordSteps) expect(kindOf(frameOf(length))).toBe('ok');
    expect(kindOf(frameOf(322))).toBe('malformed');
    expect(kindOf(frameOf(...Array.from({ length: maxFrameRecords }, () => 321)))).toBe('ok');
    expect(kindOf(frameOf(...Array.from({ length: maxFrameRecords + 1 }, () => 321)))).toBe(
      'malformed',
    );
    expect(kindOf({ ...frameOf(321), records: [filled(321, 2)] })).toBe('malformed');
    expect(kindOf({ ...frameOf(321), signature: filled(63, 1) })).toBe('malformed');
  });

  test('is never larger than a mebibyte', () => {
    const largest = sealedRecordSteps.at(-1) ?? 0;
    const four = frameOf(largest, largest, largest, largest);
    expect(encodeFrame(four)).toEqual({ ok: false, error: { kind: 'tooLarge' } });
    expect(decodeFrame(filled(maxFrameBytes + 1, 0))).toEqual({
      ok: false,
      error: { kind: 'tooLarge' },
    });
    expect(encodeFrame(frameOf(largest, largest, largest)).ok).toBe(true);
  });

  test('tells whose its records say that they are', () => {
    const record = concatBytes(Uint8Array.of(1), filled(32, 8), filled(288, 0));
    expect(isRecordOf(record, filled(32, 8))).toBe(true);
    expect(isRecordOf(record, filled(32, 9))).toBe(false);
  });
});

describe('what is signed', () => {
  test('names what is done, the channel, all that is said and the server', () => {
    expect(bytesToHex(signedBytes('end', filled(32, 1), filled(32, 2), 'å:1'))).toBe(
      `7369702f312f656e6400${'01'.repeat(32)}${'02'.repeat(32)}c3a53a31`,
    );
  });

  test('is all of a message but its number and its signature', () => {
    fc.assert(
      fc.property(someClientMessage, (message) => {
        const { is } = message;
        fc.pre(is === 'open' || is === 'snapshot' || is === 'publish' || is === 'end');
        const other = { ...message, request: 1, signature: filled(64, 0) };
        expect(signedPart(message)).not.toBeNull();
        expect(signedPart(other)).toEqual(signedPart(message));
      }),
    );
    expect(signedPart({ is: 'append', request: 1, frame: filled(70, 4) })).toEqual(filled(6, 4));
    expect(signedPart({ is: 'append', request: 1, frame: filled(63, 4) })).toBeNull();
    expect(signedPart({ is: 'end', publicKey: filled(31, 4) })).toBeNull();
  });
});

describe('a publication', () => {
  test('is given on as it was sent, with what its signature is over', () => {
    const publication = {
      publicKey: filled(32, 1),
      number: 7,
      projection: filled(4_161, 2),
      signature: filled(64, 3),
    };
    const bytes = encodePublication(publication) ?? filled(0, 0);
    expect(decodePublication(bytes)).toEqual({
      ...publication,
      signedPart: bytes.slice(0, -64),
    });
    expect(signedPart({ is: 'publish', ...publication })).toEqual(bytes.slice(0, -64));
    expect(decodePublication(bytes.slice(0, -1))).toBeNull();
    expect(decodePublication(filled(40, 0))).toBeNull();
    expect(decodePublication(filled(99_999, 0))).toBeNull();
    expect(encodePublication({ ...publication, projection: filled(4_160, 2) })).toBeNull();
  });
});
