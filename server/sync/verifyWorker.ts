/** A thread that checks signatures and does nothing else. Answers each batch with one byte a signature, in order. */
import { parentPort } from 'node:worker_threads';
import { unpackBatch } from './verifyBatch.ts';
import { loadVerifyEd25519 } from './verifyEd25519.ts';

const verify = await loadVerifyEd25519();

parentPort?.on('message', (packed: Uint8Array) => {
  const answers = unpackBatch(packed).map(({ publicKey, message, signature }) =>
    verify(publicKey, message, signature) ? 1 : 0,
  );
  parentPort?.postMessage(Uint8Array.from(answers));
});
