/**
 * Signals over a share's channel, and the answers to **Hur var mötet?**, for the one who leads and the one who follows alike.
 * Nothing of it is kept.
 */
import type { Bytes } from '../../shared/bytes.ts';
import type { ShareMessage } from '../../shared/signalMessage.ts';
import type { SyncPort } from '../../sync/syncPort.ts';
import { openShareMessage, sealAnswered, sealSignal } from '../../vault/sealSignal.ts';
import type { ShareKeys } from '../../vault/shareKeys.ts';
import { readTokenOf } from '../../vault/signing.ts';
import type { TimersDep } from '../timers.ts';

/** Listens until it is stopped. Of what is published there only the number is looked at: it should be one's own. */
export const followSignals = (
  sync: Pick<SyncPort, 'follow'>,
  opening: Promise<ShareKeys | null>,
  heard: {
    readonly onSignal: (message: ShareMessage) => void;
    readonly onNumber: (number: number) => void;
  },
): (() => void) => {
  let stopped = false;
  let stop: (() => void) | null = null;
  void opening.then((keys) => {
    const readToken = keys === null ? null : readTokenOf(keys);
    if (keys === null || readToken?.ok !== true || stopped) return;
    stop = sync.follow(
      { channelId: keys.channelId, readToken: readToken.value, cursor: 0 },
      {
        onPage: async ({ items }) => {
          for (const { kind, cursor } of items) if (kind === 'projection') heard.onNumber(cursor);
          return true;
        },
        onGone: () => undefined,
        onRefused: () => undefined,
        onSignal: (bytes) => void takeSignal(keys, bytes, heard.onSignal),
      },
    );
  });
  return () => {
    stopped = true;
    stop?.();
  };
};

/** What does not open as a signal of this share is dropped. */
export const takeSignal = async (
  keys: ShareKeys,
  bytes: Bytes,
  onSignal: (message: ShareMessage) => void,
): Promise<void> => {
  const message = await openShareMessage(keys, bytes);
  if (message.ok) onSignal(message.value);
};

/** Whether it went. One in two seconds goes: one that is too early is sent once more. */
export const sendSignal = async (
  { sync, timers }: TimersDep & { readonly sync: Pick<SyncPort, 'signal'> },
  keys: ShareKeys,
  message: ShareMessage,
): Promise<boolean> => {
  const readToken = readTokenOf(keys);
  const sealed = await (message.is === 'answered'
    ? sealAnswered(keys, message)
    : sealSignal(keys, message));
  if (!readToken.ok || !sealed.ok) return false;
  const send = () =>
    sync.signal({ channelId: keys.channelId, readToken: readToken.value }, sealed.value);
  const first = await send();
  if (first.ok) return true;
  const { error } = first;
  if (error.kind !== 'refused' || error.error.code !== 'tooFast') return false;
  const { retryAfterMs } = error.error;
  await new Promise<void>((done) => timers.after(retryAfterMs, done));
  return (await send()).ok;
};
