/**
 * "I am here": what the device that leads a meeting says to the others of the case every 20 seconds (docs/sync-protocol.md 5).
 * Sent like a signal and kept as little. Decoding never throws.
 */
import { type Bytes, bytesEqual } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { signalBodyBytes } from './limits.ts';
import { padBody, unpadBody } from './paddedBody.ts';
import { isDeviceId } from './record.ts';

export interface Presence {
  readonly is: 'here';
  readonly meeting: string;
  /** Its device id in the case. */
  readonly device: string;
}

export interface NoPresence {
  readonly kind: 'noPresence';
}

const steps = [signalBodyBytes];
const none: Result<never, NoPresence> = err({ kind: 'noPresence' });

export const encodePresence = ({ meeting, device }: Presence): Result<Bytes, NoPresence> => {
  const padded = padBody({ is: 'here', meeting, device }, new Uint8Array(), steps);
  return padded.ok ? padded : none;
};

/** Refuses any other spelling. */
export const decodePresence = (bytes: Bytes): Result<Presence, NoPresence> => {
  const body = unpadBody(bytes, steps);
  const header = body.ok ? body.value.header : null;
  if (header?.['is'] !== 'here') return none;
  const { meeting, device } = header;
  if (!isDeviceId(meeting) || !isDeviceId(device)) return none;
  const presence: Presence = { is: 'here', meeting, device };
  const again = encodePresence(presence);
  return again.ok && bytesEqual(again.value, bytes) ? ok(presence) : none;
};
