/** In clear, in each place where a page can leave words: the search must find these, or it finds nothing. */
import type { Page } from '../driver/types.ts';
import { makeCanary } from './searchFiles.ts';

/** Where each lies. `pressed` is written so that a browser that presses its values together leaves no piece of it whole. */
export interface Planted {
  readonly storage: string;
  readonly database: string;
  readonly key: string;
  readonly cache: string;
  readonly pressed: string;
}

export const plantWords = async (page: Page): Promise<Planted> => {
  const planted: Planted = {
    storage: makeCanary(),
    database: makeCanary(),
    key: makeCanary(),
    cache: makeCanary(),
    pressed: makeCanary(),
  };
  await page.evaluate(plant, planted);
  return planted;
};

const plant = async ({ storage, database, key, cache, pressed }: Planted): Promise<void> => {
  localStorage.setItem('planted', storage);
  const kept = await caches.open('planted');
  await kept.put('/planted', new Response('x'.repeat(5_000) + cache + 'y'.repeat(5_000)));
  // Seven letters at a time, again and again: what comes last is then only pointed at.
  const windows = [...pressed].map((_, at) => pressed.slice(at, at + 7)).join('-');
  const asked = indexedDB.open('planted', 1);
  await new Promise<void>((done, fail) => {
    asked.onupgradeneeded = () => asked.result.createObjectStore('words');
    asked.onerror = () => fail(asked.error);
    asked.onsuccess = () => {
      const put = asked.result.transaction('words', 'readwrite', { durability: 'strict' });
      const words = put.objectStore('words');
      words.put({ text: database }, 1);
      words.put({ text: `${windows.repeat(50)} ${pressed}` }, 2);
      words.put({ text: 'by its key' }, key);
      put.oncomplete = () => done();
      put.onabort = () => fail(put.error);
    };
  });
};
