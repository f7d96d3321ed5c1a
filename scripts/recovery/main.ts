/** `npm run recovery -- COMMAND`: the organisation's side of a recovery. See run.ts and docs/recovery.md. */
import { argon2Here } from '../../src/vault/argon2.ts';
import { runRecovery } from './run.ts';
import { createTerminal } from './terminal.ts';

const terminal = createTerminal();
process.exitCode = await runRecovery(process.argv.slice(2), {
  terminal,
  argon2: argon2Here,
  random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
});
terminal.close();
