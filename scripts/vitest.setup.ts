/**
 * For every unit test: no network, an IndexedDB in memory, and for properties the seed of the day. `npm test` prints it;
 * `SIP_SEED=20261122 npx vitest run …` does that day again.
 */
import 'fake-indexeddb/auto';
import { configure } from '@testing-library/preact';
import fc from 'fast-check';

const today = new Date().toISOString().slice(0, 10).replaceAll('-', '');

fc.configureGlobal({ seed: Number(process.env.SIP_SEED ?? today) });

// A machine that does much else is no failure: what is looked for comes, or does not, however long it takes.
configure({ asyncUtilTimeout: 5_000 });

/** As without internet. A test that needs an answer gives its own. */
globalThis.fetch = () => Promise.reject(new TypeError('There is no network in a unit test.'));
