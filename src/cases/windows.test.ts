import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brokenPromises,
  createScheduleSession,
  runSchedule,
  type Step,
  schedules,
} from './testSchedule.ts';

describe('two to four windows on the same plan', () => {
  it('keep every acknowledged value: it is current, replaced by who had seen it, or a second one', async () => {
    const session = await createScheduleSession();
    const seen = { kills: 0, snapshots: 0, faults: 0, acknowledged: 0 };
    const property = fc.asyncProperty(schedules, async (steps) => {
      const outcome = await runSchedule(session, steps);
      expect(brokenPromises(outcome)).toEqual([]);
      seen.kills += outcome.counts.kills;
      seen.snapshots += outcome.counts.snapshots;
      seen.faults += outcome.counts.faults;
      seen.acknowledged += outcome.acknowledged.length;
    });
    // With devices beside windows it goes on in e2e/many.
    await fc.assert(property, { numRuns: 1_300 });
    // The schedules are worth their name: all of it happened, many times.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100);
  }, 120_000);

  it('show both values when two wrote before either had seen the other', async () => {
    const steps: readonly Step[] = [
      { window: 0, move: 'set' },
      { window: 1, move: 'set' },
      { window: 0, move: 'write' },
      { window: 1, move: 'write' },
    ];
    const { readings, acknowledged } = await runSchedule(await createScheduleSession(), steps);
    const names = acknowledged.map(({ name }) => name).sort();
    expect(names).toHaveLength(2);
    for (const { values } of readings) expect(values).toEqual(names);
  });

  it('would notice a value that was lost, a letter that came twice and readers that differ', async () => {
    const session = await createScheduleSession();
    const outcome = await runSchedule(session, [
      { window: 0, move: 'set' },
      { window: 0, move: 'type' },
      { window: 0, move: 'happen' },
      { window: 0, move: 'write' },
    ]);
    expect(brokenPromises(outcome)).toEqual([]);
    const [reading] = outcome.readings;
    if (reading === undefined) throw new Error('Nobody reads.');
    const damaged = (own: Partial<typeof reading>) => ({
      ...outcome,
      readings: [{ ...reading, ...own }],
    });
    expect(brokenPromises(damaged({ values: [] }))).not.toEqual([]);
    expect(
      brokenPromises(damaged({ letters: [...reading.letters, ...reading.letters] })),
    ).not.toEqual([]);
    expect(brokenPromises(damaged({ facts: [] }))).not.toEqual([]);
    expect(brokenPromises(damaged({ gaps: 1 }))).not.toEqual([]);
    expect(
      brokenPromises({ ...outcome, readings: [reading, { ...reading, text: 'annat' }] }),
    ).not.toEqual([]);
  });
});
