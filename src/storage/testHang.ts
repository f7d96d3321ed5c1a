/** Databases that do not answer. For tests only. */
import { databaseName } from './schema.ts';

/** Holds these stores in a transaction that goes on until it is let go: whoever comes after waits, as behind a stuck disk. */
export const holdStores = async (
  indexedDB: IDBFactory,
  stores: readonly string[],
): Promise<() => Promise<void>> => {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(databaseName);
    request.onsuccess = () => resolve(request.result);
  });
  let held = true;
  const transaction = db.transaction(stores, 'readwrite');
  const [first = ''] = stores;
  const goOn = (): void => {
    if (!held) return;
    transaction.objectStore(first).count().onsuccess = goOn;
  };
  const begun = new Promise<void>((resolve) => {
    transaction.objectStore(first).count().onsuccess = () => {
      resolve();
      goOn();
    };
  });
  const over = new Promise<void>((resolve) => {
    transaction.oncomplete = () => resolve();
  });
  await begun;
  return async () => {
    held = false;
    await over;
    db.close();
  };
};

/** A factory whose openings never answer while `hangs()`. */
export const hangingFactory = (indexedDB: IDBFactory, hangs: () => boolean): IDBFactory =>
  new Proxy(indexedDB, {
    get: (target, name) => {
      if (name === 'open') {
        return (...args: Parameters<IDBFactory['open']>) => (hangs() ? {} : target.open(...args));
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
