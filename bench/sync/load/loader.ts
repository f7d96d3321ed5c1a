/** The load, a process of its own: does one job after the other for who started it (startLoader.ts). */
import { createDialect } from './createDialect.ts';
import type { Dialect } from './dialect.ts';
import { catchUp, follow, type Kept, letGo, loss, push } from './followers.ts';
import type { Answer, DialectName, Job } from './jobs.ts';
import type { Said } from './startLoader.ts';
import { flood, type Places, pace, untilKilled } from './writers.ts';

const say = (said: Said<Job>): void => {
  process.send?.(said);
};

const dialects = new Map<string, Dialect>();
const places: Places = new Map();
const kept: Kept = [];

const dialectOf = async (name: DialectName): Promise<Dialect> => {
  const dialect = dialects.get(name) ?? (await createDialect(name));
  dialects.set(name, dialect);
  return dialect;
};

const work = async (job: Job): Promise<Answer<Job>> => {
  if (job.is === 'letGo') return letGo(kept);
  const dialect = await dialectOf(job.target.dialect);
  switch (job.is) {
    case 'flood':
      return flood(dialect, job, places);
    case 'pace':
      return pace(dialect, job, places);
    case 'untilKilled':
      return untilKilled(dialect, job, places, () => say({ is: 'begun' }));
    case 'loss':
      return loss(dialect, job);
    case 'push':
      return push(dialect, job);
    case 'follow':
      return follow(dialect, job, kept);
    case 'catchUp':
      return catchUp(dialect, job);
  }
};

process.on('message', (job: Job) => {
  work(job).then(
    (answer) => say({ is: 'done', answer }),
    (error: unknown) => say({ is: 'failed', words: String(error) }),
  );
});
process.once('disconnect', () => process.exit());
