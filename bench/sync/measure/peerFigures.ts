/** Other sync servers on the same load, and ours again beside them. */
import type { Figure } from '../../bench.ts';
import { benchHost } from '../load/sipDialect.ts';
import type { Loader } from '../load/startLoader.ts';
import { installPeers } from '../systems/installPeers.ts';
import { sqliteServer } from '../systems/ownSystems.ts';
import { type Peer, peers } from '../systems/peers.ts';
import { measureDevices, measurePush } from './followed.ts';
import { killUnderLoad, type Loss } from './kills.ts';
import { measureSpeeds, medianSpeed, type Speed } from './speed.ts';
import { type Started, start } from './started.ts';

const plan = { records: 1, rounds: 3, ms: 1_000 };

/** Ours must be at least as many times faster than any that told the truth. */
const leastTimes = 10;

interface Measured {
  readonly peer: Peer;
  readonly speed: Speed;
  readonly figures: readonly Figure[];
  readonly atPace: Loss;
  readonly flatOut: Loss;
}

const speedOf = async (loader: Loader, started: Started): Promise<Speed> => {
  const [speeds = []] = await measureSpeeds(loader, [started], plan);
  return medianSpeed(speeds);
};

const measurePeer = async (loader: Loader, peer: Peer): Promise<Measured> => {
  const started = await start(peer);
  try {
    const speed = await speedOf(loader, started);
    const push = await measurePush(loader, started);
    const devices = await measureDevices(loader, started);
    const atPace = await killUnderLoad(loader, started, 100);
    const flatOut = await killUnderLoad(loader, started, null);
    const { name } = peer;
    return {
      peer,
      speed,
      atPace,
      flatOut,
      figures: [
        { name: `${name}: updates`, value: speed.perSecond, unit: '/s' },
        { name: `${name}: acknowledged, p50`, value: speed.p50, unit: 'ms' },
        { name: `${name}: acknowledged, p99`, value: speed.p99, unit: 'ms' },
        { name: `${name}: to 200 followers, p50`, value: push.p50, unit: 'ms' },
        { name: `${name}: to 200 followers, p99`, value: push.p99, unit: 'ms' },
        { name: `${name}: memory an idle follower`, value: devices.kiloBytes, unit: 'kB' },
        { name: `${name}: 1,000 devices back`, value: devices.backMs, unit: 'ms' },
        { name: `${name}: SIGKILL at 100/s, told`, value: atPace.told, unit: 'count' },
        { name: `${name}: SIGKILL at 100/s, lost`, value: atPace.lost, unit: 'count' },
        { name: `${name}: SIGKILL flat out, told`, value: flatOut.told, unit: 'count' },
        { name: `${name}: SIGKILL flat out, lost`, value: flatOut.lost, unit: 'count' },
      ],
    };
  } finally {
    await started.end();
  }
};

/** In this run: killed twice under load, and all was there that it had said is saved. It was given something to lose. */
const wasTruthful = ({ atPace, flatOut }: Measured): boolean =>
  [atPace, flatOut].every(({ told, lost }) => told > 0 && lost === 0);

const say = (measured: Measured): void => {
  const { peer, speed, atPace, flatOut } = measured;
  const cost = ({ told, lost }: Loss): string => `told ${told}, lost ${lost}`;
  console.log(
    `${peer.name}: "saved" means: ${peer.saved}. ${Math.round(speed.perSecond)}/s. ` +
      `Killed at 100/s: ${cost(atPace)}; flat out: ${cost(flatOut)}. ` +
      (wasTruthful(measured) ? 'Nothing was lost in this run.' : 'Not counted as true.'),
  );
};

export const peerFigures = async (loader: Loader): Promise<readonly Figure[]> => {
  installPeers();
  const figures: Figure[] = [];
  const truthful: number[] = [];
  let unmeasured = 0;
  for (const peer of peers) {
    try {
      const measured = await measurePeer(loader, peer);
      say(measured);
      figures.push(...measured.figures);
      if (wasTruthful(measured)) truthful.push(measured.speed.perSecond);
    } catch (error) {
      // What was measured before it must not be lost with it.
      console.log(`${peer.name} could not be measured: ${String(error)}`);
      unmeasured += 1;
    }
  }
  const server = await start(sqliteServer(benchHost));
  try {
    const own = await speedOf(loader, server);
    return [
      ...figures,
      { name: 'not measured', value: unmeasured, unit: 'count', limit: { most: 0 } },
      { name: 'peers that lost nothing in this run', value: truthful.length, unit: 'count' },
      // None that did: then there is nobody to be measured against.
      ...(truthful.length === 0
        ? []
        : [
            {
              name: 'by the fastest that lost nothing in this run',
              value: own.perSecond / Math.max(...truthful),
              unit: 'ratio' as const,
              limit: { least: leastTimes },
            },
          ]),
    ];
  } finally {
    await server.end();
  }
};
