/**
 * Syncing: frames that are durable before they are answered, with all checks, beside a floor that checks nothing, and beside
 * other servers on the same load. One load process and the servers share the machine: the figures are ratios first of all.
 */
import type { Bench, Figure } from '../bench.ts';
import { startLoader } from './load/startLoader.ts';
import { postgresFigures, sqliteFigures } from './measure/ownFigures.ts';
import { peerFigures } from './measure/peerFigures.ts';

const words = `32 writers, each on a connection and in a channel of its own, one frame outstanding each; records of 321 bytes.
Frames are signed before they are timed. "Saved" means, with ours and with the floor: committed to disk, then told.`;

const run = async (): Promise<readonly Figure[]> => {
  console.log(words);
  const loader = startLoader();
  try {
    const started = performance.now();
    const figures = [
      ...(await sqliteFigures(loader)),
      ...(await postgresFigures(loader)),
      ...(await peerFigures(loader)),
    ];
    console.log(`Measured in ${Math.round((performance.now() - started) / 1_000)} s.`);
    return figures;
  } finally {
    loader.stop();
  }
};

export const bench: Bench = {
  title: 'Syncing through the server, beside an unchecked floor and other servers',
  run,
};
