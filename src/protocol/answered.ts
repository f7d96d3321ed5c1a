/**
 * The answers to **Hur var mötet?** as they travel (docs/sync-protocol.md 5): sent like a signal and kept as little, with no
 * room for words. Decoding never throws.
 */
import { type Bytes, bytesEqual } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { AnsweredMessage } from '../shared/signalMessage.ts';
import { digitsToAnswers } from '../shared/surveyAnswers.ts';
import { highestSignal, signalBodyBytes } from './limits.ts';
import { padBody, unpadBody } from './paddedBody.ts';
import { isDeviceId } from './record.ts';

export interface NotAnswered {
  readonly kind: 'notAnswered';
}

const steps = [signalBodyBytes];
const none: Result<never, NotAnswered> = err({ kind: 'notAnswered' });

/** Padded bytes, ready to be sealed. Refuses what would not be read back. */
export const encodeAnswered = (message: AnsweredMessage): Result<Bytes, NotAnswered> => {
  if (!isAnswered({ ...message })) return none;
  const { is, meeting, from, number, at, who, answers } = message;
  const padded = padBody({ is, meeting, from, number, at, who, answers }, new Uint8Array(), steps);
  return padded.ok ? padded : none;
};

/** Refuses any other spelling. */
export const decodeAnswered = (bytes: Bytes): Result<AnsweredMessage, NotAnswered> => {
  const body = unpadBody(bytes, steps);
  const header = body.ok ? body.value.header : null;
  if (header === null || !isAnswered(header)) return none;
  const again = encodeAnswered(header);
  return again.ok && bytesEqual(again.value, bytes) ? ok(header) : none;
};

const isCount = (value: unknown, least: number): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= least;

const holds = (header: Readonly<Record<string, unknown>>): boolean => {
  const { is, meeting, from, number, at, who, answers } = header;
  return (
    is === 'answered' &&
    isDeviceId(meeting) &&
    isDeviceId(from) &&
    isCount(number, 1) &&
    number <= highestSignal &&
    isCount(at, 0) &&
    (who === 'individual' || who === 'child') &&
    typeof answers === 'string' &&
    digitsToAnswers(answers) !== null
  );
};

/** Says to the type checker what `holds` has found. */
const isAnswered = (header: object): header is AnsweredMessage => holds({ ...header });
