/**
 * The rows of the device's database, out of a page and into it, as JSON: bytes are `{base64}`, as in
 * src/storage/fixtures. Read in a running app or on an empty page of the same origin; laid on the empty page only.
 */
import type { Page } from '../driver/types.ts';

export interface StoreRows {
  readonly name: string;
  readonly keyPath: string | readonly string[];
  readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[] }[];
  readonly rows: readonly unknown[];
}

export interface DeviceRows {
  /** The browser's own number: ten times Dexie's. */
  readonly version: number;
  readonly stores: readonly StoreRows[];
}

/** A page of the origin on which nothing of the app runs: no worker answers for a file. */
export const emptyPage = '/robots.txt';

/** Null when there is no database. Creates nothing. */
export const readRows = async (page: Page): Promise<DeviceRows | null> =>
  JSON.parse(await page.evaluate(readAsJson)) as DeviceRows | null;

/** The browser's number of the database that lies there; 0 when there is none. */
export const versionOf = async (page: Page): Promise<number> =>
  (await readRows(page))?.version ?? 0;

/** Everything of this origin that rows lie in is gone. On the empty page. */
export const clearOrigin = (page: Page): Promise<void> => page.evaluate(clearAll);

/** Lays rows into a database of just this shape, made anew, and remembers that a vault has been here. */
export const layRows = async (page: Page, device: DeviceRows): Promise<void> => {
  await clearOrigin(page);
  await page.evaluate(layFromJson, JSON.stringify(device));
  await page.evaluate(rememberVault);
};

/** Also run outside of a page, on a factory in memory. */
export const readAsJson = async (factory: IDBFactory = indexedDB): Promise<string> => {
  const asked = factory.open('sip');
  const db = await new Promise<IDBDatabase | null>((resolve, reject) => {
    asked.onupgradeneeded = () => asked.transaction?.abort();
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () =>
      asked.error?.name === 'AbortError' ? resolve(null) : reject(asked.error);
  });
  if (db === null) return 'null';
  const names = [...db.objectStoreNames];
  const stores: unknown[] = [];
  if (names.length > 0) {
    const reading = db.transaction(names, 'readonly');
    for (const name of names) {
      const store = reading.objectStore(name);
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        const all = store.getAll();
        all.onsuccess = () => resolve(all.result);
        all.onerror = () => reject(all.error);
      });
      const indexes = [...store.indexNames].map((index) => ({
        name: index,
        keyPath: store.index(index).keyPath,
      }));
      stores.push({ name, keyPath: store.keyPath, indexes, rows });
    }
  }
  const { version } = db;
  db.close();
  return JSON.stringify({ version, stores }, (_key, value: unknown) => {
    if (!(value instanceof Uint8Array)) return value;
    let text = '';
    for (const byte of value) text += String.fromCharCode(byte);
    return { base64: btoa(text) };
  });
};

const clearAll = async (): Promise<void> => {
  localStorage.clear();
  const { storageBuckets } = navigator as {
    storageBuckets?: { delete: (name: string) => Promise<void> };
  };
  // As src/storage/sparePlace.ts: files of a page that has just been left are let go a moment later.
  for (let left = 24; ; left -= 1) {
    try {
      await storageBuckets?.delete('spare');
      break;
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const files = await navigator.storage?.getDirectory?.();
  await files?.removeEntry('sip-vault').catch(() => undefined);
  await new Promise<void>((resolve, reject) => {
    const asked = indexedDB.deleteDatabase('sip');
    asked.onsuccess = () => resolve();
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error('A page holds the database open.'));
  });
};

/** As `readAsJson`, the other way. */
export const layFromJson = async (text: string, factory: IDBFactory = indexedDB): Promise<void> => {
  const device = JSON.parse(text, (_key, value: unknown) => {
    const { base64 } = (value ?? {}) as { base64?: unknown };
    if (typeof base64 !== 'string') return value;
    const bytes = atob(base64);
    return Uint8Array.from(bytes, (letter) => letter.charCodeAt(0));
  }) as {
    version: number;
    stores: {
      name: string;
      keyPath: string | string[];
      indexes: { name: string; keyPath: string | string[] }[];
      rows: unknown[];
    }[];
  };
  const asked = factory.open('sip', device.version);
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    asked.onupgradeneeded = () => {
      for (const { name, keyPath, indexes } of device.stores) {
        const store = asked.result.createObjectStore(name, { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath);
      }
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const names = device.stores.map(({ name }) => name);
  const writing = db.transaction(names, 'readwrite', { durability: 'strict' });
  for (const { name, rows } of device.stores)
    for (const row of rows) writing.objectStore(name).put(row);
  await new Promise<void>((resolve, reject) => {
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(writing.error);
  });
  db.close();
};

/** What the app itself leaves behind when a vault is made. */
const rememberVault = (): void => localStorage.setItem('sip-vault', '1');
