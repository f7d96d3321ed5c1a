/**
 * What the leader's window and a window with the shared view tell each other (field.md 1b). `RoomView` goes one way and
 * nothing else does: the window holds no key and asks for nothing but to be told. The window keeps the time: its asking
 * wakes the leader's, whose own timers sleep while other windows lie over it.
 */
import type { Instant } from '../../shared/deps.ts';
import type { RoomView } from '../roomShape.ts';

/** The form of the messages. Two windows may have different versions of the program for a while. */
const version = 1;

/** How often a window asks, and how long it waits for an answer before it says that contact is lost, in milliseconds. */
export const askEvery = 2_000;
export const lostAfter = 5_000;

/** To the windows with the shared view. */
export type ToScreens =
  | {
      readonly is: 'view';
      readonly view: RoomView;
      /** The meeting is over: when the window empties by itself, also where the leader's is gone by then. */
      readonly emptiesAt: Instant | null;
    }
  /** The leader's window has gone elsewhere or is locked. */
  | { readonly is: 'gone' };

/** To the leader's window. */
export type ToLeader =
  /** "I am here": sent when it opens, and over and over. */
  | { readonly is: 'here'; readonly screen: string; readonly pages: number }
  | { readonly is: 'left'; readonly screen: string };

export interface RoomPort<Out, In> {
  readonly send: (message: Out) => void;
  /** Another version's messages, and what is none, are passed over. */
  readonly listen: (listener: (message: In) => void) => void;
  readonly close: () => void;
}

type Channel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'>;

const known: ReadonlySet<unknown> = new Set(['view', 'gone', 'here', 'left']);

const isMessage = (data: unknown): data is { readonly is: string } =>
  typeof data === 'object' &&
  data !== null &&
  'v' in data &&
  data.v === version &&
  'is' in data &&
  known.has(data.is);

const portOn = <Out extends object, In>(
  channel: Channel,
  isMine: (message: { readonly is: string }) => boolean,
): RoomPort<Out, In> => ({
  send: (message) => channel.postMessage({ v: version, ...message }),
  listen: (listener) =>
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isMessage(data) && isMine(data)) listener(data as In);
    }),
  close: () => channel.close(),
});

/** One a case: its random id names nobody. */
const nameOf = (caseId: string): string => `sip-room-${caseId}`;

export const leaderPort = (
  caseId: string,
  channel: Channel = new BroadcastChannel(nameOf(caseId)),
): RoomPort<ToScreens, ToLeader> => portOn(channel, ({ is }) => is === 'here' || is === 'left');

export const screenPort = (
  caseId: string,
  channel: Channel = new BroadcastChannel(nameOf(caseId)),
): RoomPort<ToLeader, ToScreens> => portOn(channel, ({ is }) => is === 'view' || is === 'gone');
