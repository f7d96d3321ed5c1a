/**
 * That a vault has been on this device, remembered outside the database: without it, a database that the browser has
 * cleared would look like a first start, and a person would see "no plans" where plans had been. Holds no personal data.
 */
export interface VaultMarker {
  isSet(): boolean;
  set(): void;
  clear(): void;
}

const markerName = 'sip-vault';

/** In `localStorage`; where that is refused, nothing is remembered. */
export const localMarker = (): VaultMarker => {
  const attempt = <T>(work: (store: globalThis.Storage) => T, otherwise: T): T => {
    try {
      return work(globalThis.localStorage);
    } catch {
      return otherwise;
    }
  };
  return {
    isSet: () => attempt((store) => store.getItem(markerName) === '1', false),
    set: () => attempt((store) => store.setItem(markerName, '1'), undefined),
    clear: () => attempt((store) => store.removeItem(markerName), undefined),
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
    isSet: () => marked,
    set: () => {
      marked = true;
    },
    clear: () => {
      marked = false;
    },
  };
};
