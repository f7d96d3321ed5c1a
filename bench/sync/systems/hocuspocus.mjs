/** hocuspocus with its SQLite extension, set up as its documentation has it. DEBOUNCE: milliseconds until it stores. */
import { join } from 'node:path';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

const { PORT, SIP_DATA = '.', DEBOUNCE } = process.env;

const server = new Server({
  port: Number(PORT),
  address: '127.0.0.1',
  quiet: true,
  ...(DEBOUNCE !== undefined && { debounce: Number(DEBOUNCE) }),
  extensions: [new SQLite({ database: join(SIP_DATA, 'hocuspocus.sqlite') })],
});
await server.listen();
console.log(`http://localhost:${PORT}`);
