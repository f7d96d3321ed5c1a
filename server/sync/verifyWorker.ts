/** A thread that checks signatures and does nothing else; it sleeps while there are none. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadVerifyEd25519 } from './verifyEd25519.ts';
import { done, isTold, openRing, placeOf, submitted } from './verifyRing.ts';

/** So many are checked before the first of them is answered. */
const atOnce = 8;

const memory: unknown = workerData;
if (!(memory instanceof SharedArrayBuffer)) throw new Error('No memory was given.');
const { control, answers, read } = openRing(memory);
const verify = await loadVerifyEd25519();

for (let count = 0; ; ) {
  const given = Atomics.load(control, submitted);
  if (given === count) {
    Atomics.wait(control, submitted, given);
    continue;
  }
  for (let checked = 0; checked < atOnce && count !== given; checked += 1) {
    const { publicKey, message, signature } = read(count);
    answers[placeOf(count)] = verify(publicKey, message, signature) ? 1 : 0;
    count = (count + 1) | 0;
  }
  Atomics.store(control, done, count);
  // One message until it is heard, however much is done meanwhile.
  if (Atomics.exchange(control, isTold, 1) === 0) parentPort?.postMessage(null);
}
