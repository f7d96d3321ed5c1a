/**
 * Looks after what is shared from cases that nobody has open here: what must end does, also when that came from another device, or a last
 * day passed meanwhile. While the vault is unlocked; what it finds to do stands on the first page until it is done.
 */
import type { OpenCase } from '../../cases/openCase.ts';
import {
  atOnce,
  nextEnd,
  noteWaitingEnd,
  readWaitingEnds,
} from '../../cases/shares/waitingEnds.ts';
import type { TimersDep } from '../../cases/timers.ts';
import type { ClockDep, LocalDate } from '../../shared/deps.ts';
import type { Result } from '../../shared/result.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';

export interface EndWatchDeps extends ClockDep, TimersDep {
  readonly vault: Pick<VaultSession, 'readValue' | 'writeValue' | 'listCases'>;
  readonly todayOf: (now: number) => LocalDate;
  /** Without a word in the log: nobody reads in it. */
  readonly open: (caseId: string) => Promise<Result<OpenCase, { readonly kind: string }>>;
  /** Ends what must end there, until it is stopped; null where that cannot be done now. */
  readonly keep: (opened: OpenCase) => Promise<{ readonly stop: () => void } | null>;
  /** A case that somebody has open here is looked after there. */
  readonly isOpenHere: (caseId: string) => boolean;
  /** A journal has grown: here, in another window, or by syncing. */
  readonly onGrown: (listener: (caseId: string) => void) => () => void;
}

export interface EndWatch {
  /** Something has ended here and not with the server yet. */
  readonly waits: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  /** A case was closed here just now. */
  readonly lookNow: () => void;
  readonly stop: () => void;
}

/** What is written elsewhere comes word by word: each case is read again at most so often. */
const lookAgainMs = 10_000;
/** Days pass, and what came whole is here now. */
const everyMs = 60_000;

export const createEndWatch = (deps: EndWatchDeps): EndWatch => {
  const { vault, timers } = deps;
  const listeners = new Set<() => void>();
  const working = new Map<string, { readonly waits: () => boolean; readonly stop: () => void }>();
  const looked = new Map<string, number>();
  const toLook = new Set<string>();
  const known = new Set<string>();
  let stopped = false;
  let busy = false;
  let cancel: (() => void) | null = null;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const today = (): LocalDate => deps.todayOf(deps.clock.now());

  const look = async (caseId: string): Promise<void> => {
    if (working.has(caseId) || deps.isOpenHere(caseId)) return;
    const found = await deps.open(caseId);
    if (!found.ok) {
      if (found.error.kind === 'missing') await noteWaitingEnd(vault, caseId, null);
      return;
    }
    const opened = found.value;
    const next = nextEnd(opened.workspace().state, today());
    await noteWaitingEnd(vault, caseId, next);
    if (stopped || next === null || next >= today()) {
      await opened.close();
      return;
    }
    const kept = await deps.keep(opened);
    if (kept === null) {
      await opened.close();
      return;
    }
    const waits = (): boolean => nextEnd(opened.workspace().state, today()) === atOnce;
    const unlisten = opened.subscribe(() => {
      tell();
      if (!waits()) leave(caseId);
    });
    working.set(caseId, {
      waits,
      stop: () => {
        unlisten();
        kept.stop();
        void opened.close();
      },
    });
    if (stopped || !waits()) leave(caseId);
    tell();
  };

  const leave = (caseId: string): void => {
    working.get(caseId)?.stop();
    working.delete(caseId);
  };

  const run = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    const now = deps.clock.now();
    const isDue = (caseId: string): boolean =>
      now - (looked.get(caseId) ?? Number.NEGATIVE_INFINITY) >= lookAgainMs;
    for (const caseId of [...toLook].filter(isDue)) {
      if (stopped) break;
      toLook.delete(caseId);
      looked.set(caseId, now);
      await look(caseId);
    }
    busy = false;
    if (toLook.size > 0) soon(lookAgainMs);
  };

  const soon = (ms: number): void => {
    if (stopped || cancel !== null) return;
    cancel = timers.after(ms, () => {
      cancel = null;
      void run();
    });
  };

  /** What is noted, and what was not here before. */
  const lookAround = async (isFirst: boolean): Promise<void> => {
    const [noted, cases] = await Promise.all([readWaitingEnds(vault), vault.listCases()]);
    if (stopped) return;
    for (const { caseId, until } of noted) {
      if (until < today()) looked.delete(caseId);
      if (isFirst || until < today()) toLook.add(caseId);
    }
    for (const caseId of cases.ok ? cases.value : []) {
      if (!isFirst && !known.has(caseId)) toLook.add(caseId);
      known.add(caseId);
    }
    for (const caseId of working.keys()) if (deps.isOpenHere(caseId)) leave(caseId);
    await run();
  };

  let cancelRound: (() => void) | null = null;
  const round = (): void => {
    if (stopped) return;
    cancelRound = timers.after(everyMs, () => void lookAround(false).then(round));
  };
  const unlisten = deps.onGrown((caseId) => {
    if (!known.has(caseId) || working.has(caseId) || deps.isOpenHere(caseId)) return;
    toLook.add(caseId);
    soon(1_000);
  });
  void lookAround(true).then(round);

  return {
    waits: () => [...working.values()].some(({ waits }) => waits()),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lookNow: () => void lookAround(false),
    stop: () => {
      stopped = true;
      cancel?.();
      cancelRound?.();
      unlisten();
      for (const caseId of [...working.keys()]) leave(caseId);
      listeners.clear();
    },
  };
};
