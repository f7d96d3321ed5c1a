import { describe, expect, it } from 'vitest';
import { createDeviceLog } from './deviceLog.ts';

const record = (device: string, seq: number, id = `${device}-${seq}`) => ({ device, seq, id });

describe('what is known of each device', () => {
  it('tells a gap, a replay and two records with one number apart', () => {
    const log = createDeviceLog();
    expect(log.note(record('a', 1))).toBe('new');
    expect(log.note(record('a', 1))).toBe('replay');
    expect(log.note(record('a', 1, 'another'))).toBe('double');
    expect(log.note(record('a', 4))).toBe('new');
    expect(log.gaps()).toEqual([{ device: 'a', from: 2, to: 3 }]);
    expect([...log.doubles()]).toEqual(['a']);
  });

  it('forgets a gap when the missing record comes late', () => {
    const log = createDeviceLog();
    for (const seq of [3, 1, 2]) log.note(record('a', seq));
    expect(log.gaps()).toEqual([]);
    expect(log.highest()).toEqual({ a: 3 });
  });

  it('misses nothing that a snapshot stands for, and still sees what is missing after it', () => {
    const log = createDeviceLog();
    log.note(record('b', 7));
    log.cover({ a: 500, b: 4 }, {});
    log.note(record('a', 501));
    expect(log.gaps()).toEqual([{ device: 'b', from: 5, to: 6 }]);
    expect(log.highest()).toEqual({ a: 501, b: 7 });
  });

  it('misses the last ones too, when the journal says that they were written', () => {
    const log = createDeviceLog();
    for (const seq of [1, 2]) log.note(record('a', seq));
    log.expect({ a: { seq: 2 }, b: { seq: 0 } });
    expect(log.gaps()).toEqual([]);
    log.expect({ a: { seq: 1_000_000_000 } });
    expect(log.gaps()).toEqual([{ device: 'a', from: 3, to: 1_000_000_000 }]);
    expect(log.highest()).toEqual({ a: 2 });
  });

  it('misses a fact that a snapshot leaves out, and only that', () => {
    const log = createDeviceLog();
    log.note(record('a', 3));
    log.cover({ a: 9, b: 4 }, { a: [3, 5], b: [2, 2] });
    expect(log.gaps()).toEqual([
      { device: 'a', from: 4, to: 5 },
      { device: 'b', from: 2, to: 2 },
    ]);
    for (const [device, seq] of [
      ['a', 4],
      ['a', 5],
      ['b', 2],
    ] as const)
      log.note(record(device, seq));
    expect(log.gaps()).toEqual([]);
    expect(log.seen()).toEqual({ a: 9, b: 4 });
  });

  it('misses what somebody else had seen', () => {
    const log = createDeviceLog();
    log.note({ ...record('a', 1), seen: { b: 2 } });
    expect(log.gaps()).toEqual([{ device: 'b', from: 1, to: 2 }]);
  });

  it('says to have seen only what is here without a hole, with all that it had seen', () => {
    const log = createDeviceLog();
    log.note(record('a', 1));
    log.note(record('a', 3));
    log.note({ ...record('b', 1), seen: { a: 2 } });
    expect(log.seen()).toEqual({ a: 1 });
    log.note(record('a', 2));
    expect(log.seen()).toEqual({ a: 3, b: 1 });
    expect(log.heads()).toEqual({ a: { seq: 3, id: 'a-3' }, b: { seq: 1, id: 'b-1' } });
  });

  it('does not wait for ever for what the journal has lost', () => {
    const log = createDeviceLog();
    log.expect({ a: { seq: 2 } });
    log.note(record('a', 2));
    log.note({ ...record('b', 1), seen: { a: 1 } });
    expect(log.gaps()).toEqual([{ device: 'a', from: 1, to: 1 }]);
    expect(log.seen()).toEqual({ a: 2, b: 1 });
  });
});
