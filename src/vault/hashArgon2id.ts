/** The one call of hash-wasm: Argon2id (RFC 9106), 32 bytes out. Loaded only where a password is tried. */
import { argon2id } from 'hash-wasm';
import type { Bytes } from '../shared/bytes.ts';
import type { Argon2Input } from './argon2.ts';

export const hashArgon2id = async (input: Argon2Input): Promise<Bytes> =>
  new Uint8Array(
    await argon2id({
      password: input.password,
      salt: input.salt,
      memorySize: input.memoryKiB,
      iterations: input.iterations,
      parallelism: input.parallelism,
      hashLength: 32,
      outputType: 'binary',
    }),
  );
