/**
 * That a vault has been on this device, remembered outside the database: without it, a database that the browser has
 * cleared would look like a first start, and a person would see "no plans" where plans had been. Holds no personal data.
 */
export interface VaultMarker {
  isSet(): Promise<boolean>;
  set(): Promise<void>;
  clear(): Promise<void>;
}

const markerName = 'sip-vault';

/**
 * In `localStorage`, which Chromium writes down some seconds later, and as an empty file of the origin's own, which it
 * writes at once. Where both are refused, nothing is remembered; no call rejects.
 */
export const localMarker = (): VaultMarker => {
  const inStore = <T>(work: (store: globalThis.Storage) => T, otherwise: T): T => {
    try {
      return work(globalThis.localStorage);
    } catch {
      return otherwise;
    }
  };
  const asFile = async (
    work: (files: FileSystemDirectoryHandle) => Promise<unknown>,
  ): Promise<boolean> => {
    try {
      await work(await navigator.storage.getDirectory());
      return true;
    } catch {
      return false;
    }
  };
  return {
    isSet: async () =>
      inStore((store) => store.getItem(markerName) === '1', false) ||
      asFile((files) => files.getFileHandle(markerName)),
    set: async () => {
      inStore((store) => store.setItem(markerName, '1'), undefined);
      await asFile((files) => files.getFileHandle(markerName, { create: true }));
    },
    clear: async () => {
      inStore((store) => store.removeItem(markerName), undefined);
      await asFile((files) => files.removeEntry(markerName));
    },
  };
};

/** False where even asking for `localStorage` is refused, as when all cookies are blocked. */
export const mayKeepLocally = (): boolean => {
  try {
    return globalThis.localStorage !== null;
  } catch {
    return false;
  }
};

export const memoryMarker = (): VaultMarker => {
  let marked = false;
  return {
    isSet: async () => marked,
    set: async () => {
      marked = true;
    },
    clear: async () => {
      marked = false;
    },
  };
};
