/**
 * A signal as it travels (docs/sync-protocol.md 5): a body of the smallest length without a payload, so that all look
 * alike from outside. One message is written in one way only, and any other spelling is refused: a signal has no room for
 * words. Decoding never throws: bytes come from others.
 */
import { type Bytes, bytesEqual } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type SignalMessage, signalCards } from '../shared/signalMessage.ts';
import { highestSignal, signalBodyBytes } from './limits.ts';
import { type PaddingError, padBody, unpadBody } from './paddedBody.ts';
import { isDeviceId } from './record.ts';

const steps = [signalBodyBytes];

export type SignalError =
  | PaddingError
  /** The first name whose value does not hold; `header` when it is none, has other names, or is spelt in another way. */
  | { readonly kind: 'badHeader'; readonly field: keyof AnyField | 'header' };

type AnyField = Extract<SignalMessage, { readonly is: 'raised' }>;

/** Padded bytes, ready to be sealed. Refuses what would not be read back. */
export const encodeSignal = (message: SignalMessage): Result<Bytes, SignalError> => {
  const bad = faultyField({ ...message });
  if (bad !== null) return err({ kind: 'badHeader', field: bad });
  const bytes = padBody(inOrder(message), new Uint8Array(), steps);
  // All that may stand in it is short.
  return bytes.ok ? bytes : err({ kind: 'badHeader', field: 'header' });
};

/** The message of opened bytes. */
export const decodeSignal = (bytes: Bytes): Result<SignalMessage, SignalError> => {
  const body = unpadBody(bytes, steps);
  if (!body.ok) return body;
  const { header } = body.value;
  if (header === null) return err({ kind: 'badHeader', field: 'header' });
  const bad = faultyField(header);
  if (bad !== null || !isMessage(header)) return err({ kind: 'badHeader', field: bad ?? 'header' });
  const message = inOrder(header);
  const again = padBody(message, new Uint8Array(), steps);
  return again.ok && bytesEqual(again.value, bytes)
    ? ok(message)
    : err({ kind: 'badHeader', field: 'header' });
};

/** Its own names and no others, as they are written. */
const inOrder = (message: SignalMessage): SignalMessage => {
  const { is, meeting, from, number, at } = message;
  return is === 'raised'
    ? { is, meeting, from, number, at, card: message.card, whose: message.whose }
    : { is, meeting, from, number, at };
};

const isCount = (value: unknown, least: number): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= least;

const faultyField = (header: Readonly<Record<string, unknown>>): keyof AnyField | null => {
  const { is, meeting, from, number, at, card, whose } = header;
  if (is !== 'raised' && is !== 'sent' && is !== 'seen' && is !== 'gone') return 'is';
  if (!isDeviceId(meeting)) return 'meeting';
  if (!isDeviceId(from)) return 'from';
  if (!isCount(number, 1) || number > highestSignal) return 'number';
  if (!isCount(at, 0)) return 'at';
  if (is !== 'raised') return null;
  if (!signalCards.some((each) => each === card)) return 'card';
  return whose === null || isDeviceId(whose) ? null : 'whose';
};

/** Says to the type checker what `faultyField` has just found. */
const isMessage = (header: object): header is SignalMessage => faultyField({ ...header }) === null;
