import { mkdtempSync } from 'node:fs';
import { startLoader } from './load/startLoader.ts';
import { startSystem } from './systems/system.ts';
import { sqliteFloor, sqliteServer } from './systems/ownSystems.ts';
import { benchHost } from './load/sipDialect.ts';
const loader = startLoader();
const f = await startSystem(sqliteFloor, mkdtempSync('/tmp/b-'));
const s = await startSystem(sqliteServer(benchHost), mkdtempSync('/tmp/b-'));
for (const records of [1, 20]) for (let r = 0; r < 3; r++) {
  const rate = records === 1 ? 30000 : 6000;
  const channels = { prefix: 'c', count: 32, records };
  const a = await loader.do({ is: 'flood', target: { name: 'floor', dialect: 'sip', ports: f.ports, takesAgain: true }, channels, ms: 1500, ready: rate });
  const b = await loader.do({ is: 'flood', target: { name: 'own', dialect: 'sip', ports: s.ports }, channels, ms: 1500, ready: rate });
  console.log(records, 'floor', a, 'own', b, 'ratio', b.perSecond / a.perSecond);
}
console.log(await loader.do({ is: 'pace', target: { name: 'own', dialect: 'sip', ports: s.ports }, channels: {prefix:'c',count:32,records:1}, perSecond: 1000, ms: 3000 }));
loader.stop(); await f.kill(); await s.kill();
