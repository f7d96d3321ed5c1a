/**
 * A channel that lives for some minutes, whose keys come from a one-time code: two devices write what they have to say and
 * read what the other wrote. What cannot be opened or read there is passed over.
 */
import { type Bytes, bytesToBase64Url, bytesToText, textToBytes } from '../../shared/bytes.ts';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CaseKeys } from '../../vault/caseKeys.ts';
import { openPairingKeys } from '../../vault/pairingKeys.ts';
import { sha256 } from '../../vault/primitives.ts';
import { openRecord, sealRecord } from '../../vault/sealRecord.ts';
import type { Secret } from '../../vault/secret.ts';
import { signEnd } from '../../vault/signMessages.ts';
import { packEnd } from '../sync/farewell.ts';
import type { ChannelLink, Relay, RelayError } from '../sync/relay.ts';
import type { TimersDep } from '../timers.ts';
import { type PairingMessage, readPairingMessage } from './pairingMessages.ts';

export interface PairingDeps extends ClockDep, RandomDep, TimersDep {
  readonly relay: Relay;
  /** Whom the channel is ended at. */
  readonly serverName: string;
}

export interface Heard {
  /** SHA-256 of the sealed bytes, base64url. */
  readonly id: string;
  readonly message: PairingMessage;
  readonly isOwn: boolean;
}

export interface MeetingPoint {
  /** Makes the channel. Only who gives does this. */
  readonly open: () => Promise<Result<void, RelayError>>;
  /** The id under which the other hears it. Tried again by who calls. */
  readonly say: (message: PairingMessage) => Promise<Result<string, RelayError>>;
  /** Everything said so far, in the server's order; of very much, the beginning. */
  readonly hear: () => Promise<Result<readonly Heard[], RelayError>>;
  /** The channel is deleted for good, as far as the server can be reached. */
  readonly end: () => Promise<void>;
}

export const openMeetingPoint = async (
  deps: PairingDeps,
  code: Secret,
): Promise<Result<MeetingPoint, RelayError>> => {
  const made = await openPairingKeys(deps, code);
  return made.ok ? ok(meetAt(deps, made.value)) : err({ kind: 'refused', code: 'missingCrypto' });
};

/** Of all who have seen the code, in ten minutes: two who pair say ten. What comes after is somebody who wants to be in the way. */
const mostHeard = 500;

const meetAt = (deps: PairingDeps, keys: CaseKeys): MeetingPoint => {
  const link: ChannelLink = deps.relay.link(keys);
  const heard: Heard[] = [];
  let cursor = 0;
  let read = 0;
  let seq = 0;
  let prev: string | null = null;
  let unsaid: Unsaid | null = null;

  const seal = async (message: PairingMessage): Promise<Unsaid | null> => {
    const sealed = await sealRecord(keys, {
      device: keys.device,
      seq: seq + 1,
      prev,
      seen: {},
      kind: 'fact',
      at: deps.clock.now(),
      payload: textToBytes(JSON.stringify(message)),
    });
    if (!sealed.ok) return null;
    return { message, id: sealed.value.id, bytes: sealed.value.bytes, frameId: newFrame() };
  };
  const newFrame = (): Bytes => deps.random.bytes(16);

  return {
    open: () => link.open(),
    say: async (message) => {
      // The same once more is the same frame, so that it is never there twice.
      unsaid = unsaid?.message === message ? unsaid : await seal(message);
      if (unsaid === null) return err({ kind: 'locked' });
      const { id, bytes, frameId } = unsaid;
      const sent = await link.append({ frameId, records: [bytes] });
      if (!sent.ok) return sent;
      unsaid = null;
      seq += 1;
      prev = id;
      return ok(id);
    },
    hear: async () => {
      for (let more = true; more && read < mostHeard; ) {
        const page = await link.read(cursor);
        if (!page.ok) return page;
        for (const bytes of page.value.records.slice(0, mostHeard - read)) {
          read += 1;
          const opened = await openRecord(keys, bytes);
          const message = opened.ok ? readPairingMessage(parse(opened.value.body.payload)) : null;
          if (!opened.ok || message === null) continue;
          const { id, body } = opened.value;
          heard.push({ id, message, isOwn: body.device === keys.device });
        }
        more = page.value.more && page.value.next > cursor;
        cursor = page.value.next;
      }
      return ok([...heard]);
    },
    end: async () => {
      const signed = await signEnd(keys, deps.serverName);
      if (signed.ok) await deps.relay.end(packEnd(signed.value));
    },
  };
};

interface Unsaid {
  readonly message: PairingMessage;
  readonly id: string;
  readonly bytes: Bytes;
  readonly frameId: Bytes;
}

const parse = (payload: Bytes): unknown => {
  try {
    return JSON.parse(bytesToText(payload));
  } catch {
    return null;
  }
};

/** What both devices make of all that was said between them before: 32 bits, shown as words. */
export const checkNumber = async (parts: readonly string[]): Promise<number> => {
  const digest = await sha256(textToBytes(JSON.stringify(parts)));
  return new DataView(digest.buffer).getUint32(0);
};

export const hashOf = async (text: string): Promise<string> =>
  bytesToBase64Url(await sha256(textToBytes(text)));
