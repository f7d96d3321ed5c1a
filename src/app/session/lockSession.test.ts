// @vitest-environment happy-dom

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase } from '../../cases/createCase.ts';
import type { OpenCase } from '../../cases/openCase.ts';
import { openCase } from '../../cases/openCase.ts';
import { createTestTimers, type TestTimers } from '../../cases/testTimers.ts';
import { started } from '../../meeting/testMeeting.ts';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import { err } from '../../shared/result.ts';
import { createStorage } from '../../storage/createStorage.ts';
import type { JournalPort } from '../../storage/journalPort.ts';
import { memoryMarker } from '../../storage/vaultMarker.ts';
import { argon2Here } from '../../vault/argon2.ts';
import { hiddenLimitMs, meetingGraceMs } from '../../vault/autoLock.ts';
import { createVault } from '../../vault/createVault.ts';
import { secretOf } from '../../vault/secret.ts';
import { caseDeps } from '../caseDeps.ts';
import { createAppSession } from './appSession.ts';
import { startAutoLocker } from './autoLocker.ts';
import { whenLeftAlone } from './leftAlone.ts';
import type { AppSession } from './sessionTypes.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const password = secretOf('lingon tunnbröd kåta fjällvind');
const important = { item: 'plan', field: 'important' };

let time: TestTimers;
let session: AppSession;
let opened: OpenCase;
let full: boolean;
let stop: () => void;
let visible: 'visible' | 'hidden';
/** How far somebody has set the clock of the tablet. */
let clockOff: number;

const see = (next: typeof visible): void => {
  visible = next;
  document.dispatchEvent(new Event('visibilitychange'));
};

const touch = (): void => {
  dispatchEvent(new Event('pointerdown'));
};

const root = (): HTMLElement => document.documentElement;

beforeEach(async () => {
  full = false;
  clockOff = 0;
  visible = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visible);
  time = createTestTimers();
  const storage = createStorage({
    name: `session-${Math.random()}`,
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    marker: memoryMarker(),
    lock: { hold: async (_id, _wait, work) => ({ ok: true, value: await work() }) },
  });
  const journal: JournalPort = {
    ...storage.journal,
    append: (caseId, since, prepare) =>
      full
        ? Promise.resolve(err({ kind: 'quota' }))
        : storage.journal.append(caseId, since, prepare),
  };
  session = createAppSession({
    clock: { now: () => time.now() + clockOff, monotonic: time.now },
    random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    timers: time.timers,
    argon2: argon2Here,
    storage: { ...storage, journal },
    locks: null,
  });
  await session.start();
  const made = await createVault(
    {
      ...session.deps,
      store: storage.vaults,
      passwordCost: { memoryKiB: 64, iterations: 1, parallelism: 1 },
    },
    { shortName: 'K', password },
  );
  if (!made.ok) throw new Error(made.error.kind);
  await session.vaultCreated(made.value.session);
  const created = await createCase(caseDeps(session), made.value.session, (doc, ctx) =>
    setPlanField(doc, ctx, { field: 'name', value: 'Lars' }),
  );
  if (!created.ok) throw new Error('not created');
  opened = created.value;
  await session.keepOpen(opened);
  stop = startAutoLocker(session, root());
});

afterEach(() => stop());

const write = (text: string): void =>
  opened.workspace().typing(important).splice({ index: 0, remove: 0, insert: text });

const unlockAgain = async (): Promise<string> => {
  const { unlockWithPassword } = await import('../../vault/unlock.ts');
  const [vault] = session.get().vaults;
  if (vault === undefined) throw new Error('no vault');
  const deps = { ...session.deps, store: session.deps.storage.vaults };
  const trouble = await session.unlocking(vault.vaultId, () =>
    unlockWithPassword(deps, vault.vaultId, password),
  );
  expect(trouble).toBeNull();
  const { vault: open } = session.get();
  if (open === null) throw new Error('locked');
  const again = await openCase(caseDeps(session), open, opened.caseId);
  if (!again.ok) throw new Error(again.error.kind);
  return again.value.workspace().state.plan.important.text;
};

describe('locking', () => {
  it('writes what is being typed first, then forgets the keys', async () => {
    write('Behålla gården');
    const { vault } = session.get();
    await session.lock('asked');
    expect(session.get().phase).toBe('locked');
    expect(session.get().person.name).toBe('');
    expect(await vault?.listCases()).toEqual(err({ kind: 'locked' }));
    expect(await unlockAgain()).toBe('Behålla gården');
  });

  it('keeps the keys and says so when what is open cannot be written', async () => {
    full = true;
    write('Behålla gården');
    await session.lock('asked');
    expect(session.get()).toMatchObject({ phase: 'unlocked', unsavedAtLock: true });
    expect(opened.workspace().typing(important).value).toBe('Behålla gården');
    full = false;
    await session.lock('asked');
    expect(session.get().phase).toBe('locked');
    expect(await unlockAgain()).toBe('Behålla gården');
  });

  it('comes after two minutes out of sight, and the cover stays until it is locked', async () => {
    see('hidden');
    expect(root().dataset.covered).toBe('');
    await time.pass(hiddenLimitMs);
    see('visible');
    expect(root().dataset.covered).toBe('');
    await vi.waitFor(() => expect(session.get().phase).toBe('locked'));
    await vi.waitFor(() => expect(root().dataset.covered).toBeUndefined());
  });

  it('does not come for a short look at something else', async () => {
    see('hidden');
    const lock = vi.spyOn(session, 'lock');
    await time.pass(hiddenLimitMs - 1);
    see('visible');
    await vi.waitFor(() => expect(root().dataset.covered).toBeUndefined());
    expect(lock).not.toHaveBeenCalled();
  });

  it('comes at the first touch after ten idle minutes, judged by the clock and not by a timer', async () => {
    const lock = vi.spyOn(session, 'lock');
    await time.pass(10 * minute - 1);
    touch();
    expect(lock).not.toHaveBeenCalled();
    await time.pass(10 * minute);
    touch();
    await vi.waitFor(() => expect(session.get().phase).toBe('locked'));
  });

  it('never comes by idleness in a meeting until its set end and half an hour', async () => {
    const begun = await opened.workspace().send(started());
    expect(begun.ok).toBe(true);
    const lock = vi.spyOn(session, 'lock');
    await time.pass(60 * minute + meetingGraceMs - 1);
    dispatchEvent(new Event('focus'));
    expect(lock).not.toHaveBeenCalled();
    await time.pass(1);
    dispatchEvent(new Event('focus'));
    await vi.waitFor(() => expect(session.get().phase).toBe('locked'));
  });

  it('comes in its time out of sight and when idle, though the clock was set back by days meanwhile', async () => {
    see('hidden');
    clockOff = -2 * day;
    await time.pass(hiddenLimitMs);
    see('visible');
    await vi.waitFor(() => expect(session.get().phase).toBe('locked'));
    await unlockAgain();
    touch();
    clockOff = -4 * day;
    await time.pass(10 * minute);
    touch();
    await vi.waitFor(() => expect(session.get().phase).toBe('locked'));
  });

  it('comes after a day of sleep in a running meeting, also where the page’s own time stood still', async () => {
    expect((await opened.workspace().send(started())).ok).toBe(true);
    write('Behålla gården');
    see('hidden');
    clockOff = day;
    see('visible');
    await vi.waitFor(() => expect(session.get().phase).toBe('locked'));
    // Unlocked, the meeting is as it was left, and how long is left is asked (meeting/duration.test.ts).
    expect(await unlockAgain()).toBe('Behålla gården');
  });

  it('comes when the clock is set days ahead in a meeting: it cannot be told from sleep, and all is written first', async () => {
    expect((await opened.workspace().send(started())).ok).toBe(true);
    write('Sova');
    clockOff = 3 * day;
    dispatchEvent(new Event('focus'));
    await vi.waitFor(() => expect(session.get().phase).toBe('locked'));
    expect(await unlockAgain()).toBe('Sova');
  });

  it('does not come in a meeting because the clock was set back', async () => {
    expect((await opened.workspace().send(started())).ok).toBe(true);
    const lock = vi.spyOn(session, 'lock');
    clockOff = -3 * day;
    await time.pass(40 * minute);
    dispatchEvent(new Event('focus'));
    expect(lock).not.toHaveBeenCalled();
  });

  it('writes what is being typed when the window goes out of sight', async () => {
    write('Sova');
    see('hidden');
    await vi.waitFor(() => expect(opened.workspace().save).toEqual({ kind: 'saved' }));
  });
});

describe('the one case that is open', () => {
  it('is never one that is being closed, in which nothing more would be written', async () => {
    write('Behålla');
    const closing = session.keepOpen(null);
    const there = await session.openedForGood();
    expect(there).toBeNull();
    await closing;
  });

  it('is still there when it could not be closed', async () => {
    full = true;
    write('Behålla');
    const closing = session.keepOpen(null);
    expect(await session.openedForGood()).toBe(opened);
    expect(await closing).toBe(false);
  });

  it('does not come after the lock, when it was being read meanwhile', async () => {
    const { vault } = session.get();
    if (vault === null) throw new Error('locked');
    const late = await openCase(caseDeps(session), vault, opened.caseId);
    if (!late.ok) throw new Error(late.error.kind);
    const locking = session.lock('asked');
    const kept = session.keepOpen(late.value);
    await locking;
    expect(await kept).toBe(false);
    expect(session.openedCase()).toBeNull();
  });

  it('says that what is typed is not saved when it was closed under the fingers', async () => {
    const heard = vi.fn();
    opened.subscribe(heard);
    await opened.close();
    write('Sova');
    expect(opened.workspace().save).toEqual({ kind: 'notSaved', reason: 'closed' });
    expect(heard).toHaveBeenCalled();
  });
});

describe('what stands by Låst though no vault is open', () => {
  it('goes when it was left alone, seen or not, and not before', async () => {
    await session.lock('asked');
    const leave = vi.fn();
    const stopLooking = whenLeftAlone(session, leave);
    await time.pass(9 * minute);
    dispatchEvent(new Event('focus'));
    expect(leave).not.toHaveBeenCalled();
    await time.pass(2 * minute);
    dispatchEvent(new Event('focus'));
    expect(leave).toHaveBeenCalledTimes(1);
    touch();
    see('hidden');
    await time.pass(hiddenLimitMs);
    see('visible');
    expect(leave).toHaveBeenCalledTimes(3);
    stopLooking();
    await time.pass(day);
    dispatchEvent(new Event('focus'));
    expect(leave).toHaveBeenCalledTimes(3);
  });
});
