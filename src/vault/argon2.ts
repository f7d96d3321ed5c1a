/** Argon2id as something passed in: in a worker in the browser, here and now in tests. */
import type { Bytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { MissingCrypto } from './errors.ts';

/** How dear a guess is. Stands beside the salt of each vault: raised, never lowered. */
export interface PasswordCost {
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
}

/** 64 MiB, three passes: about 0.3 s on a desktop (stack.md 5), above what OWASP and RFC 9106 ask of a small device. */
export const defaultPasswordCost: PasswordCost = {
  memoryKiB: 65_536,
  iterations: 3,
  parallelism: 1,
};

/** More than this on a row is not ours: it would hang or kill a tablet. */
export const highestPasswordCost: PasswordCost = {
  memoryKiB: 1_048_576,
  iterations: 20,
  parallelism: 4,
};

export interface Argon2Input extends PasswordCost {
  readonly password: Bytes;
  readonly salt: Bytes;
}

export interface Argon2Dep {
  /** 32 bytes. */
  readonly argon2: (input: Argon2Input) => Promise<Result<Bytes, MissingCrypto>>;
}

/** In this thread: for tests and benches. A view would stand still meanwhile. */
export const argon2Here: Argon2Dep['argon2'] = async (input) => {
  try {
    const { hashArgon2id } = await import('./hashArgon2id.ts');
    return ok(await hashArgon2id(input));
  } catch {
    return err({ kind: 'missingCrypto', what: 'argon2' });
  }
};

/** In a worker of its own that ends with the answer: 64 MiB are given back at once. */
export const argon2InWorker: Argon2Dep['argon2'] = (input) =>
  new Promise((resolve) => {
    const failed = err<MissingCrypto>({ kind: 'missingCrypto', what: 'argon2' });
    try {
      const worker = new Worker(new URL('./argon2.worker.ts', import.meta.url), {
        type: 'module',
      });
      worker.onmessage = ({ data }: MessageEvent<unknown>) => {
        worker.terminate();
        resolve(data instanceof Uint8Array && data.length === 32 ? ok(data.slice()) : failed);
      };
      worker.onerror = () => {
        worker.terminate();
        resolve(failed);
      };
      worker.postMessage(input);
    } catch {
      resolve(failed);
    }
  });
