/** What the tool asks of the world: files, and a person at a keyboard. Tests make their own. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

export interface Terminal {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
  /** One line; never shown while it is typed where `hidden`. Null at the end of the input. */
  readonly ask: (question: string, hidden: boolean) => Promise<string | null>;
  /** Null when it cannot be read. */
  readonly read: (path: string) => string | null;
  /** For its owner only. False when there is one already, unless `replace`. */
  readonly write: (path: string, text: string, replace: boolean) => boolean;
}

/** Where `npm run` was called, not where the project lies. */
const from = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

/** Call `close` at the end: it holds the keyboard. */
export const createTerminal = (): Terminal & { readonly close: () => void } => {
  const shown = process.stdin.isTTY === true;
  let silent = false;
  const screen = new Writable({
    write: (chunk, _encoding, done) => {
      if (!silent) process.stderr.write(chunk);
      done();
    },
  });
  const reader = createInterface({ input: process.stdin, output: screen, terminal: shown });
  const lines = reader[Symbol.asyncIterator]();
  return {
    say: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
    ask: async (question, hidden) => {
      process.stderr.write(question);
      silent = hidden;
      const line = await lines.next();
      silent = false;
      if (hidden || !shown) process.stderr.write('\n');
      return line.done === true ? null : line.value;
    },
    read: (path) => {
      try {
        return readFileSync(from(path), 'utf8');
      } catch {
        return null;
      }
    },
    write: (path, text, replace) => {
      const file = from(path);
      if (!replace && existsSync(file)) return false;
      writeFileSync(file, text, { mode: 0o600, flag: replace ? 'w' : 'wx' });
      chmodSync(file, 0o600);
      return true;
    },
    close: () => reader.close(),
  };
};
