/**
 * One connection to the server, from its greeting to its end: requests with their answers, and what the server tells by
 * itself. It never repeats anything; a new connection is a new one of these.
 */
import type { ClientMessage } from '../protocol/wire/clientMessage.ts';
import {
  decodeServerMessage,
  encodeClientMessage,
  plainVersion,
  servedVersions,
  type WireVersions,
} from '../protocol/wire/messages.ts';
import type {
  GoneMessage,
  PageMessage,
  PushMessage,
  ServerLimits,
  ServerMessage,
  SignalledOnMessage,
  WelcomeMessage,
} from '../protocol/wire/serverMessage.ts';
import type { Bytes } from '../shared/bytes.ts';
import type { ClockDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { TimersDep } from '../shared/timers.ts';
import type { OpenSocket, Socket } from './socket.ts';
import type { SyncFailure, SyncTrouble } from './syncPort.ts';

/** Nothing heard for so long: the server is asked whether it is there. */
const askAfterMs = 20_000;
/** And for so long after that, or after dialling: it is not. */
const silenceMs = 10_000;
/** An answer that has not come by then is not waited for. */
const answerMs = 60_000;

export interface ConnectionDeps extends ClockDep, TimersDep {
  readonly openSocket: OpenSocket;
  /** What this program speaks; only tests choose others. */
  readonly versions?: WireVersions;
}

export type ToldMessage = PushMessage | GoneMessage | SignalledOnMessage;

export interface ConnectionListener {
  /** The server has greeted; requests may be made from now on. */
  readonly onWelcome: (limits: ServerLimits) => void;
  readonly onTold: (message: ToldMessage) => void;
  /** This device's clock minus the server's, as far as can be told over the way between. */
  readonly onSkew: (skewMs: number) => void;
  /** Once. All requests have been answered with `notReached` by then. */
  readonly onClosed: (trouble: SyncTrouble) => void;
}

type Unnumbered = ClientMessage extends infer M
  ? M extends ClientMessage
    ? Omit<M, 'request'>
    : never
  : never;

export interface Connection {
  /** The one answer to a request. An answer of another kind than `expected` ends the connection. */
  readonly ask: <K extends ServerMessage['is']>(
    message: Unnumbered,
    expected: K,
  ) => Promise<Result<Extract<ServerMessage, { readonly is: K }>, SyncFailure>>;
  /** Every page that answers, to the last; then null, or why there are no more. */
  readonly askPages: (
    message: Unnumbered,
    onPage: (page: PageMessage) => void,
    onEnd: (failure: SyncFailure | null) => void,
  ) => void;
  /** Is it still there? Asked at once: the network has changed, or the machine has slept. */
  readonly check: () => void;
  /** Tells `onClosed` with this. */
  readonly close: (trouble: SyncTrouble) => void;
}

/** Gives true when nothing more is to come. */
type Waiting = (answer: Result<ServerMessage, SyncFailure>) => boolean;

const notReached: Result<never, SyncFailure> = err({ kind: 'notReached' });

export const createConnection = (
  deps: ConnectionDeps,
  listener: ConnectionListener,
): Connection => {
  const { clock, timers, openSocket, versions = servedVersions } = deps;
  const waiting = new Map<number, Waiting>();
  let lastRequest = 0;
  /** The newest that both speak; null until the server has greeted. */
  let version: number | null = null;
  let isClosed = false;
  let stopTimer = (): void => undefined;
  let socket: Socket | null = null;
  const dialled = clock.monotonic();

  const close = (trouble: SyncTrouble): void => {
    if (isClosed) return;
    isClosed = true;
    stopTimer();
    socket?.close();
    for (const answer of [...waiting.values()]) answer(notReached);
    waiting.clear();
    listener.onClosed(trouble);
  };

  const send = (message: Unnumbered, answer: Waiting): void => {
    lastRequest += 1;
    const request = lastRequest;
    const bytes = encodeClientMessage({ ...message, request }, version ?? plainVersion, versions);
    if (isClosed || version === null) {
      answer(notReached);
    } else if (bytes === null) {
      // What this program itself made does not hold: the server would say the same.
      answer(err({ kind: 'refused', error: { code: 'malformed' } }));
    } else {
      const wait = (): (() => void) =>
        timers.after(answerMs, () => {
          if (waiting.delete(request)) answer(notReached);
        });
      let stop = wait();
      waiting.set(request, (told) => {
        stop();
        const isLast = answer(told);
        if (!isLast) stop = wait();
        return isLast;
      });
      socket?.send(bytes);
    }
  };

  /** Asks whether it is there, and closes when nothing at all is heard. */
  const check = (): void => {
    if (isClosed || version === null) return;
    const asked = clock.monotonic();
    stopTimer();
    stopTimer = timers.after(silenceMs, () => close('silent'));
    send({ is: 'ping' }, (answer) => {
      if (answer.ok && answer.value.is === 'pong') learnTime(answer.value.serverTime, asked);
      return true;
    });
  };

  const heard = (): void => {
    stopTimer();
    stopTimer = timers.after(askAfterMs, check);
  };

  const learnTime = (serverTime: number, asked: number): void => {
    const wayMs = Math.max(0, clock.monotonic() - asked) / 2;
    listener.onSkew(Math.round(clock.now() - serverTime - wayMs));
  };

  const receive = (bytes: Bytes): void => {
    if (isClosed) return;
    const read = decodeServerMessage(bytes, versions);
    if (!read.ok) {
      close(read.error.kind === 'unknownVersion' ? 'unknownVersion' : 'unreachable');
      return;
    }
    heard();
    const { message } = read.value;
    if (message.is === 'welcome') greet(message);
    else if (version === null) close('unreachable');
    else if (message.is === 'push' || message.is === 'gone' || message.is === 'signal') {
      listener.onTold(message);
    } else takeAnswer(message);
  };

  const greet = ({ served, serverTime, limits }: WelcomeMessage): void => {
    const newest = served.filter((each) => versions.has(each)).at(-1);
    if (version !== null) close('unreachable');
    else if (newest === undefined) close('unknownVersion');
    else {
      version = newest;
      learnTime(serverTime, dialled);
      listener.onWelcome(limits);
    }
  };

  const takeAnswer = (message: ServerMessage): void => {
    const { request } = message;
    const told: Result<ServerMessage, SyncFailure> =
      message.is === 'error' ? err({ kind: 'refused', error: message.error }) : ok(message);
    const answer = waiting.get(request);
    waiting.delete(request);
    if (answer !== undefined && !answer(told) && !isClosed) waiting.set(request, answer);
  };

  socket = openSocket({ onMessage: receive, onClose: () => close('unreachable') });
  // It may have ended before it was given to us.
  if (isClosed) socket.close();
  else if (version === null) stopTimer = timers.after(silenceMs, () => close('unreachable'));

  return {
    ask: (message, expected) =>
      new Promise((resolve) => {
        send(message, (answer) => {
          if (!answer.ok) resolve(answer);
          else if (isOf(answer.value, expected)) resolve(ok(answer.value));
          else {
            resolve(notReached);
            close('unreachable');
          }
          return true;
        });
      }),
    askPages: (message, onPage, onEnd) =>
      send(message, (answer) => {
        if (!answer.ok) {
          onEnd(answer.error);
          return true;
        }
        if (answer.value.is !== 'page') {
          onEnd({ kind: 'notReached' });
          close('unreachable');
          return true;
        }
        onPage(answer.value);
        if (!answer.value.more) onEnd(null);
        return !answer.value.more;
      }),
    check,
    close,
  };
};

const isOf = <K extends ServerMessage['is']>(
  message: ServerMessage,
  kind: K,
): message is Extract<ServerMessage, { readonly is: K }> => message.is === kind;
