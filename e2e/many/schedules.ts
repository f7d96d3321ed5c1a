/** Schedules of windows and devices, for one worker: nineteen of twenty on a journal in memory, one on the own storage. */
import { type ManySchedules, runManySchedules } from '../../src/cases/testManySchedules.ts';
import type { Counts } from '../longTest.ts';

const isJob = (value: unknown): value is ManySchedules =>
  typeof value === 'object' && value !== null && 'seed' in value && 'onDatabase' in value;

export const work = async (job: unknown): Promise<Counts> => {
  if (!isJob(job)) throw new Error('Not a job.');
  const { schedules = 0, ...counts } = await runManySchedules(job);
  return job.onDatabase
    ? { ...counts, schedules, onOwnStorage: schedules }
    : { ...counts, schedules, inMemory: schedules };
};
