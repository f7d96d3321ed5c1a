/** Writers at work: as fast as each is answered, or at a set pace, until the time is over or the server is gone. */
import { percentile } from '../../lib/percentile.ts';
import { connectAs } from './connectAs.ts';
import type { Dialect, Writer } from './dialect.ts';
import type { Answer, Channels, FloodJob, PaceJob, Target, Times, UntilKilledJob } from './jobs.ts';
import type { RawSocket } from './rawSocket.ts';

const answersWithin = 90_000;

/** How many updates of each channel a target has had, by target, channel and records. */
export type Places = Map<string, number>;

interface Running {
  readonly socket: RawSocket;
  readonly writer: Writer;
  readonly place: string;
  readonly sentAt: number[];
  next: number;
  told: number;
}

export const timesOf = (ms: readonly number[]): Times => ({
  p50: percentile(ms, 0.5),
  p99: percentile(ms, 0.99),
  count: ms.length,
});

export const channelNames = ({ prefix, count }: Channels): readonly string[] =>
  Array.from({ length: count }, (_, n) => `${prefix}${n}`);

const connectWriters = (
  dialect: Dialect,
  target: Target,
  channels: Channels,
  places: Places,
): Promise<Running[]> =>
  Promise.all(
    channelNames(channels).map(async (name, index) => {
      const writer = dialect.writer(name, channels.records);
      const socket = await connectAs(dialect, target, writer, index);
      const place = `${target.name} ${name} ${channels.records}`;
      return {
        socket,
        writer,
        place,
        sentAt: [],
        next: target.takesAgain === true ? 0 : (places.get(place) ?? 0),
        told: 0,
      };
    }),
  );

const makeReady = (running: readonly Running[], each: number): void => {
  for (const { writer, next } of running) for (let n = 0; n < each; n += 1) writer.update(next + n);
};

const letGo = (running: readonly Running[], places: Places): void => {
  for (const { socket, place, next } of running) {
    places.set(place, next);
    socket.close();
  }
};

const sendNext = (one: Running): void => {
  one.sentAt.push(performance.now());
  one.socket.send(one.writer.update(one.next));
  one.next += 1;
};

export const flood = async (
  dialect: Dialect,
  { target, channels, ms, ready }: FloodJob,
  places: Places,
): Promise<Answer<FloodJob>> => {
  const running = await connectWriters(dialect, target, channels, places);
  const each = Math.ceil(ready / channels.count);
  makeReady(running, each);
  const latencies: number[] = [];
  const start = performance.now();
  let isOver = false;
  let lastAt = start;
  await new Promise<void>((resolve, reject) => {
    let open = running.length;
    setTimeout(() => reject(new Error('Not all were answered.')), ms + answersWithin).unref();
    for (const one of running) {
      const until = one.next + each;
      const first = one.next;
      void one.socket.closed.then(() => reject(new Error('The server closed the connection.')));
      one.socket.listen((message) => {
        try {
          if (!dialect.isSaved(message)) return;
        } catch (error) {
          return reject(error);
        }
        lastAt = performance.now();
        latencies.push(lastAt - (one.sentAt[one.told] ?? lastAt));
        one.told += 1;
        if (one.next >= until) {
          if (target.takesAgain === true) one.next = first;
          else isOver = true;
        }
        isOver ||= lastAt - start >= ms;
        if (!isOver) return sendNext(one);
        open -= 1;
        if (open === 0) resolve();
      });
      sendNext(one);
    }
  });
  letGo(running, places);
  return { ...timesOf(latencies), perSecond: latencies.length / ((lastAt - start) / 1_000) };
};

/** Sends what is due by the clock, each writer in its turn; gives how to stop. */
const sendAtPace = (running: readonly Running[], perSecond: number): (() => void) => {
  const start = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - start) / 1_000) * perSecond);
    for (; sent < due; sent += 1) {
      const one = running[sent % running.length];
      if (one !== undefined) sendNext(one);
    }
  }, 1);
  return () => clearInterval(timer);
};

export const pace = async (
  dialect: Dialect,
  { target, channels, perSecond, ms }: PaceJob,
  places: Places,
): Promise<Answer<PaceJob>> => {
  const running = await connectWriters(dialect, target, channels, places);
  makeReady(running, Math.ceil((perSecond * ms * 1.1) / 1_000 / channels.count) + 2);
  const latencies: number[] = [];
  await new Promise<void>((resolve, reject) => {
    let isOver = false;
    const endIfAnswered = (): void => {
      if (isOver && running.every((each) => each.told === each.sentAt.length)) resolve();
    };
    for (const one of running)
      one.socket.listen((message) => {
        try {
          if (!dialect.isSaved(message)) return;
        } catch (error) {
          return reject(error);
        }
        const now = performance.now();
        latencies.push(now - (one.sentAt[one.told] ?? now));
        one.told += 1;
        endIfAnswered();
      });
    const stop = sendAtPace(running, perSecond);
    setTimeout(() => {
      stop();
      isOver = true;
      endIfAnswered();
    }, ms);
    setTimeout(() => reject(new Error('Not all were answered.')), ms + answersWithin).unref();
  });
  letGo(running, places);
  return timesOf(latencies);
};

export const untilKilled = async (
  dialect: Dialect,
  { target, channels, perSecond, ready }: UntilKilledJob,
  places: Places,
  onBegun: () => void,
): Promise<Answer<UntilKilledJob>> => {
  const running = await connectWriters(dialect, target, channels, places);
  makeReady(running, Math.ceil(ready / channels.count));
  let isGone = false;
  for (const one of running)
    one.socket.listen((message) => {
      if (!dialect.isSaved(message)) return;
      one.told += 1;
      if (perSecond === null && !isGone) sendNext(one);
    });
  const stop = perSecond === null ? () => {} : sendAtPace(running, perSecond);
  if (perSecond === null) for (const one of running) sendNext(one);
  onBegun();
  await Promise.any(running.map(({ socket }) => socket.closed));
  isGone = true;
  stop();
  await Promise.all(running.map(({ socket }) => socket.closed));
  letGo(running, places);
  return { told: running.map(({ told }) => told) };
};
