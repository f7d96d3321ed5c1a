/** Takes one password and its parameters, answers with 32 bytes or null, and is then ended by whoever asked. */

import type { Argon2Input } from './argon2.ts';
import { hashArgon2id } from './hashArgon2id.ts';

addEventListener('message', ({ data }: MessageEvent<Argon2Input>) => {
  hashArgon2id(data).then(
    (bytes) => postMessage(bytes),
    () => postMessage(null),
  );
});
