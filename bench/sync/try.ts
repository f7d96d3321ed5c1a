import { startLoader } from './load/startLoader.ts';
import { postgresFigures, sqliteFigures } from './measure/ownFigures.ts';
import { peerFigures } from './measure/peerFigures.ts';

const l = startLoader();
const t = performance.now();
const w = process.argv[2];
try {
  console.table(
    await (w === 'pg' ? postgresFigures : w === 'peers' ? peerFigures : sqliteFigures)(l),
  );
} finally {
  l.stop();
  console.log((performance.now() - t) / 1000);
}
