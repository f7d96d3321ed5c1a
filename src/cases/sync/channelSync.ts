/**
 * One channel of a case or a ring, between the journal and the server: reads what came into the journal, sends what the
 * server has not taken. It may be killed between any two steps and begins where it was; nothing is said to be sent before
 * the server has it on its disk, and the cursor moves only after what came is on this one.
 */

import type { Presence } from '../../protocol/presence.ts';
import type { Bytes } from '../../shared/bytes.ts';
import type { Instant } from '../../shared/deps.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { RootHere } from '../../vault/rootWork.ts';
import { openPresence, sealPresence } from '../../vault/sealPresence.ts';
import type { SyncTrouble } from './channelState.ts';
import { type HeldChannel, holdChannel, type SyncDeps } from './heldChannel.ts';
import { pull, readBack, takePage } from './pullChannel.ts';
import { push } from './pushChannel.ts';
import type { ChannelLink, ChannelPage } from './relay.ts';

export interface ChannelSync {
  /** Reads to the end of the channel, then sends all that waits. */
  readonly round: () => Promise<Result<RoundDone, SyncTrouble>>;
  /** Takes in a page that came by itself. */
  readonly take: (page: ChannelPage) => Promise<Result<void, SyncTrouble>>;
  /** Only sends: something was written here. */
  readonly send: () => Promise<Result<RoundDone, SyncTrouble>>;
  /** Reads the whole channel again and sends what it lacks. */
  readonly checkWhole: () => Promise<Result<RoundDone, SyncTrouble>>;
  readonly link: () => Promise<Result<ChannelLink, SyncTrouble>>;
  /** Says to the others of the case that this device is there, in a meeting. Kept nowhere. */
  readonly tellHere: (meeting: string) => Promise<void>;
  /** Which device said so; null when it was something else. */
  readonly hearHere: (sealed: Bytes) => Promise<Presence | null>;
  /** As it stands; null when nothing was done yet. */
  readonly progress: () => Progress | null;
  /** Under which root it lies now: with another, the keys are asked for anew. */
  readonly expect: (root: Pick<RootHere, 'epoch' | 'isComing'>) => void;
}

export interface Progress {
  /** Records that the server has not taken yet. */
  readonly waits: number;
  readonly since: Instant | null;
  readonly cursor: number;
  readonly channelId: string;
}

export interface RoundDone {
  /** Records that came and were new here. */
  readonly taken: number;
  /** Records that the server took. */
  readonly sent: number;
}

/** A server brought back from a backup may lack what nobody notices: so often all of a channel is read again. */
const checkEveryMs = 7 * 86_400_000;

export const createChannelSync = (deps: SyncDeps, caseId: string): ChannelSync => {
  let held: HeldChannel | null = null;

  const hold = async (): Promise<Result<HeldChannel, SyncTrouble>> => {
    if (held !== null) return ok(held);
    const found = await holdChannel(deps, caseId);
    if (found.ok) held = found.value;
    return found;
  };

  /** One thing at a time: each must know what the one before it wrote. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: (found: HeldChannel) => Promise<Result<T, SyncTrouble>>) => {
    const once = async (): Promise<Result<T, SyncTrouble>> => {
      const found = await hold();
      if (!found.ok) return found;
      const { gone } = found.value.state();
      const done = gone === null ? await work(found.value) : err({ kind: gone });
      if (!done.ok && done.error.kind === 'changed') held = null;
      return done;
    };
    const turn = last.then(async () => {
      const done = await once();
      // Written anew under other keys, here or in another window: once more with those.
      return !done.ok && done.error.kind === 'changed' ? once() : done;
    });
    last = turn.catch(() => undefined);
    return turn;
  };

  const both = async (found: HeldChannel): Promise<Result<RoundDone, SyncTrouble>> => {
    const pulled = await pull(found);
    if (!pulled.ok) return pulled;
    const { taken, isThere } = pulled.value;
    if (!isThere && (found.state().sentUpTo > 0 || found.state().cursor > 0)) {
      const reset = await found.startOver();
      if (!reset.ok) return reset;
    }
    if (!isThere && found.keys.coming === true) return err({ kind: 'notThereYet' });
    const sent = await push(deps, found);
    return sent.ok ? ok({ taken, sent: sent.value }) : sent;
  };

  return {
    round: () =>
      inTurn(async (found) => {
        const { checkedAt, cursor } = found.state();
        const isDue = cursor > 0 && deps.clock.now() - checkedAt > checkEveryMs;
        const reset = isDue ? await found.startOver() : ok(undefined);
        return reset.ok ? both(found) : reset;
      }),
    take: (page) =>
      inTurn(async (found) => {
        // Something between was missed, or the server has less than it had: the next round reads it.
        if (page.from > found.state().cursor || page.end < found.state().reached) {
          return err({ kind: 'changed' });
        }
        const done = await takePage(found, page);
        if (!done.ok) return done;
        const back = await readBack(found);
        return back.ok ? ok(undefined) : back;
      }),
    send: () =>
      inTurn(async (found) => {
        const sent = await push(deps, found);
        return sent.ok ? ok({ taken: 0, sent: sent.value }) : sent;
      }),
    checkWhole: () =>
      inTurn(async (found) => {
        const reset = await found.startOver();
        return reset.ok ? both(found) : reset;
      }),
    link: () => inTurn(async ({ link }) => ok(link)),
    tellHere: async (meeting) => {
      const found = await hold();
      if (!found.ok) return;
      const { keys, link } = found.value;
      const sealed = await sealPresence(keys, { is: 'here', meeting, device: keys.device });
      if (sealed.ok) await link.signal(sealed.value);
    },
    hearHere: async (sealed) => {
      const found = await hold();
      const opened = found.ok ? await openPresence(found.value.keys, sealed) : null;
      return opened?.ok === true ? opened.value : null;
    },
    expect: ({ epoch, isComing }) => {
      const keys = held?.keys;
      if (keys?.epoch !== epoch || (keys.coming === true) !== isComing) held = null;
    },
    progress: () =>
      held === null
        ? null
        : {
            waits: held.waits,
            since: held.state().waitsSince,
            cursor: held.state().cursor,
            channelId: held.keys.channelId,
          },
  };
};
