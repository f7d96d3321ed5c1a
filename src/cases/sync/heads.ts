import type { Replica } from '../replica.ts';

/** By device, how far somebody had come in a case. */
export type Heads = Readonly<Record<string, number>>;

/** Counted as a writer would say it. `own`: the device whose journal it is. */
export const headsOf = (replica: Replica, own: string): Heads => {
  const highest = replica.highest()[own];
  return { ...replica.seen(), ...(highest !== undefined && { [own]: highest }) };
};

/** Whether all that somebody had is here too. */
export const reaches = (here: Heads, told: Heads): boolean =>
  Object.entries(told).every(([device, seq]) => (here[device] ?? 0) >= seq);
