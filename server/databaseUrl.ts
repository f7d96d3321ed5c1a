/** Where PostgreSQL is, as DATABASE_URL and DATABASE_PASSWORD_FILE set it. What is thrown never holds a password. */
import { existsSync, readFileSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

const passwordOf = (file: string): string => {
  if (!existsSync(file)) throw new Error(`DATABASE_PASSWORD_FILE: there is no file ${file}.`);
  const password = readFileSync(file, 'utf8').trim();
  if (password === '') throw new Error(`DATABASE_PASSWORD_FILE: ${file} is empty.`);
  return password;
};

/** Null where none is set: the embedded store is used. Throws with words where it cannot be right. */
export const databaseUrlOf = (env: Environment): string | null => {
  const text = env['DATABASE_URL']?.trim() ?? '';
  const file = env['DATABASE_PASSWORD_FILE']?.trim() ?? '';
  if (text === '') {
    if (file !== '')
      throw new Error('DATABASE_PASSWORD_FILE is set, but DATABASE_URL is not. Set both.');
    return null;
  }
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text))
    throw new Error('DATABASE_URL is no address of a PostgreSQL, as postgres://sip@localhost/sip.');
  if (file === '') return text;
  const url = new URL(text);
  url.password = encodeURIComponent(passwordOf(file));
  return url.href;
};
