import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RaisedSignal, type SignalMessage, signalCards } from '../shared/signalMessage.ts';
import {
  foldSignals,
  noSignals,
  type Signals,
  seenSignalOf,
  stepOf,
  waitingSignals,
} from './signals.ts';

const begun = foldSignals(noSignals, { is: 'now', meeting: 'm' });

const fold = (all: readonly SignalMessage[], from: Signals = begun): Signals =>
  all.reduce(foldSignals, from);

const raised = (number: number, own: Partial<RaisedSignal> = {}): RaisedSignal => ({
  is: 'raised',
  meeting: 'm',
  from: 'lars',
  number,
  at: 0,
  card: 'paus',
  whose: null,
  ...own,
});

const then = (
  is: 'sent' | 'seen' | 'gone',
  { meeting, from, number }: RaisedSignal,
): SignalMessage => ({
  is,
  meeting,
  from,
  number,
  at: 0,
});

const steps = ['sent', 'seen', 'gone'] as const;

/** Some signals of two givers, each with some of what may follow. */
const schedules = fc
  .uniqueArray(
    fc.record({
      from: fc.constantFrom('lars', 'eva'),
      number: fc.integer({ min: 1, max: 4 }),
      card: fc.constantFrom(...signalCards),
      follows: fc.subarray([...steps]),
    }),
    { selector: ({ from, number }) => `${from} ${number}`, maxLength: 6 },
  )
  .map((all) =>
    all.flatMap(({ follows, ...own }): readonly SignalMessage[] => {
      const signal = raised(own.number, own);
      return [signal, ...follows.map((is) => then(is, signal))];
    }),
  );

/** Who waits and how far each has come, without the order. */
const outcome = (all: Signals, messages: readonly SignalMessage[]) => ({
  waiting: waitingSignals(all)
    .map(({ from, number, card }) => `${from} ${number} ${card}`)
    .toSorted(),
  steps: messages.map((message) => stepOf(all, message)),
});

describe('a signal', () => {
  it('is given, stands before the leader, is seen, and is gone when it is taken back', () => {
    const signal = raised(1);
    const at = (...messages: readonly SignalMessage[]) => {
      const all = fold(messages);
      return [stepOf(all, signal), waitingSignals(all).length, seenSignalOf(all, 'lars') !== null];
    };
    expect(at()).toEqual(['raised', 0, false]);
    expect(at(signal)).toEqual(['raised', 1, false]);
    expect(at(signal, then('sent', signal))).toEqual(['sent', 1, false]);
    expect(at(signal, then('sent', signal), then('seen', signal))).toEqual(['seen', 0, true]);
    expect(at(signal, then('seen', signal), then('gone', signal))).toEqual(['gone', 0, false]);
    expect(at(signal, then('gone', signal))).toEqual(['gone', 0, false]);
  });

  it('comes to the same whatever comes twice, and in whatever order', () => {
    fc.assert(
      fc.property(
        schedules.chain((messages) =>
          fc.tuple(
            fc.constant(messages),
            fc.shuffledSubarray([...messages, ...messages, ...messages], {
              minLength: messages.length * 3,
            }),
          ),
        ),
        ([messages, delivered]) => {
          expect(outcome(fold(delivered), messages)).toEqual(outcome(fold(messages), messages));
          expect(fold(delivered).said).toHaveLength(messages.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never goes back: what was seen or taken back does not wait again', () => {
    fc.assert(
      fc.property(schedules, fc.infiniteStream(schedules), (messages, others) => {
        const all = fold(messages);
        const later = fold(others.next().value ?? [], all);
        const order = ['raised', ...steps];
        for (const message of messages)
          expect(order.indexOf(stepOf(later, message))).toBeGreaterThanOrEqual(
            order.indexOf(stepOf(all, message)),
          );
      }),
    );
  });

  it('is passed over when the meeting has ended, or is another, and nothing is left of the others', () => {
    fc.assert(
      fc.property(schedules, schedules, (before, after) => {
        const over = foldSignals(fold(before), { is: 'now', meeting: null });
        expect(over).toEqual(noSignals);
        expect(fold(after, over)).toEqual(noSignals);
        const next = foldSignals(over, { is: 'now', meeting: 'next' });
        expect(fold([...before, ...after], next).said).toEqual([]);
      }),
    );
  });

  it('stays when it is said again which meeting it is', () => {
    const all = fold([raised(1)]);
    expect(foldSignals(all, { is: 'now', meeting: 'm' })).toBe(all);
  });

  it('is told as seen only while it is the last that its giver gave', () => {
    const [first, second] = [raised(1), raised(2, { card: 'gaUt' })];
    const seen = fold([first, then('seen', first)]);
    expect(seenSignalOf(seen, 'lars')).toBe(first);
    expect(seenSignalOf(seen, 'eva')).toBeNull();
    expect(seenSignalOf(fold([second], seen), 'lars')).toBeNull();
    expect(seenSignalOf(fold([second, then('gone', second)], seen), 'lars')).toBeNull();
  });

  it('waits in the order in which it came', () => {
    const all = fold([raised(1), raised(1, { from: 'eva' }), raised(2), then('seen', raised(1))]);
    expect(waitingSignals(all).map(({ from, number }) => `${from} ${number}`)).toEqual([
      'eva 1',
      'lars 2',
    ]);
  });
});
