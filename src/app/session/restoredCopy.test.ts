import { describe, expect, it } from 'vitest';
import { ok } from '../../shared/result.ts';
import { forgetRestoredCopy, lastCopyOf, noteRestoredCopy } from './restoredCopy.ts';

const copy = { at: Date.UTC(2026, 10, 2), plans: 3, notes: 40 };
const older = { at: Date.UTC(2026, 9, 2), plans: 2, notes: 20 };

const createVault = (value: unknown = null, vaultId = 'v1') => {
  const kept = { value };
  return {
    kept,
    vault: {
      vaultId,
      readValue: async () => ok(kept.value),
      writeValue: async (_name: string, written: unknown) => {
        kept.value = written;
        return ok(undefined);
      },
    },
  };
};

const createStorage = (kept = new Map<string, string>()) => ({
  kept,
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => void kept.set(name, value),
  removeItem: (name: string) => void kept.delete(name),
});

describe('a file that was fetched is a copy', () => {
  it('is known to whoever unlocks what came, sealed from then on, and no note of it is left', async () => {
    const storage = createStorage();
    noteRestoredCopy(['v1', 'v2'], copy, storage);
    const { vault, kept } = createVault();
    expect(await lastCopyOf(vault, storage)).toEqual(copy);
    expect(kept.value).toEqual(copy);
    expect([...storage.kept.keys()]).toEqual(['sip.copy.v2']);
    expect(await lastCopyOf(vault, storage)).toEqual(copy);
  });

  it('is forgotten with all else, and only for whoever asked', () => {
    const storage = createStorage();
    noteRestoredCopy(['v1', 'v2'], copy, storage);
    forgetRestoredCopy('v1', storage);
    expect([...storage.kept.keys()]).toEqual(['sip.copy.v2']);
  });

  it('gives way to a newer one that was saved here, and comes before an older', async () => {
    const storage = createStorage();
    noteRestoredCopy(['v1'], older, storage);
    expect(await lastCopyOf(createVault(copy).vault, storage)).toEqual(copy);
    noteRestoredCopy(['v1'], copy, storage);
    expect(await lastCopyOf(createVault(older).vault, storage)).toEqual(copy);
  });

  it('says nothing for a vault that did not come from it, or where the note cannot be read', async () => {
    const storage = createStorage(new Map([['sip.copy.v1', '{']]));
    noteRestoredCopy(['v2'], copy, storage);
    expect(await lastCopyOf(createVault().vault, storage)).toBeNull();
    expect(storage.kept.has('sip.copy.v1')).toBe(false);
  });
});
