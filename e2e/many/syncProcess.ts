/**
 * The sync server in a process of its own, to be killed: the store that the environment names, a free port, which it prints.
 * What it deletes must leave the files soon.
 */
import { createServer } from 'node:http';
import { openStore } from '../../server/openStore.ts';
import { readOptions } from '../../server/options.ts';
import type { Store, Write } from '../../server/store/store.ts';
import { createOpenPolicy } from '../../server/sync/openPolicy.ts';
import { createSyncServer } from '../../server/sync/syncServer.ts';

const options = readOptions([], process.env);
const store = await openStore(options);

/** A server that lies: it says that a frame is kept, and keeps it a moment later. A test must find it out. */
const tellsFirst: Store = {
  ...store,
  commit: async (writes) => {
    const isFrame = ({ is }: Write): boolean => is === 'append';
    if (!writes.every(isFrame)) return store.commit(writes);
    setTimeout(() => void store.commit(writes), 25);
    return writes.map(() => ({ is: 'appended', cursor: 1, fresh: [], snapshotId: null }));
  },
};
const sync = createSyncServer({
  store: process.env['SIP_PLANT'] === 'tellsFirst' ? tellsFirst : store,
  names: () => options.names ?? [],
  policy: createOpenPolicy('everywhere', options.limits),
  limits: options.limits,
  // PostgreSQL writes whole tables anew to forget: there it would do nothing else.
  scrubAfterMs: options.databaseUrl === null ? 50 : 1_000,
  onFault: (error) => console.error(error),
});
const http = createServer((_request, response) => response.writeHead(404).end());
sync.attach(http);
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  console.log(typeof address === 'object' && address !== null ? address.port : 0);
});
// Whoever started it is gone.
process.stdin.on('end', () => process.exit(0)).resume();
