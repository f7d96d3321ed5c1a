/** The Evolu relay on SQLite, as its own example starts it. */
import { createConsole } from '@evolu/common';
import { createRelayDeps, createRun, startRelay } from '@evolu/nodejs';

const { PORT, SIP_DATA = '.' } = process.env;

process.chdir(SIP_DATA);
await using run = createRun({ ...createRelayDeps(), console: createConsole({ level: 'error' }) });
await using _relay = await run.orThrow(
  startRelay({ port: Number(PORT), isOwnerWithinQuota: () => true }),
);
console.log(`http://localhost:${PORT}`);
await run.deps.shutdown;
