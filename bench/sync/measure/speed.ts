/** How many updates are saved in a second, by several systems in turn, so that a busy moment meets all of them. */
import { percentile } from '../../lib/percentile.ts';
import type { Channels } from '../load/jobs.ts';
import type { Loader } from '../load/startLoader.ts';
import { type Started, writersOf } from './started.ts';

export interface Speed {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

export interface SpeedPlan {
  readonly records: number;
  readonly rounds: number;
  readonly ms: number;
}

const warmMs = 500;
/** More than a faster moment could use. */
const spare = 1.7;

const median = (values: readonly number[]): number => percentile(values, 0.5);

export const medianSpeed = (speeds: readonly Speed[]): Speed => ({
  perSecond: median(speeds.map(({ perSecond }) => perSecond)),
  p50: median(speeds.map(({ p50 }) => p50)),
  p99: median(speeds.map(({ p99 }) => p99)),
});

/** Round by round, the first by the second: then the middle one. */
export const medianRatio = (first: readonly Speed[], second: readonly Speed[]): number =>
  median(first.map(({ perSecond }, round) => perSecond / (second[round]?.perSecond ?? Infinity)));

export const measureSpeeds = async (
  loader: Loader,
  systems: readonly Started[],
  { records, rounds, ms }: SpeedPlan,
): Promise<readonly (readonly Speed[])[]> => {
  /** New channels each time: what a server has still to do for the old ones is not what is asked. */
  let turn = 0;
  const nextChannels = (): Channels => {
    turn += 1;
    return writersOf(records, `speed${turn}-`);
  };
  const rates: number[] = [];
  const speeds: Speed[][] = systems.map(() => []);
  const floodOne = (
    index: number,
    channels: Channels,
    forMs: number,
    ready: number,
  ): Promise<Speed> => {
    const started = systems[index];
    if (started === undefined) throw new Error('There is no such system.');
    return loader.do({ is: 'flood', target: started.target(), channels, ms: forMs, ready });
  };
  const warm = nextChannels();
  for (const index of systems.keys()) {
    const { perSecond } = await floodOne(
      index,
      warm,
      warmMs,
      Math.ceil(12_000 / Math.sqrt(records)),
    );
    rates[index] = perSecond;
  }
  for (let round = 0; round < rounds; round += 1) {
    const channels = nextChannels();
    const order = [...systems.keys()];
    if (round % 2 === 1) order.reverse();
    for (const index of order) {
      const ready = Math.ceil(((rates[index] ?? 0) * ms * spare) / 1_000);
      const speed = await floodOne(index, channels, ms, ready);
      rates[index] = Math.max(rates[index] ?? 0, speed.perSecond);
      speeds[index]?.push(speed);
    }
  }
  return speeds;
};
