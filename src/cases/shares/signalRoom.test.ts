import { expect, it } from 'vitest';
import { foldSignals, noSignals, waitingSignals } from '../../meeting/signals.ts';
import type { RaisedSignal } from '../../shared/signalMessage.ts';
import { createSignalRoom } from './signalRoom.ts';

const raised = (from: string, number = 1, meeting = 'm'): RaisedSignal => ({
  is: 'raised',
  meeting,
  from,
  number,
  at: 1,
  card: 'paus',
  whose: null,
});

it('gives one share so much room before the leader and no more, whatever its givers are called', () => {
  let now = 0;
  const room = createSignalRoom(() => now);
  let signals = foldSignals(noSignals, { is: 'now', meeting: 'm' });
  const flood = (many: number): void => {
    for (let n = 0; n < many; n += 1) {
      const signal = raised(`${now} ${n}`);
      if (room.take('one', signal)) signals = foldSignals(signals, signal);
    }
  };
  for (let second = 0; second < 3_600; second += 1) {
    now = second * 1_000;
    flood(20);
  }
  expect(signals.said).toHaveLength(3);
  expect(waitingSignals(signals)).toHaveLength(3);
  // Another share has its own, and an answer makes room.
  expect(room.take('two', raised('phone'))).toBe(true);
  const [first] = waitingSignals(signals);
  if (first === undefined) throw new Error('nothing waits');
  expect([room.leave(first), room.leave(first)]).toEqual([true, false]);
  flood(20);
  expect(signals.said).toHaveLength(4);
});

it('hears no more from one share at once when each is taken back', () => {
  let now = 0;
  const room = createSignalRoom(() => now);
  const taken = (): number => {
    let count = 0;
    for (let n = 0; n < 1_000; n += 1) {
      const signal = raised(`${now} ${n}`);
      if (room.take('one', signal)) count += 1;
      room.leave(signal);
    }
    return count;
  };
  expect(taken()).toBe(5);
  now = 9_999;
  expect(taken()).toBe(0);
  now = 10_000;
  expect(taken()).toBe(5);
});

it('takes the same once, and begins anew with another meeting', () => {
  const room = createSignalRoom(() => 0);
  expect([room.take('one', raised('a')), room.take('one', raised('a'))]).toEqual([true, false]);
  for (const from of ['b', 'c']) room.take('one', raised(from));
  expect(room.take('one', raised('g'))).toBe(false);
  expect(room.take('one', raised('g', 1, 'next'))).toBe(true);
});
