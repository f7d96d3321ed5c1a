/** Those who follow: what is pushed to them, how fast many come back, what one has missed. */
import { connectAs } from './connectAs.ts';
import type { Dialect } from './dialect.ts';
import type { Answer, CatchUpJob, FollowJob, LossJob, PushJob } from './jobs.ts';
import type { RawSocket } from './rawSocket.ts';
import { isCaughtUp } from './sipDialect.ts';
import { channelNames, timesOf } from './writers.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const push = async (
  dialect: Dialect,
  { target, channel, followers, updates, everyMs }: PushJob,
): Promise<Answer<PushJob>> => {
  const writer = dialect.writer(channel, 1);
  const own = await connectAs(dialect, target, writer, 0);
  const sentAt: number[] = [];
  const latencies: number[] = [];
  const all: RawSocket[] = [own];
  for (let n = 0; n < updates; n += 1) writer.update(n);
  const last = updates - 1;
  let arrived = 0;
  for (let n = 0; n < followers; n += 1) {
    let heard = 0;
    const hear = (message: Buffer): void => {
      const now = performance.now();
      for (const place of dialect.pushed(message, heard)) {
        heard += 1;
        const at = sentAt[place];
        if (at !== undefined) latencies.push(now - at);
        if (place === last) arrived += 1;
      }
    };
    all.push(await connectAs(dialect, target, dialect.follower(channel), n, hear));
  }
  for (let n = 0; n < updates; n += 1) {
    sentAt.push(performance.now());
    own.send(writer.update(n));
    await pause(everyMs);
  }
  for (let waited = 0; arrived < followers && waited < 5_000; waited += 50) await pause(50);
  for (const socket of all) socket.close();
  return { ...timesOf(latencies), missing: followers - arrived };
};

/** Those that stay connected. */
export type Kept = RawSocket[];

export const follow = async (
  dialect: Dialect,
  { target, channels, followers }: FollowJob,
  kept: Kept,
): Promise<Answer<FollowJob>> => {
  const names = channelNames(channels);
  const start = performance.now();
  const sockets = await Promise.all(
    Array.from({ length: followers }, (_, n) =>
      connectAs(dialect, target, dialect.follower(names[n % names.length] ?? ''), n),
    ),
  );
  const ms = performance.now() - start;
  kept.push(...sockets);
  return { ms };
};

export const letGo = (kept: Kept): Answer<{ readonly is: 'letGo' }> => {
  for (const socket of kept.splice(0)) socket.close();
  return { done: true };
};

/** What was lost may yet be read from disk, where a server answers before it has done that. */
const quietMs = 2_000;

export const loss = async (
  dialect: Dialect,
  { target, channels, told }: LossJob,
): Promise<Answer<LossJob>> => {
  const losses = await Promise.all(
    channelNames(channels).map(
      (name, index) =>
        new Promise<number>((resolve, reject) => {
          const read = dialect.lossReader(name, channels.records, told[index] ?? 0);
          let socket: RawSocket | null = null;
          let quiet: ReturnType<typeof setTimeout> | undefined;
          const hear = (message: Buffer): void => {
            const lost = read(message);
            if (lost === null) return;
            clearTimeout(quiet);
            const done = (): void => {
              resolve(lost);
              socket?.close();
            };
            if (lost === 0) done();
            else quiet = setTimeout(done, quietMs);
          };
          connectAs(dialect, target, dialect.follower(name), index, hear).then((opened) => {
            socket = opened;
          }, reject);
          setTimeout(() => reject(new Error(`${name} did not come back.`)), 20_000).unref();
        }),
    ),
  );
  return { lost: losses.reduce((sum, each) => sum + each, 0) };
};

export const catchUp = async (
  dialect: Dialect,
  { target, channels }: CatchUpJob,
): Promise<Answer<CatchUpJob>> => {
  const names = channelNames(channels);
  const greetings = names.flatMap((name) => dialect.follower(name).greetings);
  const start = performance.now();
  let left = names.length;
  let done: () => void = () => {};
  const whole = new Promise<void>((resolve) => {
    done = resolve;
  });
  const socket = await connectAs(
    dialect,
    target,
    { path: '/sync', greetings: [] },
    0,
    (message) => {
      if (!isCaughtUp(message)) return;
      left -= 1;
      if (left === 0) done();
    },
  );
  for (const greeting of greetings) socket.send(greeting);
  await whole;
  socket.close();
  return { ms: performance.now() - start };
};
