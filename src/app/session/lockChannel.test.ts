// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type OpenCase, openCase } from '../../cases/openCase.ts';
import { err } from '../../shared/result.ts';
import { destroyVault } from '../../vault/destroyVault.ts';
import { secretOf } from '../../vault/secret.ts';
import { unlockWithPassword } from '../../vault/unlock.ts';
import { caseDeps } from '../caseDeps.ts';
import { createTestDevice, type TestDevice, testPassword } from '../testDevice.ts';
import { vaultDepsOf } from '../vaultDeps.ts';
import type { LockChannel } from './lockChannel.ts';
import type { AppSession } from './sessionTypes.ts';

/** Windows that hear each other, and all that was said. */
const createWindows = () => {
  const listeners: ((vaultId: string) => void)[] = [];
  const said: string[] = [];
  const join = (): LockChannel => {
    let mine: ((vaultId: string) => void) | null = null;
    return {
      listen: (listener) => {
        mine = listener;
        listeners.push(listener);
      },
      tell: (vaultId) => {
        said.push(vaultId);
        for (const listener of listeners) if (listener !== mine) listener(vaultId);
      },
    };
  };
  return { join, said };
};

const important = { item: 'plan', field: 'important' };

let full: boolean;
let windows: ReturnType<typeof createWindows>;
let device: TestDevice;
let other: AppSession;
let there: OpenCase;

const unlock = async (session: AppSession, vaultId: string): Promise<void> => {
  await session.start();
  const trouble = await session.unlocking(vaultId, () =>
    unlockWithPassword(vaultDepsOf(session.deps), vaultId, secretOf(testPassword)),
  );
  if (trouble !== null) throw new Error(trouble.kind);
};

const readAgain = async (): Promise<string> => {
  const session = device.again();
  await unlock(session, vaultId());
  const { vault } = session.get();
  if (vault === null) throw new Error('locked');
  const opened = await openCase(caseDeps(session), vault, there.caseId);
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value.workspace().state.plan.important.text;
};

const vaultId = (): string => device.session.get().lastVaultId ?? '';

beforeEach(async () => {
  full = false;
  windows = createWindows();
  device = await createTestDevice(
    (storage) => ({
      ...storage,
      journal: {
        ...storage.journal,
        append: (caseId, since, prepare) =>
          full
            ? Promise.resolve(err({ kind: 'quota' }))
            : storage.journal.append(caseId, since, prepare),
      },
    }),
    windows.join,
  );
  other = device.again();
  await unlock(other, vaultId());
  const { vault } = other.get();
  if (vault === null) throw new Error('locked');
  const opened = await openCase(caseDeps(other), vault, device.opened.caseId);
  if (!opened.ok) throw new Error(opened.error.kind);
  there = opened.value;
  await other.keepOpen(there);
});

const writeThere = (): void =>
  there.workspace().typing(important).splice({ index: 0, remove: 0, insert: 'Behålla gården' });

describe('Lås in one of two windows', () => {
  it('locks the other too, after what is typed there is written', async () => {
    writeThere();
    await device.session.lock('asked');
    expect(device.session.get().phase).toBe('locked');
    await vi.waitFor(() => expect(other.get().phase).toBe('locked'));
    expect(other.get().vault).toBeNull();
    expect(await readAgain()).toBe('Behålla gården');
  });

  it('leaves the other open, and says so there, where what is typed cannot be written', async () => {
    await device.session.keepOpen(null);
    full = true;
    writeThere();
    await device.session.lock('asked');
    await vi.waitFor(() => expect(other.get().unsavedAtLock).toBe(true));
    expect(other.get().phase).toBe('unlocked');
    expect(there.workspace().typing(important).value).toBe('Behålla gården');
  });

  it('can be asked for elsewhere alone, as when the password is another: what is typed there is written', async () => {
    writeThere();
    device.session.lockElsewhere(vaultId());
    await vi.waitFor(() => expect(other.get().phase).toBe('locked'));
    expect(device.session.get().phase).toBe('unlocked');
    expect(await readAgain()).toBe('Behålla gården');
  });

  it('tells nothing but the id of the vault, once', async () => {
    const id = vaultId();
    await device.session.lock('asked');
    await vi.waitFor(() => expect(other.get().phase).toBe('locked'));
    expect(windows.said).toEqual([id]);
  });

  it('leaves a window open that has somebody else’s vault open', async () => {
    const colleague = await device.addVault('E');
    const theirs = device.again();
    await unlock(theirs, colleague.vaultId);
    await device.session.lock('asked');
    await vi.waitFor(() => expect(other.get().phase).toBe('locked'));
    expect(theirs.get().phase).toBe('unlocked');
  });

  it('is not what a window does that locks by itself while one works in the other', async () => {
    for (const reason of ['hidden', 'idle'] as const) await device.session.lock(reason);
    expect(device.session.get().phase).toBe('locked');
    expect(windows.said).toEqual([]);
    expect(other.get().phase).toBe('unlocked');
  });
});

describe('Radera allt här in one of two windows', () => {
  it('leaves nothing open in the other, and writes nothing more there', async () => {
    writeThere();
    const id = vaultId();
    expect((await destroyVault(vaultDepsOf(device.session.deps), id)).ok).toBe(true);
    await device.session.vaultDestroyed();
    await vi.waitFor(() => expect(other.get().phase).toBe('absent'));
    expect(other.get().vault).toBeNull();
    const again = device.again();
    await again.start();
    expect(again.get().phase).toBe('absent');
  });
});
