import { describe, expect, it } from 'vitest';
import type { SaveError } from '../meeting/workspace.ts';
import { textToBytes } from '../shared/bytes.ts';
import type { Fact } from '../shared/fact.ts';
import { err, ok, type Result } from '../shared/result.ts';
import {
  createJournalWriter,
  type NewEntry,
  type PendingEntry,
  typingLimit,
} from './journalWriter.ts';
import { notSaved } from './saveError.ts';
import { createTestTimers, settle } from './testTimers.ts';

const key = (letter: string) => textToBytes(letter);

const fact = (id: string): Fact => ({
  id,
  type: 'test.happened',
  at: 1,
  by: { name: 'Anna', function: 'samordnare', unit: 'Åby' },
  data: {},
});

const happened = (id: string): NewEntry => ({
  kind: 'fact',
  fact: fact(id),
  shown: { seen: {}, own: 0 },
});

const setUp = () => {
  const time = createTestTimers();
  const written: PendingEntry[][] = [];
  let answer: () => Promise<Result<void, SaveError>> = () => Promise.resolve(ok(undefined));
  const writer = createJournalWriter(time, async (batch) => {
    const result = await answer();
    if (result.ok) written.push([...batch]);
    return result;
  });
  return {
    time,
    writer,
    written,
    answerWith: (next: typeof answer) => {
      answer = next;
    },
  };
};

describe('the queue to the journal', () => {
  it('says Sparat of the last keystroke only when it is durable', async () => {
    const { time, writer, written } = setUp();
    expect(writer.save()).toEqual({ kind: 'saved' });
    writer.typed(key('L'));
    expect(writer.save()).toEqual({ kind: 'saving' });
    await time.pass(249);
    expect(written).toEqual([]);
    writer.typed(key('a'));
    await time.pass(1);
    expect(written.map((batch) => batch.length)).toEqual([2]);
    expect(writer.save()).toEqual({ kind: 'saved' });
  });

  it('writes without waiting at the sixty-fourth keystroke', async () => {
    const { writer, written } = setUp();
    for (let n = 0; n < typingLimit - 1; n += 1) writer.typed(key('x'));
    await settle();
    expect(written).toEqual([]);
    writer.typed(key('x'));
    await settle();
    expect(written.map((batch) => batch.length)).toEqual([64]);
  });

  it('writes what was typed during a write that took longer than the wait of typing', async () => {
    const { time, writer, written, answerWith } = setUp();
    let finish = (): void => undefined;
    answerWith(
      () =>
        new Promise((done) => {
          finish = () => done(ok(undefined));
        }),
    );
    writer.typed(key('a'));
    await time.pass(250);
    writer.typed(key('b'));
    await time.pass(400);
    answerWith(() => Promise.resolve(ok(undefined)));
    finish();
    await time.pass(250);
    expect(written.map((batch) => batch.length)).toEqual([1, 1]);
    expect(writer.save()).toEqual({ kind: 'saved' });
  });

  it('writes a command at once and takes waiting typing before it', async () => {
    const { writer, written } = setUp();
    writer.typed(key('a'));
    const result = await writer.write([happened('f')]);
    expect(result).toEqual(ok(undefined));
    expect(written.map((batch) => batch.map(({ kind }) => kind))).toEqual([['doc', 'fact']]);
  });

  it('keeps what did not reach the disk, says why, and writes it once when there is room', async () => {
    const { time, writer, written, answerWith } = setUp();
    answerWith(() => Promise.resolve(err(notSaved('full'))));
    expect(await writer.write([happened('f')])).toEqual(err(notSaved('full')));
    expect(writer.save()).toEqual(notSaved('full'));
    writer.typed(key('a'));
    await time.pass(500);
    expect(writer.save()).toEqual(notSaved('full'));
    expect(writer.waiting()).toHaveLength(2);
    answerWith(() => Promise.resolve(ok(undefined)));
    await time.pass(60_000);
    expect(writer.save()).toEqual({ kind: 'saved' });
    expect(written.flat().map((entry) => entry.key)).toEqual([1, 2]);
  });

  it('keeps the words also when writing throws', async () => {
    const { writer, answerWith, written } = setUp();
    answerWith(() => Promise.reject(new Error('the browser took the disk away')));
    expect((await writer.write([{ kind: 'doc', update: key('a') }])).ok).toBe(false);
    answerWith(() => Promise.resolve(ok(undefined)));
    expect(await writer.flush()).toEqual(ok(undefined));
    expect(written.flat()).toHaveLength(1);
  });

  it('never has two writes under way, and answers each writer when its own words are down', async () => {
    const { writer, answerWith, written } = setUp();
    const open: ((result: Result<void, SaveError>) => void)[] = [];
    answerWith(() => new Promise((done) => open.push(done)));
    const answered: string[] = [];
    void writer.write([happened('one')]).then(() => answered.push('one'));
    void writer.write([happened('two')]).then(() => answered.push('two'));
    await settle();
    expect(open).toHaveLength(1);
    open[0]?.(ok(undefined));
    await settle();
    expect(answered).toEqual(['one']);
    open[1]?.(ok(undefined));
    await settle();
    expect(answered).toEqual(['one', 'two']);
    expect(written.map((batch) => batch.length)).toEqual([1, 1]);
  });

  it('tells its listeners after the write and not before', async () => {
    const { writer, written } = setUp();
    const seen: number[] = [];
    writer.subscribe(() => {
      if (writer.save().kind === 'saved') seen.push(written.length);
    });
    await writer.write([happened('f')]);
    expect(seen).toEqual([1]);
  });
});
