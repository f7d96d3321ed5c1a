/** The server's command line beside the server that has the data, and the code of an invitation that is typed. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '../driver/types.ts';
import type { SyncTestServer } from './startSyncApp.ts';

const run = promisify(execFile);
const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

type Beside = Pick<SyncTestServer, 'dataDir'>;

/** Gives what it printed. */
export const command = async ({ dataDir }: Beside, ...args: readonly string[]): Promise<string> => {
  const env = { ...process.env, SIP_DATA: dataDir, DATABASE_URL: '' };
  return (await run(process.execPath, [main, ...args], { env })).stdout;
};

/** A new code, as it is printed. */
export const makeCode = async (server: Beside, name: string, channels: number): Promise<string> => {
  const said = await command(server, '--invite', name, '--channels', String(channels));
  const code = /: ([0-9A-Z ]+)$/m.exec(said)?.[1];
  if (code === undefined) throw new Error(`There is no code in: ${said}`);
  return code;
};

/** In **Inställningar**. */
export const writeCode = async (page: Page, code: string): Promise<void> => {
  await page.fill('Inbjudningskod', code);
  await page.press('button', 'Spara koden');
};
