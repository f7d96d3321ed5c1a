/** Gives every unit test an IndexedDB of its own, in memory. */
import 'fake-indexeddb/auto';
