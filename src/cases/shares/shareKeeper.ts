/**
 * Keeps what is shared from an open case true: ends first of all what must end, then publishes what has changed. One thing
 * at a time, and over again as long as something has changed meanwhile. What waits for internet stands in the facts of the
 * case, so it is there after a lock and on every device that writes.
 */

import { isOpen } from '../../meeting/meetingState.ts';
import type { CaseState, SaveError } from '../../meeting/workspace.ts';
import type { ClockDep, Instant, LocalDate } from '../../shared/deps.ts';
import type { Fact } from '../../shared/fact.ts';
import type { Result } from '../../shared/result.ts';
import type { SignalMessage } from '../../shared/signalMessage.ts';
import type { OpenCase } from '../openCase.ts';
import type { TimersDep } from '../timers.ts';
import { foldShares, type Share } from './foldShares.ts';
import { createShareEars } from './shareEars.ts';
import { shareEnded, shareGone } from './shareFacts.ts';
import { sharesDue } from './sharesDue.ts';
import type { ShareFault, ShareTransport } from './shareTransport.ts';
import type { SurveyInbox } from './surveyInbox.ts';

/** How far a share has come: what **Dela** shows. */
export type ShareProgress =
  /** Not with the server yet. */
  | { readonly kind: 'waiting'; readonly fault: ShareFault | null }
  | { readonly kind: 'shared' }
  /** Ended here, and not told to the server yet: whoever has the link may still see what was last sent. */
  | { readonly kind: 'endWaiting' }
  | { readonly kind: 'ended' };

/** What the one who follows may see; null where there is nothing to give. Made by the allow-lists of `individual`. */
export type Project = (share: Share, state: CaseState, now: Instant) => unknown;

export interface ShareKeeper {
  readonly progress: (share: Share) => ShareProgress;
  /** Told when a progress has changed. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Signals from phones, checked: of the meeting under way, and of the one that the share was made for. */
  readonly onSignal: (listener: (message: SignalMessage) => void) => () => void;
  /** **Tack, jag såg** back to the phone that gave it. */
  readonly answer: (message: SignalMessage) => void;
  /** **Hur var mötet?** from the individual's own phone. */
  readonly survey: SurveyInbox;
  readonly stop: () => void;
}

export interface ShareKeeperDeps extends ClockDep, TimersDep {
  readonly transport: ShareTransport;
  readonly project: Project;
  readonly todayOf: (now: Instant) => LocalDate;
}

/** Time moves what is shown (minutes left), and what may be (the last day). */
const lookAgainMs = 15_000;

export const createShareKeeper = (deps: ShareKeeperDeps, opened: OpenCase): ShareKeeper => {
  const { transport, clock } = deps;
  const listeners = new Set<() => void>();
  const told = new Map<string, { readonly said: string; readonly number: number }>();
  const faults = new Map<string, ShareFault>();
  let stopped = false;
  let running = false;
  let again = false;
  let cancelLook: (() => void) | null = null;

  const now = (): { readonly state: CaseState; readonly shares: readonly Share[] } => {
    const { state } = opened.workspace();
    return { state, shares: foldShares(state.log) };
  };
  const due = (state: CaseState, shares: readonly Share[]) =>
    sharesDue(shares, state, deps.todayOf(clock.now()));
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const record = (maker: Parameters<OpenCase['editAndRecord']>[1][number]) =>
    opened.workspace().record(maker) as Promise<Result<Fact, SaveError>>;

  /** A device that had not heard of the meeting has published there: what is true now goes out again. */
  const onNumber = (shareId: string, number: number): void => {
    const last = told.get(shareId);
    if (last === undefined || number <= last.number) return;
    told.set(shareId, { said: '', number });
    void run();
  };
  const ears = createShareEars(deps, now, onNumber);

  const endWhatMust = async (): Promise<void> => {
    const { state, shares } = now();
    for (const { share, why } of due(state, shares)) {
      if (stopped) return;
      await record((ctx) => shareEnded(ctx, { shareId: share.shareId, why, reason: '' }));
    }
    for (const share of now().shares) {
      if (stopped) return;
      if (share.ended === null || share.isGone || !transport.isOnline()) continue;
      const done = await transport.end(share.secret);
      const isDone = done.ok || ['ended', 'aged', 'noChannel'].includes(done.error);
      if (isDone) await record((ctx) => shareGone(ctx, share.shareId));
      changed();
    }
  };

  /** Side by side: each in the room has a link of their own, and none should wait for the others. */
  const publishWhatChanged = async (): Promise<void> => {
    const { state, shares } = now();
    if (due(state, shares).length > 0) {
      again = true;
      return;
    }
    if (!transport.isOnline()) return;
    const wanted = shares.filter(
      (share) =>
        share.ended === null &&
        faults.get(share.shareId) !== 'refused' &&
        (share.kind === 'plan' || isMine(share, state)),
    );
    await Promise.all(wanted.map((share) => publish(share, state)));
  };

  const publish = async (share: Share, state: CaseState): Promise<void> => {
    const { shareId, kind, secret } = share;
    const projected = deps.project(share, state, clock.now());
    if (projected === null) return;
    const said = JSON.stringify(projected);
    const before = told.get(shareId);
    if (before?.said === said || (kind === 'plan' && before !== undefined)) return;
    // A version is given once; a live view has rising numbers, on whatever device it is led from.
    let number = kind === 'plan' ? 1 : Math.max(clock.now(), (before?.number ?? 0) + 1);
    let done = await transport.publish(secret, number, projected);
    if (!done.ok && typeof done.error === 'object' && kind === 'follow') {
      number = done.error.oldNumber + 1;
      done = await transport.publish(secret, number, projected);
    }
    const isThere = done.ok || typeof done.error === 'object';
    if (isThere) {
      faults.delete(shareId);
      told.set(shareId, { said, number });
    } else if (!done.ok && typeof done.error === 'string') {
      faults.set(shareId, done.error);
      if (done.error === 'aged' || done.error === 'ended')
        await record((ctx) => shareEnded(ctx, { shareId, why: 'aged', reason: '' }));
    }
    changed();
  };

  /** A live view is published by the device that leads the meeting; with no meeting, by the one that it was made on. */
  const isMine = (share: Share, { meeting: { current } }: CaseState): boolean => {
    if (opened.isLedElsewhere()) return false;
    const isOfMeeting = isOpen(current) || (current.ended !== null && current.ended.at >= share.at);
    return (isOfMeeting ? (current.leader ?? share.device) : share.device) === opened.device();
  };

  const run = async (): Promise<void> => {
    if (running || stopped) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await endWhatMust();
      if (!stopped) await publishWhatChanged();
      if (!stopped) ears.listenToOpen(isLeading());
    } while (again && !stopped);
    running = false;
    lookLater();
  };

  const isLeading = (): boolean =>
    isOpen(opened.workspace().state.meeting.current) && !opened.isLedElsewhere();

  const lookLater = (): void => {
    cancelLook?.();
    cancelLook = null;
    const waits = now().shares.some(({ ended, isGone }) => ended === null || !isGone);
    if (waits && !stopped) cancelLook = deps.timers.after(lookAgainMs, () => void run());
  };

  const stops = [opened.subscribe(() => void run()), transport.subscribe(() => void run())];
  void run();

  return {
    progress: (share) => {
      if (share.ended !== null) return { kind: share.isGone ? 'ended' : 'endWaiting' };
      if (told.has(share.shareId)) return { kind: 'shared' };
      return { kind: 'waiting', fault: faults.get(share.shareId) ?? null };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onSignal: ears.onSignal,
    answer: ears.answer,
    survey: ears.survey,
    stop: () => {
      stopped = true;
      cancelLook?.();
      ears.stop();
      for (const each of stops) each();
    },
  };
};
