/** This project's server beside the floor, on SQLite and on PostgreSQL. */
import { startPostgres } from '../../../server/store/postgres/testPostgres.ts';
import type { Figure } from '../../bench.ts';
import { benchHost } from '../load/sipDialect.ts';
import type { Loader } from '../load/startLoader.ts';
import {
  postgresFloor,
  postgresServer,
  signedFloor,
  sqliteFloor,
  sqliteServer,
} from '../systems/ownSystems.ts';
import type { System } from '../systems/system.ts';
import {
  deviceCount,
  followerCount,
  measureDevices,
  measurePush,
  measureWeek,
} from './followed.ts';
import { killUnderLoad, type Loss } from './kills.ts';
import { measureSpeeds, medianRatio, medianSpeed, type SpeedPlan } from './speed.ts';
import { type Started, start, writersOf } from './started.ts';

/** Of the floor's frames in a second. */
const leastOfFloor = 0.6;
const paceLimit = { most: 50 };
const pushLimit = { most: 150 };

const withSystems = async <T>(
  systems: readonly System[],
  work: (started: readonly Started[]) => Promise<T>,
): Promise<T> => {
  const started: Started[] = [];
  try {
    for (const system of systems) started.push(await start(system));
    return await work(started);
  } finally {
    for (const each of started) await each.end();
  }
};

const speedFigures = async (
  loader: Loader,
  [server, floor, signed]: readonly [System, System, System?],
  plan: SpeedPlan,
  words: string,
): Promise<readonly Figure[]> =>
  withSystems([server, floor, ...(signed ? [signed] : [])], async (started) => {
    const [ours = [], floors = [], signeds] = await measureSpeeds(loader, started, plan);
    const own = medianSpeed(ours);
    const bare = medianSpeed(floors);
    const what = `${words}, ${plan.records} a frame`;
    return [
      {
        name: `${what}: by the floor`,
        value: medianRatio(ours, floors),
        unit: 'ratio',
        limit: { least: leastOfFloor },
      },
      ...(signeds === undefined
        ? []
        : [
            {
              name: `${what}: by a floor that checks signatures`,
              value: medianRatio(ours, signeds),
              unit: 'ratio' as const,
            },
          ]),
      { name: `${what}: frames`, value: own.perSecond, unit: '/s' },
      { name: `${what}: floor`, value: bare.perSecond, unit: '/s' },
      { name: `${what}: acknowledged, p50`, value: own.p50, unit: 'ms' },
      { name: `${what}: acknowledged, p99`, value: own.p99, unit: 'ms' },
      { name: `${what}: floor's p99`, value: bare.p99, unit: 'ms' },
    ];
  });

const lossFigures = (words: string, { told, lost }: Loss): readonly Figure[] => [
  { name: `${words}: told`, value: told, unit: 'count' },
  { name: `${words}: lost`, value: lost, unit: 'count', limit: { most: 0 } },
];

const pacedFigures = async (loader: Loader, started: Started): Promise<readonly Figure[]> => {
  const job = { channels: writersOf(1, 'p'), perSecond: 1_000, ms: 4_000 };
  const { p50, p99 } = await loader.do({ is: 'pace', target: started.target(), ...job });
  return [
    { name: '1,000 frames/s: acknowledged, p99', value: p99, unit: 'ms', limit: paceLimit },
    { name: '1,000 frames/s: acknowledged, p50', value: p50, unit: 'ms' },
  ];
};

const followedFigures = async (loader: Loader, started: Started): Promise<readonly Figure[]> => {
  const view = await measurePush(loader, started, 'share');
  const record = await measurePush(loader, started);
  const weekMs = await measureWeek(loader, started);
  const devices = await measureDevices(loader, started);
  const to = `to ${followerCount} followers`;
  return [
    { name: `a share's view ${to}, p99`, value: view.p99, unit: 'ms', limit: pushLimit },
    { name: `a share's view ${to}, p50`, value: view.p50, unit: 'ms' },
    { name: `a record ${to}, p99`, value: record.p99, unit: 'ms', limit: pushLimit },
    { name: `a record ${to}, p50`, value: record.p50, unit: 'ms' },
    {
      name: 'followers without the last of it',
      value: view.missing + record.missing,
      unit: 'count',
      limit: { most: 0 },
    },
    { name: 'memory an idle follower', value: devices.kiloBytes, unit: 'kB' },
    { name: `${deviceCount} devices back after a restart`, value: devices.backMs, unit: 'ms' },
    { name: "a week's catch-up (20 cases, 5,000 records)", value: weekMs, unit: 'ms' },
  ];
};

export const sqliteFigures = async (loader: Loader): Promise<readonly Figure[]> => {
  const server = sqliteServer(benchHost);
  const figures: Figure[] = [];
  for (const plan of [
    { records: 1, rounds: 5, ms: 1_200 },
    { records: 20, rounds: 5, ms: 1_200 },
  ])
    figures.push(
      ...(await speedFigures(loader, [server, sqliteFloor, signedFloor], plan, 'SQLite')),
    );
  await withSystems([server], async ([started]) => {
    if (started === undefined) return;
    figures.push(...(await pacedFigures(loader, started)));
    figures.push(...(await followedFigures(loader, started)));
    const killed = 'SQLite, SIGKILL';
    figures.push(...lossFigures(`${killed} at 100/s`, await killUnderLoad(loader, started, 100)));
    figures.push(...lossFigures(`${killed} flat out`, await killUnderLoad(loader, started, null)));
  });
  return figures;
};

export const postgresFigures = async (loader: Loader): Promise<readonly Figure[]> => {
  const postgres = await startPostgres();
  try {
    const figures: Figure[] = [];
    for (const processes of [1, 2])
      for (const plan of [
        { records: 1, rounds: 3, ms: 1_500 },
        { records: 20, rounds: 3, ms: 1_500 },
      ]) {
        const pair = [
          postgresServer(benchHost, await postgres.newDatabase(), processes),
          postgresFloor(await postgres.newDatabase(), processes),
        ] as const;
        const words = `PostgreSQL, ${processes} process${processes === 1 ? '' : 'es'}`;
        figures.push(...(await speedFigures(loader, pair, plan, words)));
      }
    const server = postgresServer(benchHost, await postgres.newDatabase(), 2);
    await withSystems([server], async ([started]) => {
      if (started === undefined) return;
      const words = 'PostgreSQL, 2 processes, SIGKILL flat out';
      figures.push(...lossFigures(words, await killUnderLoad(loader, started, null)));
    });
    return figures;
  } finally {
    await postgres.stop();
  }
};
