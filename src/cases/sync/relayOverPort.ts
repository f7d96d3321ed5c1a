/** The server as the engine sees it, over what the network part offers: signs what is sent, and sorts what is answered. */
import type { WireError } from '../../protocol/wire/errors.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ChannelPage as PortPage, SyncFailure, SyncPort } from '../../sync/syncPort.ts';
import type { CaseKeys } from '../../vault/caseKeys.ts';
import type { SignError } from '../../vault/errors.ts';
import { readTokenOf } from '../../vault/signing.ts';
import { signFrame, signOpen, signSnapshot } from '../../vault/signMessages.ts';
import { unpackEnd } from './farewell.ts';
import type { ChannelLink, ChannelPage, Relay, RelayError } from './relay.ts';

const pageBytes = 1_048_576;

export const relayOverPort = (
  port: SyncPort,
  /** An invitation or a proof of having signed in; empty where anybody may open. */
  credential: () => Bytes,
): Relay => {
  const { serverName } = port;

  const answered = async <M, T>(
    made: Result<M, SignError>,
    send: (message: M) => Promise<Result<T, SyncFailure>>,
  ): Promise<Result<T, RelayError>> => {
    if (!made.ok) return err(toRelayError(made.error));
    const answer = await send(made.value);
    return answer.ok ? answer : err(ofFailure(answer.error));
  };

  const atCursor = async <M>(
    made: Result<M, SignError>,
    send: (message: M) => Promise<Result<{ readonly cursor: number }, SyncFailure>>,
  ): Promise<Result<number, RelayError>> => {
    const answer = await answered(made, send);
    return answer.ok ? ok(answer.value.cursor) : answer;
  };

  const link = (keys: CaseKeys): ChannelLink => ({
    open: async () => {
      const proof = credential();
      const made = await signOpen(keys, { use: 'log', credential: proof, serverName });
      const opened = await answered(made, port.open);
      if (opened.ok) return ok(undefined);
      const isProofRefused = opened.error.kind === 'mayNotOpen' && proof.length > 0;
      return isProofRefused ? err({ kind: 'notAccepted' }) : opened;
    },
    append: async (frame) => atCursor(await signFrame(keys, { ...frame, serverName }), port.append),
    snapshot: async (snapshot) =>
      atCursor(await signSnapshot(keys, { ...snapshot, serverName }), port.snapshot),
    signal: async (sealed) => {
      const readToken = readTokenOf(keys);
      if (!readToken.ok) return err(readToken.error);
      const { channelId } = keys;
      const answer = await port.signal({ channelId, readToken: readToken.value }, sealed);
      return answer.ok ? ok(undefined) : err(ofFailure(answer.error));
    },
    read: async (cursor) => {
      const readToken = readTokenOf(keys);
      if (!readToken.ok) return err(readToken.error);
      const { channelId } = keys;
      const page = await port.read({
        channelId,
        readToken: readToken.value,
        cursor,
        maxBytes: pageBytes,
      });
      return page.ok ? ok(toPage(page.value)) : err(ofFailure(page.error));
    },
    follow: (cursor, on) => {
      const readToken = readTokenOf(keys);
      if (!readToken.ok) {
        on.stopped(readToken.error);
        return () => undefined;
      }
      return port.follow(
        { channelId: keys.channelId, readToken: readToken.value, cursor },
        {
          onPage: (page) => on.page(toPage(page)),
          onGone: (why) => on.stopped({ kind: why }),
          onRefused: (error) => on.stopped(ofWire(error)),
          onSignal: (sealed) => on.signal?.(sealed),
        },
      );
    },
  });

  return {
    link,
    end: async (packed) => {
      const ended = await port.end(unpackEnd(packed));
      return ended.ok ? ok(undefined) : err(ofFailure(ended.error));
    },
  };
};

const toPage = ({ items, ...page }: PortPage): ChannelPage => ({
  ...page,
  records: items.map(({ bytes }) => bytes),
  cursors: items.map(({ cursor }) => cursor),
});

const toRelayError = ({ kind }: SignError): RelayError =>
  kind === 'locked' ? { kind } : { kind: 'refused', code: kind };

const ofFailure = (failure: SyncFailure): RelayError =>
  failure.kind === 'notReached' ? { kind: 'offline' } : ofWire(failure.error);

const ofWire = (error: WireError): RelayError => {
  switch (error.code) {
    case 'noChannel':
    case 'ended':
    case 'aged':
    case 'mayNotOpen':
      return { kind: error.code };
    case 'staleParent':
      return { kind: 'staleParent', parent: error.parent };
    case 'tooFast':
    case 'busy':
      return { kind: 'wait', ms: error.retryAfterMs };
    case 'full':
      return { kind: 'full', ms: error.retryAfterMs };
    case 'unknownVersion':
      return { kind: 'update' };
    default:
      return { kind: 'refused', code: error.code };
  }
};
