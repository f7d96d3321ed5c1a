/** Those who follow: how fast they hear of what is new, what one costs, how fast a thousand come back. */

import type { Times } from '../load/jobs.ts';
import type { Loader } from '../load/startLoader.ts';
import { pause, type Started } from './started.ts';

export const followerCount = 200;
export const deviceCount = 1_000;

const pushed = { followers: followerCount, updates: 40, everyMs: 50 };

export const measurePush = async (
  loader: Loader,
  started: Started,
  dialect = started.system.dialect,
): Promise<Times & { readonly missing: number }> =>
  loader.do({
    is: 'push',
    target: { ...started.target(), dialect },
    channel: `push ${started.system.name}`.replaceAll(/[^a-z]/giu, ''),
    ...pushed,
  });

export interface Devices {
  /** Of the server's memory, kilobytes a follower. */
  readonly kiloBytes: number;
  /** Milliseconds from the first knock until the last has all, after a restart. */
  readonly backMs: number;
}

const channels = { prefix: 'd', count: 50, records: 20 };

export const measureDevices = async (loader: Loader, started: Started): Promise<Devices> => {
  const follow = { is: 'follow', channels, followers: deviceCount } as const;
  const ready = channels.count * 2;
  await loader.do({ is: 'flood', target: started.target(), channels, ms: 60_000, ready });
  await pause(500);
  const before = started.memory();
  await loader.do({ ...follow, target: started.target() });
  await pause(1_000);
  const after = started.memory();
  await started.kill();
  await loader.do({ is: 'letGo' });
  await started.startAgain();
  const { ms } = await loader.do({ ...follow, target: started.target() });
  await loader.do({ is: 'letGo' });
  return { kiloBytes: (after - before) / deviceCount, backMs: ms };
};

/** Twenty cases of a week, some 250 records each, to a device that has none of them. */
export const week = { prefix: 'w', count: 20, records: 20 };
const framesEach = 13;

export const measureWeek = async (loader: Loader, started: Started): Promise<number> => {
  const ready = week.count * framesEach;
  await loader.do({ is: 'flood', target: started.target(), channels: week, ms: 60_000, ready });
  const { ms } = await loader.do({ is: 'catchUp', target: started.target(), channels: week });
  return ms;
};
